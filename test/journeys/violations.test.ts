import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { DirectiveView } from '../../libs/matter/directive/directive.api.js';
import type { ViolationList, ViolationView } from '../../libs/report/violation.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';

describe.each(['measures', 'guizhou'] as const)('violations under %s', (rules) => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let coordinator: Person;
  let water: Person;

  beforeAll(async () => {
    city = await startCity({ clock, rules });
    coordinator = await city.as('coordinator');
    water = await city.as('water-approver');
  });

  afterAll(() => city.close());

  const cases = async (person: Person): Promise<ViolationList['items']> => {
    await city.server.violation.watch.tick();
    return ok(await person.get<ViolationList>('/violations?state=open&pageSize=200')).items;
  };

  test('an order that nobody answered is a case with its evidence, whose consequence a person records (Art.39)', async () => {
    const directive = ok(
      await coordinator.post<DirectiveView>('/directives', {
        ...{ fromOrganId: 'office', toOrganId: 'water', title: '请就夜间抢修停水发布通告' },
        ...{ text: '请在二十分钟内发布。', dueAt: '2026-11-23T09:20:00+08:00' },
      }),
    );
    expect(await cases(coordinator)).toEqual([]);
    clock.travel(25 * 60_000);
    const [found] = (await cases(water)).filter(({ title }) => title === directive.title);
    expect(found).toMatchObject({ kind: 'directiveDisobeyed', article: '第三十九条第五项' });
    const stranger = await city.as('emergency-approver');
    expect((await stranger.get(`/violations/${found?.id}`)).status).toBe(404);
    const view = ok(await coordinator.get<ViolationView>(`/violations/${found?.id}`));
    expect([view.evidenceIntact, view.evidence.length > 1, view.consequence]).toEqual([true, true, null]);
    const consequence = { consequence: 'badInfluence', text: '市民多次来电询问' };
    const refused = await water.post<Refusal>(`/violations/${view.id}/consequence`, consequence);
    expect([refused.status, refused.body.reasons[0]?.code]).toEqual([403, 'lacksRole']);
    const wrong = await coordinator.post<Refusal>(`/violations/${view.id}/consequence`, {
      ...consequence,
      consequence: 'grave',
    });
    expect([wrong.status, wrong.body.reasons[0]?.field]).toEqual([400, 'consequence']);
    ok(await coordinator.post(`/violations/${view.id}/consequence`, consequence));
    const closed = ok(
      await coordinator.post<ViolationView>(`/violations/${view.id}/close`, { reason: '已通报批评' }),
    );
    expect([closed.state, closed.consequenceText, closed.endNote]).toEqual([
      'closed',
      '市民多次来电询问',
      '已通报批评',
    ]);
    expect((await cases(coordinator)).map(({ id }) => id)).not.toContain(view.id);
  });
});
