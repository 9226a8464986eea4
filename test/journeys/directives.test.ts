import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DirectiveList, DirectiveView } from '../../libs/matter/directive/directive.api.js';
import type { MatterView } from '../../libs/matter/matter.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { aDraft, approved, page, paragraph, published, type Desk } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('orders under %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let water: Desk;

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    water = await city.desk('water');
  });

  afterAll(() => city.close());

  const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

  const issued = async (changes: Readonly<Record<string, unknown>> = {}): Promise<DirectiveView> =>
    ok(
      await coordinator.post<DirectiveView>('/directives', {
        ...{ fromOrganId: 'office', toOrganId: 'water', title: '请就城西水厂检修停水发布通告' },
        ...{ text: '请在今天内发布停水范围和时段。', dueAt: soon(6) },
        ...changes,
      }),
    );

  const outage = (title: string, day: string, matter: string | null) =>
    aDraft({
      organId: 'water',
      title,
      blocks: [paragraph(`因水厂检修，城西片区${day}停水一天，请提前储水。`)],
      matter,
      accountIds: ['portal'],
    });

  test('a directive is acknowledged and answered by the release that goes out on its matter (Art.39(5))', async () => {
    const directive = await issued();
    const inbox = ok(await water.approver.get<{ items: { subject: string }[] }>('/notifications'));
    expect(inbox.items.map(({ subject }) => subject)).toContain('【上级指令】请就城西水厂检修停水发布通告');
    const matter = ok(await coordinator.get<MatterView>(`/matters/${directive.matter?.id}`));
    expect([matter.trigger, matter.owner.id, matter.dueAt]).toEqual([
      'superiorDesignated',
      'water',
      directive.dueAt,
    ]);
    ok(await water.drafter.post(`/directives/${directive.id}/acknowledge`));
    await published(water, outage('城西水厂检修停水通告', '12月8日', matter.id));
    const answered = ok(await coordinator.get<DirectiveView>(`/directives/${directive.id}`));
    expect([answered.state, answered.release?.title]).toEqual(['fulfilled', '城西水厂检修停水通告']);
    expect(answered.actions.withdraw.reasons.map(({ code }) => code)).toEqual(['directiveEnded']);
  });

  test('a release that departs from the line that was ordered is held before anybody sees it (Art.39(5))', async () => {
    const line = { attribute: 'date', about: '停水', value: '12月8日' };
    const { matter } = await issued({ title: '请就城东水厂检修停水发布通告', line });
    const held = await approved(water, outage('城东水厂检修停水通告', '12月9日', matter?.id ?? null));
    const refused = await water.publisher.post<Refusal>(`/releases/${held.id}/publish`, {
      digest: held.digest,
    });
    expect([refused.status, (await page(water.drafter, held.id)).release.state]).toEqual([422, 'heldByGate']);
    expect(refused.body.reasons.map(({ message }) => message).join('')).toContain('停水12月8日');
  });

  test('a neighbour neither gives an order nor sees one, and a wrong hour is named', async () => {
    const directive = await issued({ demand: 'report', title: '报告水质监测安排' });
    const emergency = await city.as('emergency-approver');
    expect((await emergency.get(`/directives/${directive.id}`)).status).toBe(404);
    const listed = ok(await emergency.get<DirectiveList>('/directives?pageSize=200'));
    expect(listed.items).toEqual([]);
    const order = {
      ...{ toOrganId: 'water', title: '请发布', text: '请发布。', dueAt: soon(6) },
    };
    const neighbour = await emergency.post<Refusal>('/directives', { ...order, fromOrganId: 'emergency' });
    expect([neighbour.status, neighbour.body.reasons[0]?.code]).toEqual([422, 'notSuperior']);
    const past = await coordinator.post<Refusal>('/directives', {
      ...order,
      ...{ fromOrganId: 'office', dueAt: soon(-1) },
    });
    expect([past.status, past.body.reasons[0]?.field]).toEqual([422, 'dueAt']);
    const local = await coordinator.post<Refusal>('/directives', {
      ...order,
      ...{ fromOrganId: 'office', dueAt: '2026-12-01T09:00:00' },
    });
    expect([local.status, local.body.reasons[0]?.field]).toEqual([400, 'dueAt']);
  });
});
