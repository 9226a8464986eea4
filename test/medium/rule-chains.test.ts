import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { RosterStore } from '@koujing/roster';
import type { NumberValue } from '@koujing/settings';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { conferenceCasesOf } from '../../apps/dispatcher/conference-cases.js';
import { ruleCasesOf } from '../../apps/dispatcher/rule-cases.js';
import { aCity, type City } from '../support/a-city.js';
import { aConference, signAll, type ConferenceCases } from '../support/a-conference.js';
import { aRelease, type Built } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

type Chains = City['cases']['rules']['signOff']['chains'];
type Steps = City['cases']['rules']['conference']['kinds']['own']['chain']['steps'];
type Ranks = City['cases']['rules']['roster']['ranks'];

const basis = '滨新办〔2026〕15号';

onEachEngine('chains and ranks that are set in the console', (open) => {
  let opened: TestDatabase;
  let city: City;
  let conferences: ConferenceCases;
  let admin: Actor;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const { people } = city.cases;
    const { queries } = opened.database;
    const person = { email: '', passwordHash: '', disabled: false };
    for (const [id, role] of [
      ['office-administrator', 'administrator'],
      ['office-reviewer', 'reviewer'],
    ] as const) {
      await people.save(queries, { ...person, id, username: id, name: '管理员甲' });
      await people.grant(queries, { personId: id, organId: 'office', role });
    }
    admin = await city.actor('office', 'administrator');
    conferences = conferenceCasesOf(city.cases, {
      ...{ rules: city.cases.rules, numberPrefix: '滨新发', consoleUrl: 'http://127.0.0.1:3000' },
    });
  });
  afterAll(() => opened.drop());

  const inForce = <Value>(key: string) => city.cases.rules.numbers.inForce(key) as Value;
  const set = (key: string, value: unknown) =>
    city.cases.ruleNumbers.set.perform(
      { key, value: value as NumberValue, basis, seen: inForce(key) },
      admin,
    );
  const refused = async (change: Promise<unknown>): Promise<string> => {
    const problem = await change.then(
      () => null,
      (error: unknown) => (error instanceof Problem ? error : null),
    );
    return (problem?.reasons ?? []).map(({ message }) => message).join(' ');
  };
  const stepsOf = async ({ release, version }: Built) => {
    const { desk, database } = city.cases;
    const { chain } = await desk.read(database.queries, release, version);
    return chain.stages.flat().map(({ step }) => step);
  };
  /** The chain of the file with one more stage before the others. */
  const withFirstReview = (chains: Chains): Chains => ({
    ...chains,
    ordinary: {
      ...(chains['ordinary'] as Chains[string]),
      stages: [[{ step: 'firstReview', role: 'reviewer' }], ...(chains['ordinary'] as Chains[string]).stages],
    },
  });

  test('a release handed in afterwards goes the new way, one that is being signed keeps its own, in every process', async () => {
    const key = 'signOff.chains';
    const running = await aRelease(city).by('water').submitted();
    await set(key, withFirstReview(inForce<Chains>(key)));
    const later = await aRelease(city).by('emergency').submitted();
    expect(await stepsOf(running)).not.toContain('firstReview');
    expect(await stepsOf(later)).toContain('firstReview');
    const other = loadCityRules('measures');
    const elsewhere = ruleCasesOf({ ...city.cases, clock: city.clock, rules: other }, []);
    expect(other.signOff.chains['ordinary']?.stages).toHaveLength(3);
    await elsewhere.look();
    expect(other.signOff.chains['ordinary']?.stages).toHaveLength(4);
    const shown = (await elsewhere.show.show(admin)).items.filter((item) => item.key.startsWith(key));
    expect(shown).toMatchObject([{ key, origin: 'console', number: { set: { by: '管理员甲', basis } } }]);
    // Taken back by its drafter and handed in once more, it goes the way of that day.
    const drafter = await city.actor('water', 'drafter');
    const { id } = running.release;
    await city.cases.takeBack.perform(id, running.version.digest, drafter);
    await city.cases.submit.perform(id, running.version.digest, drafter);
    const again = await city.cases.releases.find(opened.database.queries, id);
    if (again === null) throw new Error('the release is gone');
    expect(await stepsOf({ ...running, release: again })).toContain('firstReview');
  });

  const ordinary = (chains: Chains, change: object): Chains => ({
    ...chains,
    ordinary: { ...(chains['ordinary'] as Chains[string]), ...change },
  });
  test.each([
    [
      'without the leader’s approval',
      (chains: Chains) =>
        ordinary(chains, {
          stages: chains['ordinary']?.stages.filter(([first]) => first?.step !== 'contentApproval'),
        }),
      '一般审签：须含 contentApproval',
    ],
    ['with no stage at all', (chains: Chains) => ordinary(chains, { stages: [] }), '至少一个环节'],
    [
      'with a kind in no chain',
      (chains: Chains) => ordinary(chains, { kinds: ['routine'] }),
      'hotTopic 在 central 级须有一条审签链',
    ],
    [
      'with two chains for a kind',
      (chains: Chains) => ordinary(chains, { kinds: ['warning', ...(chains['ordinary']?.kinds ?? [])] }),
      '只能有一条审签链',
    ],
    [
      'with a role that nobody holds',
      (chains: Chains) =>
        ordinary(chains, {
          stages: [[{ step: 'secondReview', role: 'auditor' }], ...(chains['ordinary']?.stages ?? [])],
        }),
      '滨海市水务局',
    ],
  ])('chains %s are refused', async (_, change, words) => {
    const key = 'signOff.chains';
    expect(await refused(set(key, change(inForce<Chains>(key))))).toContain(words);
  });

  test('a press conference applied for afterwards needs the step that was added, one that is being signed does not', async () => {
    const key = 'conference.kinds.own.chain.steps';
    const running = await aConference(city, conferences).with({ kind: 'own' }).applied();
    const deputy = {
      step: 'deputy',
      title: '分管领导审签',
      titleEn: 'Deputy in charge',
      by: 'releasingOrgan',
    };
    const law = inForce<Steps>(key);
    await set(key, [law[0], [deputy], law[1]]);
    const later = await aConference(city, conferences).with({ kind: 'own', theme: '另一场' }).applied();
    const steps = ({ chain }: typeof running) => chain.groups.flat().map(({ step }) => step);
    const drafter = await city.actor('transport', 'drafter');
    expect(steps(await conferences.show.one(running.id, drafter))).toEqual([
      'officeAgreement',
      'principalLeader',
    ]);
    expect(steps(later)).toEqual(['officeAgreement', 'deputy', 'principalLeader']);
    await signAll(city, conferences, running.id);
    expect((await conferences.show.one(running.id, drafter)).state).toBe('approved');
    expect(await refused(set(key, [law[1]]))).toContain('by: office');
    expect(await refused(set(key, [law[1], law[0]]))).toContain('须按条文的先后');
    const leaders = 'conference.kinds.party.chain.steps';
    const [office, own, ...rest] = inForce<Steps>(leaders);
    expect(await refused(set(leaders, [office, own, rest[0]]))).toContain('市委宣传部分管部长审签');
  });

  test('a city adds a rank and says which is higher; what the provision names and what somebody holds stays', async () => {
    const key = 'roster.ranks';
    const ranks = inForce<Ranks>(key);
    const inspector = { title: '二级巡视员', order: 45, article: basis };
    await set(key, { ...ranks, inspector });
    const fewer = Object.fromEntries(Object.entries(ranks).filter(([name]) => name !== 'staff'));
    expect(await refused(set(key, { ...fewer, inspector }))).toContain('其他工作人员');
    await set('roster.posts.organ.spokesperson.atLeast', 'inspector');
    expect(await refused(set('roster.posts.organ.spokesperson.atLeast', 'staff'))).toContain('领导班子成员');
    expect(await refused(set('roster.posts.organ.spokesperson.atLeast', 'nobody'))).toContain('应为');
    expect(await refused(set('roster.posts.organ.pressAssistant.oneOf', ['sectionHead']))).toContain(
      '综合部门负责人',
    );
    expect(await refused(set('roster.posts.head.pressAssistant.oneOf', []))).not.toBe('');
    // It is named by a rule now, and then held by a person.
    expect(await refused(set(key, ranks))).toContain('inspector');
    await set('roster.posts.organ.spokesperson.atLeast', 'leadershipTeamMember');
    const roster = new RosterStore();
    await roster.add(opened.database.queries, {
      ...{
        id: 'entry',
        organId: 'water',
        post: 'spokesperson',
        temporary: false,
        topic: '',
        name: '发言人甲',
      },
      ...{ title: '二级巡视员', rank: 'inspector', rankReason: '', phone: '', fromOn: '2026-01-01' },
      ...{ untilOn: null, endedReason: null, appointedBy: admin.personId, appointedAt: city.clock.now() },
      ...{ endedBy: null, endedAt: null },
    });
    expect(await refused(set(key, ranks))).toContain('发言人甲');
  });
});
