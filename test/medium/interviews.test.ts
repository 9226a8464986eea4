import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { aMatter } from '../support/a-matter.js';
import { loadCityRules, violationCasesOf } from '../support/violations.js';
import { aPress, type Press } from '../support/a-press.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const hour = 3_600_000;
const refusal = { reason: 'underInvestigation', text: '正在核实，三日内答复。' };

describe.each(['measures', 'guizhou'])('under the rules of %s', (rules) => {
  onEachEngine('requests for interviews', (open) => {
    let own: TestDatabase;
    let press: Press;
    let drafter: Actor;
    let approver: Actor;
    beforeAll(async () => {
      own = await open();
      press = await aPress(own.database, rules);
      drafter = await press.city.actor('water', 'drafter');
      approver = await press.city.actor('water', 'approver');
    });
    afterAll(() => own.drop());

    const shown = (id: string, actor: Actor = drafter) => press.interviews.show.one(id, actor);
    const holder = async (name: string, number: string): Promise<string> => {
      const id = await press.reporter(name);
      await press.checked(id, { number });
      return id;
    };
    const arrangement = (at: string) => ({ form: 'exclusive' as const, at, place: '水务局', person: '局长' });
    const alarms = async (): Promise<readonly { readonly person_id: string }[]> => {
      const query = own.database.queries.selectFrom('notification').select('person_id');
      return query.where('kind', '=', 'interviewUnanswered').execute();
    };

    test('a request is accepted only with a named reporter whose credentials were checked (Art.20)', async () => {
      const id = await press.asked();
      const { interviews } = press;
      const first = { expectedRevision: 1 };
      await expect(interviews.accept.perform(id, first, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'reporterNeeded' }],
      });
      const reporterId = await press.reporter('记者甲');
      expect((await shown(id)).actions.accept.reasons.map(({ code }) => code)).toEqual(['reporterNeeded']);
      await expect(interviews.accept.perform(id, { ...first, reporterId }, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'accreditationMissing' }],
      });
      await press.checked(reporterId, { number: 'E1', validTo: '2026-11-22' });
      await expect(interviews.accept.perform(id, { ...first, reporterId }, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'accreditationExpired' }],
      });
      expect(await shown(id)).toMatchObject({ state: 'received', reporter: null, revision: 1 });
      await press.checked(reporterId, { number: 'E2' });
      await interviews.accept.perform(id, { ...first, reporterId }, drafter);
      expect(await shown(id)).toMatchObject({ state: 'accepted', reporter: { id: reporterId } });
    });

    test('an interview is arranged with time, place and person, held not before its hour, and closed (Art.10)', async () => {
      const id = await press.asked({ reporterId: await holder('记者乙', 'E3') });
      const { arrange, hold, close } = press.interviews;
      const at = '2026-11-24T10:00:00+08:00';
      await expect(
        arrange.perform(id, { expectedRevision: 1, ...arrangement(at), place: '' }, drafter),
      ).rejects.toMatchObject({ reasons: [{ code: 'placeNeeded' }] });
      await arrange.perform(id, { expectedRevision: 1, ...arrangement(at) }, drafter);
      await expect(hold.perform(id, { expectedRevision: 2, note: '' }, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'notYet' }],
      });
      await expect(
        close.perform(id, { expectedRevision: 2, outcome: 'done', note: '' }, drafter),
      ).rejects.toMatchObject({ reasons: [{ code: 'answerFirst' }] });
      press.city.clock.travel(26 * hour);
      await hold.perform(id, { expectedRevision: 2, note: '如期采访' }, drafter);
      await close.perform(id, { expectedRevision: 3, outcome: 'done', note: '' }, drafter);
      expect(await shown(id)).toMatchObject({
        ...{ state: 'closed', arrangement: { place: '水务局', person: '局长' } },
        ...{ held: { note: '如期采访' }, closing: { outcome: 'done' } },
      });
    });

    test('nobody refuses alone or without a reason: another person, the leader, approves it (Art.39)', async () => {
      const id = await press.asked();
      const { propose, decide } = press.interviews;
      await expect(
        propose.perform(id, { expectedRevision: 1, ...refusal, reason: 'busy' }, drafter),
      ).rejects.toMatchObject({
        reasons: [{ code: 'unknownReason', allowed: expect.stringContaining('stateSecret') }],
      });
      await propose.perform(id, { expectedRevision: 1, ...refusal }, approver);
      expect(await shown(id)).toMatchObject({ state: 'received', refusalProposed: true, repliedAt: null });
      await expect(decide.approve(id, 2, approver)).rejects.toMatchObject({
        reasons: [{ code: 'refusalSameHand' }],
      });
      await expect(decide.approve(id, 2, drafter)).rejects.toMatchObject({ code: 'forbidden' });
      await decide.giveBack(id, { expectedRevision: 2, note: '应当受理' }, await leader());
      expect(await shown(id)).toMatchObject({ state: 'received', refusal: null });
      await propose.perform(id, { expectedRevision: 3, ...refusal }, drafter);
      await decide.approve(id, 4, approver);
      expect(await shown(id)).toMatchObject({
        state: 'refused',
        refusal: {
          ...{
            text: refusal.text,
            proposedBy: { id: 'water-drafter' },
            approvedBy: { id: 'water-approver' },
          },
          reason: { article: '第十四条' },
        },
      });
    });

    test('the database itself holds no refusal without a second hand (Art.39)', async () => {
      const id = await press.asked();
      const write = (given: unknown) =>
        own.database.queries
          .updateTable('interview')
          .set({ state: 'refused', refusal: JSON.stringify(given) })
          .where('id', '=', id)
          .execute();
      await expect(write({ ...refusal, proposedBy: 'a', approvedBy: 'a' })).rejects.toThrow(
        /refused_by_two/u,
      );
      await expect(write({ ...refusal, proposedBy: 'a', approvedBy: null })).rejects.toThrow(
        /refused_by_two/u,
      );
      await expect(write({ ...refusal, reason: '', proposedBy: 'a', approvedBy: 'b' })).rejects.toThrow(
        /refused_by_two/u,
      );
    });

    test('what an official register confirms may not be refused for want of credentials (Art.20)', async () => {
      const reporterId = await press.reporter('记者丙');
      await press.checked(reporterId, { number: 'E4', register: 'pressCardSite' });
      const id = await press.asked({ reporterId });
      await expect(
        press.interviews.propose.perform(
          id,
          { expectedRevision: 1, ...refusal, reason: 'noCredentials' },
          drafter,
        ),
      ).rejects.toMatchObject({ reasons: [{ code: 'officiallyConfirmed' }] });
    });

    test('an unanswered request is told to the coordinators once, however often the tick runs (Art.39)', async () => {
      press.city.clock.travel(48 * hour);
      await press.interviews.alarm.tick();
      const before = (await alarms()).length;
      const id = await press.asked();
      const { hours } = loadCityRules(rules).interviews.ageAlarm;
      press.city.clock.travel(hours * hour - 1);
      expect(await press.interviews.alarm.tick()).toBe(0);
      expect((await shown(id)).alarm).toBe(false);
      press.city.clock.travel(1);
      expect((await shown(id)).alarm).toBe(true);
      const ticks = await Promise.all([press.interviews.alarm.tick(), press.interviews.alarm.tick()]);
      expect(ticks.reduce((sum, told) => sum + told, 0)).toBe(1);
      expect(await press.interviews.alarm.tick()).toBe(0);
      const told = await alarms();
      expect(told.length).toBe(before + 1);
      expect(told.at(-1)?.person_id).toBe('office-coordinator');
    });

    test('what waits longest stands on top of the list, with its age (Art.39)', async () => {
      const { items, alarmHours } = await press.interviews.show.page(
        { page: 1, pageSize: 50, state: 'received' },
        drafter,
      );
      const ages = items.map(({ ageHours }) => ageHours);
      expect(ages).toEqual([...ages].sort((a, b) => b - a));
      expect(alarmHours).toBe(24);
    });

    test('an unanswered request is put away only when its outlet took it back, and says how (Art.39)', async () => {
      const id = await press.asked();
      const { close } = press.interviews;
      const by = { expectedRevision: 1, outcome: 'withdrawnByMedia' as const };
      await expect(close.perform(id, { ...by, note: '' }, drafter)).rejects.toMatchObject({
        reasons: [{ code: 'noteNeeded' }],
      });
      await close.perform(id, { ...by, note: '记者来电取消' }, drafter);
      expect(await shown(id)).toMatchObject({ state: 'closed', repliedAt: null });
    });

    test('another organ neither sees nor moves the request; its matter must concern the organ asked', async () => {
      const id = await press.asked();
      const stranger = await press.city.actor('emergency', 'drafter');
      await expect(shown(id, stranger)).rejects.toMatchObject({ code: 'notFound' });
      const matterId = await aMatter(press.city).ownedBy('transport').opened();
      await expect(press.asked({ matterId })).rejects.toMatchObject({ reasons: [{ code: 'unknownMatter' }] });
      const list = await press.interviews.show.page({ page: 1, pageSize: 50 }, stranger);
      expect(list.total).toBe(0);
    });

    test('who looked at an older state is told so, and nothing changes', async () => {
      const id = await press.asked();
      await press.interviews.propose.perform(id, { expectedRevision: 1, ...refusal }, drafter);
      await expect(
        press.interviews.close.perform(
          id,
          { expectedRevision: 1, outcome: 'withdrawnByMedia', note: '取消' },
          drafter,
        ),
      ).rejects.toMatchObject({ code: 'stale' });
    });

    test('without a number in the rules file no clock runs on a request (Art.39)', async () => {
      const id = await press.asked();
      expect((await shown(id)).dueAt).toBeNull();
    });

    test('in a city without hours of its own an unanswered request is an act once the alarm’s hours have passed (Art.39(2))', async () => {
      const cases = violationCasesOf(press.city.cases, loadCityRules('measures'));
      const coordinator = await press.city.actor('office', 'coordinator');
      const id = await press.asked({ subject: '渡口停航原因' });
      const found = async () => {
        await cases.watch.tick();
        const { items } = await cases.show.page({ page: 1, pageSize: 50 }, coordinator);
        return items
          .filter(({ title }) => title === '渡口停航原因')
          .map(({ kind, article }) => [kind, article]);
      };
      press.city.clock.travel(23 * hour);
      expect(await found()).toEqual([]);
      press.city.clock.travel(2 * hour);
      expect(await found()).toEqual([['interviewRefused', '第三十九条第二项']]);
      expect(await found()).toHaveLength(1);
      expect((await shown(id)).state).toBe('received');
    });

    test('each request is looked at once for the act, answered or not, so that a minute costs what is newly overdue (Art.39(2))', async () => {
      const cases = violationCasesOf(press.city.cases, loadCityRules('measures'));
      const { queries } = own.database;
      const gone = await press.asked({ subject: '公交提价原因' });
      await press.asked({ subject: '桥梁限高原因' });
      const { revision } = await shown(gone);
      await press.interviews.close.perform(
        gone,
        { expectedRevision: revision, outcome: 'withdrawnByMedia', note: '不再采访' },
        drafter,
      );
      const open = () => queries.selectFrom('interview').select('subject').where('examined_at', 'is', null);
      await cases.watch.tick();
      expect((await open().execute()).map(({ subject }) => subject)).toEqual(
        expect.arrayContaining(['公交提价原因', '桥梁限高原因']),
      );
      press.city.clock.travel(25 * hour);
      expect(await cases.watch.tick()).toBe(1);
      expect(await open().execute()).toEqual([]);
      expect(await cases.watch.tick()).toBe(0);
    });

    /** Another leader than the one who proposed. */
    const leader = async (): Promise<Actor> => ({
      ...(await press.city.actor('water', 'approver')),
      personId: 'office-approver',
    });
  });
});

