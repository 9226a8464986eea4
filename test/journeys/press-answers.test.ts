import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FindingView } from '../../libs/conflict/conflict.api.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import { aDraft, approved, page, paragraph } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('answers to the press under %s', (rules) => {
  let city: City;

  beforeAll(async () => {
    city = await startCity({ rules });
    const coordinator = await city.as('coordinator');
    const outlet = { name: '海滨时报（虚构）', kind: 'newspaper' };
    const { body } = await coordinator.post<{ id: string }>('/media/outlets', outlet);
    const water = await city.as('water');
    const answer = {
      ...{ organId: 'water', form: 'telephone', outletId: body.id, answeredAt: new Date().toISOString() },
      ...{ question: '滨河路何时恢复供水？', answeredBy: '发言人', subject: '滨河路供水管道抢修' },
      answer: '滨河路供水管道12月5日6时爆裂，影响约1.2万户，预计12月5日18时恢复供水。',
    };
    expect((await water.post('/media-answers', answer)).status).toBe(201);
  }, 300_000);
  afterAll(() => city.close());

  const text = (hour: number) => ({
    title: '滨河路供水管道抢修有关情况',
    blocks: [
      paragraph(
        `12月5日6时，滨河路供水管道爆裂，影响约1.2万户，预计12月5日${hour}时恢复供水，请绕行滨河路。`,
      ),
    ],
  });

  test('what the press was told by telephone stops a later release that says otherwise, and shows both (Art.16)', async () => {
    const desk = await city.desk('traffic-police');
    const { id, digest } = await approved(desk, aDraft({ organId: 'traffic-police', ...text(22) }));
    const refused = await desk.publisher.post<Refusal>(`/releases/${id}/publish`, { digest });
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ code }) => code)).toContain('blockingFinding');
    const shown = await page(desk.drafter, id);
    expect(shown.release.state).toBe('heldByGate');
    const finding = shown.findings.find(({ kind }) => kind === 'inconsistent');
    const view = (await desk.drafter.get<FindingView>(`/findings/${finding?.id}`)).body;
    expect(view.facts).toMatchObject([
      {
        attribute: 'time',
        a: { value: '18:00', source: expect.stringContaining('答复海滨时报（虚构）') },
        b: { value: '22:00' },
      },
    ]);
  });

  test('a release that says what the press was told goes out', async () => {
    const desk = await city.desk('traffic-police');
    const { id, digest } = await approved(desk, aDraft({ organId: 'traffic-police', ...text(18) }));
    expect((await desk.publisher.post(`/releases/${id}/publish`, { digest })).status).toBeLessThan(300);
  });
});
