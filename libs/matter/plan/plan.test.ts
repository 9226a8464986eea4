import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, organ, type City } from '../../../test/support/a-city.js';
import { aConference, conferencesIn } from '../../../test/support/a-conference.js';
import { aMatter } from '../../../test/support/a-matter.js';
import { aRelease } from '../../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../../test/support/engines.js';
import { approvePlanSchema, planInputSchema } from './plan.api.js';

for (const rules of ['measures', 'guizhou'] as const)
  onEachEngine(`a release plan · ${rules}`, (open) => {
    let opened: TestDatabase;
    let city: City;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, rules);
      const { queries } = opened.database;
      await city.cases.organs.save(queries, organ('government', '滨海市人民政府办公室'));
      const mayor = {
        id: 'government-principalLeader',
        username: 'mayor',
        name: '市领导',
        email: 'mayor@binhai.example',
      };
      await city.cases.people.save(queries, { ...mayor, passwordHash: '', disabled: false });
      await city.cases.people.grant(queries, {
        personId: mayor.id,
        organId: 'government',
        role: 'principalLeader',
      });
    });
    afterAll(() => opened.drop());

    const dueAt = '2026-12-10T18:00:00+08:00';
    const input = (changes: Readonly<Record<string, unknown>> = {}) =>
      planInputSchema.parse({
        ...{ meetingOrganId: 'government', meeting: '市政府常务会议', metOn: '2026-11-20' },
        ...{ item: '滨河路改造方案', leadOrganId: 'transport', outline: '先发通稿，再开吹风会。' },
        ...{ level: 'department', form: 'pressRelease', dueAt },
        parts: [
          { kind: 'release', organId: 'transport', title: '滨河路改造通告' },
          { kind: 'conference', organId: 'transport', title: '滨河路改造吹风会' },
        ],
        ...changes,
      });
    const coordinator = () => city.actor('office', 'coordinator');
    const lead = () => city.actor('transport', 'approver');
    const mayor = () => city.actor('government', 'principalLeader');
    const view = async (id: string) => city.cases.plan.show.one(id, await coordinator());
    const drafted = async (changes: Readonly<Record<string, unknown>> = {}) =>
      city.cases.plan.draft.perform(input(changes), await city.actor('transport', 'drafter'));
    const proposed = async (changes: Readonly<Record<string, unknown>> = {}) => {
      const id = await drafted(changes);
      await city.cases.plan.propose.perform(id, await lead());
      return id;
    };
    const decision = async (id: string, changes: Readonly<Record<string, unknown>> = {}) =>
      approvePlanSchema.parse({
        ...{ expectedRevision: (await view(id)).revision, level: 'city', form: 'briefing' },
        ...changes,
      });
    const approved = async (changes: Readonly<Record<string, unknown>> = {}) => {
      const id = await proposed(changes);
      await city.cases.plan.decide.approve(id, await decision(id), await mayor());
      return id;
    };

    test('gets level and form from the city’s leaders, who may set others than were proposed (Art.18)', async () => {
      const plan = await view(await approved());
      expect(plan.proposed).toEqual({ level: 'department', form: 'pressRelease' });
      expect(plan.decided).toMatchObject({ level: 'city', form: 'briefing', leader: '' });
    });

    test('is decided by no one of the lead organ, and a decision on paper names its leader (Art.18)', async () => {
      const id = await proposed();
      await expect(
        city.cases.plan.decide.approve(id, await decision(id), await lead()),
      ).rejects.toMatchObject({
        code: 'forbidden',
      });
      const clerk = await coordinator();
      await expect(city.cases.plan.decide.approve(id, await decision(id), clerk)).rejects.toMatchObject({
        reasons: [{ code: 'leaderNeeded', field: 'leader' }],
      });
      await city.cases.plan.decide.approve(id, await decision(id, { leader: '分管副市长' }), clerk);
      expect((await view(id)).decided).toMatchObject({
        leader: '分管副市长',
        by: { id: 'office-coordinator' },
      });
    });

    test('that was approved opens its matter and runs its clock to its own hour (Art.18, 12(5))', async () => {
      const plan = await view(await approved());
      const matter = await city.cases.matter.show.one(plan.matter?.id ?? '', await coordinator());
      expect(matter).toMatchObject({ owner: { id: 'transport' }, trigger: 'otherLegal', dueAt: plan.dueAt });
      const subject = { kind: 'plan', id: plan.id };
      const { items } = await city.cases.clocks.showAll.list(opened.database.queries, { limit: 5, subject });
      const [clock] = items;
      expect(clock).toMatchObject({ rule: 'planExecution', dueAt: plan.dueAt });
      expect(clock?.article).toContain('第十八条');
    });

    test('that came back is written anew and proposed again (Art.18)', async () => {
      const id = await proposed();
      await city.cases.plan.decide.return(id, '请补充发布会安排', await mayor());
      expect(await view(id)).toMatchObject({ state: 'returned', note: '请补充发布会安排' });
      const drafter = await city.actor('transport', 'drafter');
      const revised = {
        expectedRevision: (await view(id)).revision,
        plan: input({ form: 'pressConference' }),
      };
      await city.cases.plan.draft.revise(id, revised, drafter);
      await expect(city.cases.plan.draft.revise(id, revised, drafter)).rejects.toMatchObject({
        code: 'stale',
      });
      await city.cases.plan.propose.perform(id, await lead());
      expect(await view(id)).toMatchObject({ state: 'proposed', proposed: { form: 'pressConference' } });
      await expect(city.cases.plan.draft.revise(id, revised, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'planWrongState' }],
      });
    });

    test('is executed only when every planned release is out and every conference has its number (Art.18)', async () => {
      const id = await approved();
      await expect(city.cases.plan.end.execute(id, await lead())).rejects.toMatchObject({
        reasons: [{ code: 'partsOpen' }],
      });
      const [release, conference] = (await view(id)).parts;
      const { release: out } = await aRelease(city).saying('滨河路改造通告', '滨河路下月改造。').released();
      const drafter = await city.actor('transport', 'drafter');
      const address = { planId: id, partId: release?.id ?? '' };
      await expect(
        city.cases.plan.link.perform(address, { conferenceNumber: '1' }, drafter),
      ).rejects.toMatchObject({ reasons: [{ code: 'notAConference' }] });
      await city.cases.plan.link.perform(address, { releaseId: out.id }, drafter);
      const held = { planId: id, partId: conference?.id ?? '' };
      const cases = await conferencesIn(city, { rules });
      const { id: conferenceId, number } = await aConference(city, cases)
        .with({ kind: 'own', theme: '滨河路改造吹风会' })
        .approved();
      await city.cases.plan.link.perform(held, { conferenceNumber: number ?? '' }, drafter);
      expect((await view(id)).parts[1]?.conference).toEqual({
        ...{ id: conferenceId, theme: '滨河路改造吹风会', standing: 'approved' },
      });
      expect((await city.cases.plan.show.one(id, await mayor())).parts[1]?.conference?.id).toBeNull();
      await city.cases.plan.end.execute(id, await lead());
      expect(await view(id)).toMatchObject({ state: 'executed', parts: [{ done: true }, { done: true }] });
      const subject = { kind: 'plan', id };
      expect(await city.cases.clocks.showAll.list(opened.database.queries, { limit: 5, subject })).toEqual({
        items: [],
        total: 0,
      });
    });

    test('names a conference only by a number that stands and is of its organ, and is open again when that is void (Art.32, 40)', async () => {
      const cases = await conferencesIn(city, { rules });
      const drafter = await city.actor('transport', 'drafter');
      const named = async (id: string, conferenceNumber: string): Promise<string> => {
        const partId = (await view(id)).parts[1]?.id ?? '';
        return city.cases.plan.link.perform({ planId: id, partId }, { conferenceNumber }, drafter).then(
          () => '',
          (error: { reasons: readonly { code: string }[] }) => error.reasons.map(({ code }) => code).join(''),
        );
      };
      const id = await approved();
      expect(await named(id, '滨新发会〔2026〕9999号')).toBe('unknownConference');
      const county = await aConference(city, cases)
        .with({ kind: 'county', organId: 'east', place: '区会议中心' })
        .approved();
      expect(await named(id, county.number ?? '')).toBe('conferenceElsewhere');
      const own = await aConference(city, cases).with({ kind: 'own' }).approved();
      expect(await named(id, own.number ?? '')).toBe('');
      expect((await view(id)).parts[1]).toMatchObject({ done: true });
      await cases.cancel.perform(own.id, '工程延期', drafter);
      expect((await view(id)).parts[1]).toMatchObject({ done: false, conference: { standing: 'cancelled' } });
      expect(await named(id, own.number ?? '')).toBe('conferenceVoid');
      await expect(city.cases.plan.end.execute(id, await lead())).rejects.toMatchObject({
        reasons: [{ code: 'partsOpen' }],
      });
    });

    test('does not lapse by the hand of whoever is late (Art.18)', async () => {
      const id = await approved({ dueAt: '2026-11-24T09:00:00+08:00' });
      city.clock.travel(2 * 86_400_000);
      expect(await view(id)).toMatchObject({ overdue: true });
      await expect(city.cases.plan.end.lapse(id, '不再发布', await lead())).rejects.toMatchObject({
        code: 'forbidden',
      });
      await city.cases.plan.end.lapse(id, '会议改变了决定', await mayor());
      expect(await view(id)).toMatchObject({ state: 'lapsed', overdue: false, endNote: '会议改变了决定' });
    });

    test('missed on another organ’s matter, or past another hour than the matter’s, is a gap of its own (Art.15, 18)', async () => {
      const soon = new Date(city.clock.now().getTime() + 3_600_000).toISOString();
      const later = new Date(city.clock.now().getTime() + 90 * 86_400_000).toISOString();
      const foreign = await aMatter(city)
        .titled('供水管线迁改')
        .ownedBy('water')
        .concerning('transport')
        .opened();
      const timed = await aMatter(city).titled('跨河桥加固').ownedBy('transport').due(later).opened();
      const told = [
        await approved({ item: '供水管线迁改', matterId: foreign, dueAt: soon }),
        await approved({ item: '跨河桥加固', matterId: timed, dueAt: soon }),
      ];
      const own = await approved({ item: '公交站台改造', dueAt: soon });
      city.clock.travel(2 * 3_600_000);
      await city.cases.dutyGaps.tick();
      const gaps = (ids: readonly string[]) =>
        city.cases.findings.byKeys(
          opened.database.queries,
          ids.map((id) => `duty:planExecution:plan:${id}@transport`),
        );
      const found = await gaps(told);
      expect(found.map(({ kind, state }) => [kind, state])).toEqual([
        ['gap', 'open'],
        ['gap', 'open'],
      ]);
      expect(found[0]?.explanation).toContain('第十八条');
      expect(await gaps([own])).toEqual([]);
      for (const id of told) await city.cases.plan.end.lapse(id, '会议改变了决定', await mayor());
      await city.cases.dutyGaps.tick();
      expect((await gaps(told)).map(({ state }) => state)).toEqual(['closed', 'closed']);
    });

    test('is its lead organ’s while a draft, and no stranger’s ever', async () => {
      const id = await drafted();
      await expect(city.cases.plan.show.one(id, await mayor())).rejects.toMatchObject({ code: 'notFound' });
      const stranger = await city.actor('water', 'approver');
      await city.cases.plan.propose.perform(id, await lead());
      expect((await city.cases.plan.show.one(id, await mayor())).id).toBe(id);
      await expect(city.cases.plan.show.one(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
      const listed = await city.cases.plan.show.page({ page: 1, pageSize: 200 }, stranger);
      expect(listed.total).toBe(0);
    });

    test('with an unknown organ or an hour that has passed names the field and leaves nothing behind', async () => {
      const before = (await city.cases.plan.show.page({ page: 1, pageSize: 1 }, await coordinator())).total;
      await expect(drafted({ meetingOrganId: 'nobody' })).rejects.toMatchObject({
        reasons: [{ code: 'unknownOrgan', field: 'meetingOrganId' }],
      });
      await expect(drafted({ dueAt: '2026-11-01T09:00:00+08:00' })).rejects.toMatchObject({
        reasons: [{ code: 'dueInThePast', field: 'dueAt' }],
      });
      const after = (await city.cases.plan.show.page({ page: 1, pageSize: 1 }, await coordinator())).total;
      expect(after).toBe(before);
    });
  });
