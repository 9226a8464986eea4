import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MatterView } from '../../libs/matter/matter.api.js';
import type { PeriodPlanView } from '../../libs/matter/period/period.api.js';
import type { PlanView } from '../../libs/matter/plan/plan.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, type Person, type Refusal } from '../support/person.js';
import { aDraft, paragraph, published, type Desk } from '../support/release-way.js';

describe.each(['measures', 'guizhou'] as const)('plans under %s', (rules) => {
  let city: City;
  let coordinator: Person;
  let leader: Person;
  let water: Desk;

  beforeAll(async () => {
    city = await startCity({ rules });
    coordinator = await city.as('coordinator');
    leader = await city.as('leader');
    water = await city.desk('water');
  });

  afterAll(() => city.close());

  const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const thisMonth = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

  const plan = (changes: Readonly<Record<string, unknown>> = {}) => ({
    ...{ meetingOrganId: 'government', meeting: '市政府第十二次常务会议', metOn: '2026-11-20' },
    ...{ item: '城区供水管网更新改造方案', leadOrganId: 'water', outline: '先发布通告，再解读。' },
    ...{ level: 'department', form: 'pressRelease', dueAt: ahead(10) },
    parts: [{ kind: 'release', organId: 'water', title: '管网更新改造通告' }],
    ...changes,
  });

  test('a plan goes from its lead organ to the city’s leaders, and ends when what it planned is out (Art.18)', async () => {
    const drafted = ok(await water.drafter.post<PlanView>('/plans', plan()));
    const early = await water.drafter.post<Refusal>(`/plans/${drafted.id}/propose`);
    expect([early.status, early.body.reasons[0]?.code]).toEqual([403, 'lacksRole']);
    const proposed = ok(await water.approver.post<PlanView>(`/plans/${drafted.id}/propose`));
    expect(proposed.actions.approve.reasons.map(({ code }) => code)).toEqual(['lacksRole']);
    const decision = { expectedRevision: proposed.revision, level: 'city', form: 'briefing' };
    const stale = await leader.post<Refusal>(`/plans/${drafted.id}/approve`, {
      ...decision,
      expectedRevision: 1,
    });
    expect(stale.status).toBe(409);
    const approved = ok(await leader.post<PlanView>(`/plans/${drafted.id}/approve`, decision));
    expect([approved.proposed.form, approved.decided?.form, approved.decided?.level]).toEqual([
      'pressRelease',
      'briefing',
      'city',
    ]);
    const matter = ok(await coordinator.get<MatterView>(`/matters/${approved.matter?.id}`));
    expect([matter.owner.id, matter.dueAt]).toEqual(['water', approved.dueAt]);
    const out = await published(
      water,
      aDraft({
        organId: 'water',
        title: '城区供水管网更新改造通告',
        blocks: [paragraph('下月起更新改造城区供水管网，施工路段另行公告。')],
        matter: matter.id,
        accountIds: ['portal'],
      }),
    );
    const [part] = approved.parts;
    ok(await water.drafter.post(`/plans/${drafted.id}/parts/${part?.id}/link`, { releaseId: out.id }));
    const executed = ok(await water.approver.post<PlanView>(`/plans/${drafted.id}/execute`));
    expect([executed.state, executed.parts[0]?.release?.id]).toEqual(['executed', out.id]);
  });

  test('the office records what leaders decided on paper, and a plan may come back (Art.18)', async () => {
    const { id } = ok(await water.drafter.post<PlanView>('/plans', plan({ item: '水价调整听证方案' })));
    ok(await water.approver.post(`/plans/${id}/propose`));
    const nobody = await leader.post<Refusal>(`/plans/${id}/return`, { reason: '' });
    expect([nobody.status, nobody.body.reasons[0]?.field]).toEqual([400, 'reason']);
    ok(await leader.post(`/plans/${id}/return`, { reason: '请补充听证安排' }));
    const back = ok(await water.drafter.get<PlanView>(`/plans/${id}`));
    expect([back.state, back.note, back.actions.revise.reasons]).toEqual(['returned', '请补充听证安排', []]);
    ok(
      await water.drafter.put(`/plans/${id}`, {
        expectedRevision: back.revision,
        plan: plan({ item: '水价调整听证方案', outline: '听证会前后各发布一次。' }),
      }),
    );
    const again = ok(await water.approver.post<PlanView>(`/plans/${id}/propose`));
    const decision = { expectedRevision: again.revision, level: 'department', form: 'pressRelease' };
    const unnamed = await coordinator.post<Refusal>(`/plans/${id}/approve`, decision);
    expect([unnamed.status, unnamed.body.reasons[0]?.field]).toEqual([422, 'leader']);
    const named = ok(
      await coordinator.post<PlanView>(`/plans/${id}/approve`, { ...decision, leader: '分管副市长' }),
    );
    expect(named.decided?.leader).toBe('分管副市长');
    const stranger = await city.as('emergency-approver');
    expect((await stranger.get(`/plans/${id}`)).status).toBe(404);
  });

  test('the office plans a year, every organ sees its part, and the table can be taken away (Art.37)', async () => {
    const year = thisMonth.slice(0, 4);
    const created = ok(
      await coordinator.post<PeriodPlanView>('/period-plans', {
        ...{ title: `${year} 年新闻发布计划`, fromMonth: `${year}-01`, toMonth: `${year}-12` },
        keyContent: '围绕民生实事组织发布。',
        items: [
          { organId: 'water', topic: '冬季供水保障', month: thisMonth, form: 'pressRelease' },
          { organId: 'emergency', topic: '冬季安全生产', month: thisMonth, form: 'pressConference' },
        ],
      }),
    );
    expect((await water.drafter.get(`/period-plans/${created.id}`)).status).toBe(404);
    ok(await coordinator.post(`/period-plans/${created.id}/issue`));
    const seen = ok(await water.drafter.get<PeriodPlanView>(`/period-plans/${created.id}`));
    const [own, other] = seen.items;
    expect([own?.actions.link.reasons, other?.actions.link.reasons.map(({ code }) => code)]).toEqual([
      [],
      ['lacksRole'],
    ]);
    const out = await published(
      water,
      aDraft({
        organId: 'water',
        title: '今冬明春供水保障工作安排',
        blocks: [paragraph('入冬以来，供水管网巡查频次加密，抢修队伍全天候待命。')],
        accountIds: ['portal'],
      }),
    );
    const link = `/period-plans/${created.id}/items/${own?.id}/link`;
    const linked = ok(await water.drafter.post<PeriodPlanView>(link, { releaseId: out.id }));
    expect(linked.counts).toEqual({ planned: 2, done: 1, overdue: 0, dropped: 0, share: 50 });
    const table = (await coordinator.download(`/period-plans/${created.id}/export`)).toString('utf8');
    expect(table.split('\r\n')[1]).toContain('"冬季供水保障"');
    expect(table).toContain('"已完成"');
  });
});
