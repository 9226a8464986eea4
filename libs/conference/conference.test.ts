import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import {
  aConference,
  conferenceInput,
  conferencesIn,
  signAll,
  type ConferenceCases,
} from '../../test/support/a-conference.js';
import { anIncident } from '../../test/support/an-incident.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { refused } from '../../test/support/refused.js';
import type { ConferenceView } from './conference-view.api.js';

onEachEngine('a press conference', (open) => {
  let opened: TestDatabase;
  let city: City;
  let cases: ConferenceCases;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    cases = await conferencesIn(city);
  });
  afterAll(() => opened.drop());

  const a = () => aConference(city, cases);
  const coordinator = () => city.actor('office', 'coordinator');
  const seen = async (id: string): Promise<ConferenceView> => cases.show.one(id, await coordinator());

  test('is held in the name and place that Art.30 lays down, which nobody types', async () => {
    const government = await a().planned();
    expect(government).toMatchObject({
      name: '滨海市人民政府新闻办公室',
      host: '滨海市人民政府新闻办公室负责人',
      place: '市政府新闻发布厅',
    });
    const own = await a().with({ kind: 'own' }).planned();
    expect(own).toMatchObject({ name: '滨海市交通运输局', place: '滨海市交通运输局会议室' });
    const party = await a().with({ kind: 'party', place: '市委三楼会议室' }).planned();
    expect(party).toMatchObject({ name: '中共滨海市委对外宣传办公室', place: '市委三楼会议室' });
    const county = await a().with({ kind: 'county', organId: 'east', place: '区会议中心' }).planned();
    expect(county.name).toBe('中共东港区委宣传部（东港区人民政府新闻办公室）');
    const drafter = await city.actor('transport', 'drafter');
    expect(await refused(cases.plan.perform(conferenceInput({ place: '某宾馆' }), drafter))).toEqual([
      'venueFirm',
    ]);
    expect(
      await refused(cases.plan.perform(conferenceInput({ kind: 'county', place: '会议室' }), drafter)),
    ).toEqual(['kindNotTheirs']);
  });

  test('on an emergency is held near its place (Art.30)', async () => {
    const near = await a().with({ emergency: true, place: '东港区应急指挥中心' }).planned();
    expect(near.place).toBe('东港区应急指挥中心');
  });

  test('is an emergency one only on an open incident of the organ, which frees it of the seven days (Art.23, 31(1))', async () => {
    const drafter = await city.actor('transport', 'drafter');
    const plan = (incidentId: string | null, emergency = true) =>
      cases.plan.perform(conferenceInput({ emergency, incidentId, place: '临港路口' }), drafter);
    await expect(plan(null)).rejects.toMatchObject({
      reasons: [
        {
          code: 'emergencyWithoutIncident',
          field: 'incidentId',
          message: expect.stringContaining('第二十三条'),
        },
      ],
    });
    expect(await refused(plan('nowhere'))).toEqual(['unknownIncident']);
    const reported = (handlingOrganId: string) =>
      anIncident(city).level('larger').with({ handlingOrganId }).reported();
    const theirs = await reported('water');
    expect(await refused(plan(theirs))).toEqual(['incidentNotTheirs']);
    const own = await reported('transport');
    expect(await refused(plan(own, false))).toEqual(['venueFirm', 'incidentWithoutEmergency']);
    const { incidentId, id, revision } = await seen(await plan(own));
    expect(incidentId).toBe(own);
    const close = { reason: '处置完毕', withinWatchWindow: true };
    await city.cases.incident.close.perform(own, close, await coordinator());
    expect(await refused(plan(own))).toEqual(['incidentClosed']);
    // What names it already may still be put right.
    const again = { theme: '临港路事故善后', emergency: true, incidentId: own, place: '临港路口' };
    const revised = { expectedRevision: revision, conference: conferenceInput(again) };
    await cases.revise.perform(id, revised, drafter);
    // It frees it of nothing any more.
    const { digest, actions } = await seen(id);
    expect(actions['apply']?.reasons.map(({ code }) => code)).toEqual(['incidentClosed']);
    expect(await refused(cases.apply.perform(id, digest, drafter))).toEqual(['incidentClosed']);
    const joint = { emergency: true, incidentId: theirs, place: '临港路口', jointOrganIds: ['water'] };
    expect(await refused(cases.plan.perform(conferenceInput(joint), drafter))).toEqual(['incidentNotTheirs']);
    const byOffice = conferenceInput({ emergency: true, incidentId: theirs, place: '临港路口' });
    expect(await refused(cases.plan.perform(byOffice, await coordinator()))).toEqual([]);
  });

  test('goes to approval through the chain of its kind (Art.31(2)–(4))', async () => {
    const steps = async (changes: Record<string, unknown>) => {
      const { chain } = await a().with(changes).planned();
      return chain.groups.map((group) => group.map(({ step }) => step).join('+'));
    };
    const four = ['officeAgreement', 'principalLeader', 'portfolioLeader', 'propagandaDeputy'];
    expect(await steps({})).toEqual(four);
    expect(await steps({ major: true })).toEqual([...four, 'mayor']);
    expect(await steps({ kind: 'party', place: '会议室' })).toEqual(four);
    expect(await steps({ kind: 'party', place: '会议室', major: true })).toEqual([...four, 'partySecretary']);
    expect(await steps({ kind: 'own' })).toEqual(['officeAgreement', 'principalLeader']);
    const county = { kind: 'county', organId: 'east', place: '区会议中心' };
    expect(await steps(county)).toEqual(['principalLeader']);
    expect(await steps({ ...county, major: true })).toEqual(['principalLeader', 'officeAgreement']);
  });

  test('of every kind ends approved with a number of its own (Art.31, 40)', async () => {
    const county = { kind: 'county', organId: 'east', place: '区会议中心' };
    const all = [
      await a().with({ major: true }).approved(),
      await a().with({ kind: 'party', place: '会议室' }).approved(),
      await a().with({ kind: 'own' }).approved(),
      await a().with(county).approved(),
      await a()
        .with({ ...county, major: true })
        .approved(),
    ];
    expect(all.map(({ state }) => state)).toEqual(all.map(() => 'approved'));
    const numbers = all.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(5);
    expect(numbers[0]).toMatch(/^滨新发会〔2026〕\d+号$/u);
  });

  test('is signed in its order, by whom each step is for, and not by who planned it', async () => {
    const { id, digest } = await a().applied();
    const input = { step: 'principalLeader', digest, note: '', signer: null };
    const leader = await city.actor('transport', 'approver');
    expect(await refused(cases.sign.perform(id, input, leader))).toEqual(['notYourTurn']);
    const stranger = await city.actor('transport', 'drafter');
    const agreed = { digest, decision: 'agreed', note: '' } as const;
    expect(await refused(cases.answer.perform(id, agreed, stranger))).toContain('lacksRole');
    await cases.answer.perform(id, agreed, await coordinator());
    expect((await seen(id)).state).toBe('signing');
    expect(
      await refused(cases.sign.perform(id, { ...input, step: 'propagandaDeputy' }, await coordinator())),
    ).toEqual(['notYourTurn']);
    await cases.sign.perform(id, input, leader);
    const onPaper = { ...input, step: 'portfolioLeader' };
    expect(await refused(cases.sign.perform(id, onPaper, await coordinator()))).toEqual(['signerNeeded']);
    const planned = await cases.plan.perform(conferenceInput({ kind: 'own' }), leader);
    const own = await seen(planned);
    await cases.apply.perform(planned, own.digest, leader);
    await cases.answer.perform(planned, { ...agreed, digest: own.digest }, await coordinator());
    expect(await refused(cases.sign.perform(planned, { ...input, digest: own.digest }, leader))).toEqual([
      'signerIsDrafter',
    ]);
  });

  test('refuses a signature on facts that have changed since', async () => {
    const { id, digest, revision } = await a().applied();
    const drafter = await city.actor('transport', 'drafter');
    const conference = conferenceInput({ theme: '滨河路改造工程冬季安排' });
    await cases.revise.perform(id, { expectedRevision: revision, conference }, drafter);
    const answer = { digest, decision: 'agreed', note: '' } as const;
    expect(await refused(cases.answer.perform(id, answer, await coordinator()))).toEqual(['stale']);
    expect((await seen(id)).state).toBe('draft');
  });

  test('returned by the office counts as answered, and may be applied for again (Art.31(1))', async () => {
    const { id, digest } = await a().applied();
    const returned = { digest, decision: 'returned', note: '请补充通行安排' } as const;
    await cases.answer.perform(id, returned, await coordinator());
    const back = await seen(id);
    expect(back).toMatchObject({ state: 'returned', stateReason: '请补充通行安排' });
    expect(back.clocks.find(({ rule }) => rule === 'conferenceAnswer')?.state).toBe('met');
    const drafter = await city.actor('transport', 'drafter');
    await cases.apply.perform(id, back.digest, drafter);
    await signAll(city, cases, id);
    expect((await seen(id)).state).toBe('approved');
  });

  test('is refused when a soft limit is passed over without a reason, and keeps the reason (Art.33)', async () => {
    const over = { totalMinutes: 90, leadMinutes: 20, rostrumPersons: 7, jointOrganIds: ['water'] };
    const bare = await a().with(over).planned();
    expect(bare.actions['apply']?.reasons.map(({ field }) => field)).toEqual([
      'limitReasons.totalMinutes',
      'limitReasons.leadMinutes',
      'limitReasons.rostrumPersons',
    ]);
    const limitReasons = {
      ...{ totalMinutes: '三部门通报', leadMinutes: '工程复杂' },
      rostrumPersons: '三部门各两位负责人',
    };
    const reasoned = await a()
      .with({ ...over, limitReasons })
      .applied();
    expect(reasoned.limits.map(({ exceeded, reason }) => [exceeded, reason])).toEqual([
      [true, '三部门通报'],
      [true, '工程复杂'],
      [true, '三部门各两位负责人'],
    ]);
    const alone = await a().with({ leadMinutes: 20 }).applied();
    expect(alone.limits.map(({ name }) => name)).toEqual(['totalMinutes', 'rostrumPersons']);
  });

  test('without a question session is refused, whatever the reason (Art.33)', async () => {
    const mute = await a()
      .with({ questionSession: false, limitReasons: { questionSession: '时间紧' } })
      .planned();
    expect(mute.actions['apply']?.reasons.map(({ code }) => code)).toEqual(['questionSessionMissing']);
  });

  test('says why it is a conference and no other form before it is applied for; an emergency says it by itself (Art.28)', async () => {
    const silent = await a().with({ justification: '' }).planned();
    expect(silent.actions['apply']?.reasons).toMatchObject([
      {
        code: 'justificationMissing',
        field: 'justification',
        message: expect.stringContaining('第二十八条'),
      },
    ]);
    const told = await a().planned();
    expect([told.actions['apply']?.reasons, told.justification]).toEqual([
      [],
      '关系市民冬季出行，媒体多次询问。',
    ]);
    const urgent = await a().with({ justification: '', emergency: true }).planned();
    expect(urgent.actions['apply']?.reasons.map(({ code }) => code)).not.toContain('justificationMissing');
  });

  test('is not there for organs whose people neither release nor speak at it', async () => {
    const { id } = await a().planned();
    const stranger = await city.actor('water', 'approver');
    await expect(cases.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
    const listed = await cases.show.page({ page: 1, pageSize: 200 }, stranger);
    expect(listed.items.map((each) => each.id)).not.toContain(id);
  });

  test('leaves an audit entry for every step', async () => {
    const { id } = await a().with({ startsAt: '2027-01-20T10:00:00+08:00' }).filed();
    const entries = await city.cases.audit.of(opened.database.queries, 'conference', id);
    const actions = entries.map(({ action }) => action);
    for (const action of ['plan', 'apply', 'sign', 'approve', 'upload', 'file'])
      expect(actions).toContain(`conference.${action}`);
  });
});
