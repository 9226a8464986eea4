import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { DeadlineList } from '../../libs/deadline/deadline.api.js';
import type { InterviewView } from '../../libs/media/interview/interview.api.js';
import type { DirectiveView } from '../../libs/matter/directive/directive.api.js';
import type { PlanView } from '../../libs/matter/plan/plan.api.js';
import type { MissingList, RuleBookView } from '../../libs/register/register.api.js';
import type { Bulletin } from '../../libs/report/tally.api.js';
import type { ViolationList } from '../../libs/report/violation.api.js';
import type { OrganRoster } from '../../libs/roster/roster.api.js';
import type { RulesView } from '../../libs/rule/rule.api.js';
import { startCity, type City } from '../support/city.js';
import { ok, Person, type Refusal } from '../support/person.js';
import { aDraft, approved, paragraph, published, type Desk } from '../support/release-way.js';

const hour = 3_600_000;
const day = 24 * hour;

/** The same duties in two cities; what differs are the numbers of their files (RULES.md 2b) and the reviews of the chain. */
describe.each([
  ['measures', '2026-12-07', 2],
  ['guizhou', '2026-11-30', 5],
] as const)('plans, orders, interviews and violations under %s', (rules, routineLastDay, steps) => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;

  beforeAll(async () => {
    city = await startCity({ clock, rules });
  });
  afterAll(() => city.close());

  /** Sessions end while the clock travels. */
  const as = (username: string): Promise<Person> => Person.signIn(city.address, username, 'koujing-demo');
  const desk = async (): Promise<Desk> => ({
    drafter: await as('drafter'),
    reviewer: await as('reviewer'),
    approver: await as('approver'),
    publisher: await as('spokesperson'),
    textReviewers: {
      firstReview: await as('reviewer-1'),
      secondReview: await as('reviewer-2'),
      finalReview: await as('deputy'),
    },
  });
  const in_ = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();
  const violations = async (title: string): Promise<ViolationList['items']> => {
    await city.server.violation.watch.tick();
    const { items } = ok(await (await as('coordinator')).get<ViolationList>('/violations?pageSize=200'));
    return items.filter((each) => each.title === title);
  };
  const draft = (title: string, matter: string | null = null) =>
    aDraft({ organId: 'education', title, matter, blocks: [paragraph(`${title}，具体安排另行公布。`)] });

  test('a meeting’s plan is decided by the city’s leaders and carried out through the city’s own chain (Art.14, 18)', async () => {
    const { drafter, approver } = await desk();
    const plan = {
      ...{ meetingOrganId: 'government', meeting: '市政府第十三次常务会议', metOn: '2026-11-20' },
      ...{ item: '中小学课后服务方案', leadOrganId: 'education', outline: '先发布通告，再解读。' },
      ...{ level: 'department', form: 'pressRelease', dueAt: in_(10 * day) },
      parts: [{ kind: 'release', organId: 'education', title: '课后服务安排通告' }],
    };
    const { id } = ok(await drafter.post<PlanView>('/plans', plan));
    const proposed = ok(await approver.post<PlanView>(`/plans/${id}/propose`));
    const decision = { expectedRevision: proposed.revision, level: 'city', form: 'briefing' };
    const decided = ok(await (await as('leader')).post<PlanView>(`/plans/${id}/approve`, decision));
    const out = await published(await desk(), draft('课后服务安排通告', decided.matter?.id ?? null));
    const { body: page } = await approver.get<{ chain: { steps: readonly unknown[] } }>(
      `/releases/${out.id}`,
    );
    expect(page.chain.steps.length).toBe(steps);
    ok(await drafter.post(`/plans/${id}/parts/${decided.parts[0]?.id}/link`, { releaseId: out.id }));
    expect(ok(await approver.post<PlanView>(`/plans/${id}/execute`)).state).toBe('executed');
  });

  test('what was approved runs by the city’s own number of working days and is a violation after it (Art.19, 39(1))', async () => {
    const { id } = await approved(await desk(), draft('校服采购安排通告'));
    const { drafter } = await desk();
    const { items } = ok(await drafter.get<DeadlineList>(`/deadlines?subjectKind=release&subjectId=${id}`));
    expect(items.map(({ rule, dueAt }) => [rule, dueAt.slice(0, 10)])).toEqual([
      ['routineRelease', routineLastDay],
    ]);
    expect(await violations('校服采购安排通告')).toEqual([]);
    clock.travel(Date.parse(`${routineLastDay}T23:59:00+08:00`) - clock.now().getTime());
    expect(await violations('校服采购安排通告')).toEqual([]);
    clock.travel(2 * 60_000);
    expect(await violations('校服采购安排通告')).toMatchObject([{ kind: 'notReleased' }]);
  });

  test('the city’s roster, clocks and rule book tell its own numbers, each with its article (Art.8, 9, 19, 46)', async () => {
    const [coordinator, reader] = [await as('coordinator'), await as('water')];
    const { items: numbers } = ok(await reader.get<RulesView>('/rules'));
    const number = (key: string) => numbers.find((item) => item.key === key);
    expect([number('deadlines.routineRelease.limit'), number('deadlines.rosterChange.limit')]).toMatchObject([
      rules === 'guizhou' ? { value: 5, origin: 'city' } : { value: 10, origin: 'measures' },
      { value: 1, origin: 'measures' },
    ]);
    const { items: book } = ok(await reader.get<RuleBookView>('/rule-book'));
    expect(book.find(({ rule }) => rule === 'deadlines.routineRelease')?.article).toBe(
      rules === 'guizhou' ? '贵州省办法（常规发布五个工作日）' : '第十九条第一项',
    );
    const entry = {
      ...{ post: 'spokesperson', title: '副局长', rank: 'leadershipTeamMember' },
      ...{ name: '市教育局发言人', fromOn: '2026-11-23' },
    };
    ok(await coordinator.post('/roster/education/entries', entry));
    const { filing } = ok(await coordinator.get<OrganRoster>('/roster/education'));
    expect(filing.dueAt?.slice(0, 10)).toBe('2026-12-23');
    const { items: missing } = ok(await coordinator.get<MissingList>('/registers/workflow/missing'));
    expect(missing.map(({ id }) => id)).toContain('education');
  });

  test('an order with an hour of acknowledgement may be missed twice, without one once (Art.39(5))', async () => {
    const coordinator = await as('coordinator');
    const order = {
      ...{ fromOrganId: 'office', toOrganId: 'education', text: '请发布。', dueAt: in_(3 * hour) },
    };
    const both = { ...order, title: '请就校车检查发布', acknowledgeBy: in_(hour) };
    ok(await coordinator.post<DirectiveView>('/directives', both));
    const one = ok(
      await coordinator.post<DirectiveView>('/directives', { ...order, title: '请就校门保洁发布' }),
    );
    expect(one.acknowledgeBy).toBe(one.dueAt);
    clock.travel(4 * hour);
    expect((await violations('请就校车检查发布')).map(({ kind }) => kind)).toEqual([
      'directiveDisobeyed',
      'directiveDisobeyed',
    ]);
    expect((await violations('请就校门保洁发布')).map(({ kind }) => kind)).toEqual(['directiveDisobeyed']);
  });

  test('a request for an interview that nobody answers is told after the city’s hours and is an act (Art.39(2))', async () => {
    const { drafter } = await desk();
    const coordinator = await as('coordinator');
    const outlet = ok(
      await coordinator.post<{ id: string }>('/media/outlets', {
        name: '海岸晚报（虚构）',
        kind: 'newspaper',
      }),
    );
    const request = {
      ...{
        outletId: outlet.id,
        organId: 'education',
        subject: '寒假托管',
        questions: '怎样报名？',
        via: 'phone',
      },
    };
    const asked = ok(await drafter.post<{ id: string }>('/interviews', request));
    expect(ok(await drafter.get<InterviewView>(`/interviews/${asked.id}`)).dueAt).toBeNull();
    clock.travel(23 * hour);
    expect(await violations('寒假托管')).toEqual([]);
    clock.travel(2 * hour);
    expect(await violations('寒假托管')).toMatchObject([{ kind: 'interviewRefused' }]);
    const refused = await (
      await desk()
    ).drafter.post<Refusal>(`/interviews/${asked.id}/accept`, {
      expectedRevision: 1,
    });
    expect(refused.status).toBe(422);
  });

  test('the half-year’s numbers tell all of it, an organ a line (Art.42)', async () => {
    const bulletin = ok(await (await as('coordinator')).get<Bulletin>('/bulletin'));
    const line = bulletin.items.find(({ organ: { id } }) => id === 'education');
    expect([bulletin.period, bulletin.provisional]).toEqual(['2026-H2', true]);
    expect(line).toMatchObject({
      releases: { routine: 1 },
      violations: { notReleased: 1, directiveDisobeyed: 3, interviewRefused: 1 },
      directives: { received: 2, fulfilled: 0 },
      interviews: { received: 1, answered: 0, refused: 0 },
    });
    const stranger = await (await as('water')).get<Refusal>('/annual-section?year=2026');
    expect(stranger.status).toBe(404);
    const wrong = await (await as('coordinator')).get<Refusal>('/annual-section?year=next');
    expect([wrong.status, wrong.body.reasons[0]?.field]).toEqual([400, 'year']);
  });
});