onEachEngine('the clock of a request in a city that set one', (open) => {
  test('it runs from the hour at which the request came, ends with the answer and lapses when it is taken back (Art.39)', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
    writeFileSync(file, 'deadlines:\n  interviewReply: { limit: 8, article: 本市规定（八小时答复） }\n');
    const own = await open();
    const press = await aPress(own.database, file);
    const drafter = await press.city.actor('water', 'drafter');
    const reporterId = await press.reporter('记者甲');
    await press.checked(reporterId);
    const id = await press.asked({ reporterId, receivedAt: '2026-11-23T07:00:00+08:00' });
    const other = await press.asked();
    expect((await press.interviews.show.one(id, drafter)).dueAt).toBe('2026-11-23T15:00:00.000+08:00');
    press.city.clock.travel(7 * hour);
    await press.interviews.accept.perform(id, { expectedRevision: 1 }, drafter);
    const gone = { expectedRevision: 1, outcome: 'withdrawnByMedia' as const, note: '取消' };
    await press.interviews.close.perform(other, gone, drafter);
    const query = own.database.queries.selectFrom('deadline').select(['subject_id', 'state', 'rule']);
    const ended = await query.where('subject_kind', '=', 'interview').execute();
    expect(new Map(ended.map(({ subject_id, state }) => [subject_id, state]))).toEqual(
      new Map([
        [id, 'metLate'],
        [other, 'cancelled'],
      ]),
    );
    await own.drop();
  });
});
