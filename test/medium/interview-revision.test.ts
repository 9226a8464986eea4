import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import {
  reviseInterviewSchema,
  type ReviseInterviewInput,
} from '../../libs/media/interview/interview.api.js';
import { aPress, type Press } from '../support/a-press.js';
import { loadCityRules, violationCasesOf } from '../support/violations.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const hour = 3_600_000;

onEachEngine('the revision of a request for an interview', (open) => {
  let own: TestDatabase;
  let press: Press;
  let drafter: Actor;
  beforeAll(async () => {
    own = await open();
    press = await aPress(own.database, 'measures');
    drafter = await press.city.actor('water', 'drafter');
  });
  afterAll(() => own.drop());

  const shown = (id: string) => press.interviews.show.one(id, drafter);
  const holder = async (name: string, number: string): Promise<string> => {
    const id = await press.reporter(name);
    await press.checked(id, { number });
    return id;
  };
  const arrangement = (at: string) => ({ form: 'exclusive' as const, at, place: '水务局', person: '局长' });

  /** The request as it reads now, with some of it changed. */
  const revised = async (id: string, changes: Partial<ReviseInterviewInput>) => {
    const { revision, outlet, reporter, matter, subject, questions, via } = await shown(id);
    return reviseInterviewSchema.parse({
      ...{ expectedRevision: revision, outletId: outlet.id, reporterId: reporter?.id ?? null },
      ...{ matterId: matter?.id ?? null, subject, questions, via, reason: '媒体来电更正' },
      ...changes,
    });
  };

  test('an arranged interview gets another time and another person; who changed it, when, why and from what is kept (Art.20, 41)', async () => {
    const id = await press.asked({ reporterId: await holder('记者戊', 'E5') });
    const { arrange, revise } = press.interviews;
    const now = press.city.clock.now().getTime();
    const [first, later] = [26, 50].map((hours) => new Date(now + hours * hour).toISOString()) as [
      string,
      string,
    ];
    await arrange.perform(id, { expectedRevision: 1, ...arrangement(first) }, drafter);
    const moved = { ...arrangement(later), person: '副局长' };
    await revise.perform(id, await revised(id, { arrangement: moved, subject: '城区供水管网改造' }), drafter);
    const view = await shown(id);
    expect(view).toMatchObject({ state: 'arranged', revision: 3, arrangement: { person: '副局长' } });
    expect(view.revisions).toEqual([
      {
        ...{ by: { id: drafter.personId, name: expect.any(String) }, reason: '媒体来电更正' },
        at: civilTime(press.city.clock.now()),
        changes: [
          { field: 'subject', from: '城区供水管网冲洗', to: '城区供水管网改造' },
          { field: 'at', from: civilTime(new Date(first)), to: civilTime(new Date(later)) },
          { field: 'person', from: '局长', to: '副局长' },
        ],
      },
    ]);
    await expect(
      revise.perform(id, { ...(await revised(id, { arrangement: moved })), expectedRevision: 2 }, drafter),
    ).rejects.toMatchObject({ code: 'stale' });
    const arrangedAt = (await shown(id)).arranged;
    press.city.clock.travel(60_000);
    await revise.perform(id, await revised(id, { arrangement: moved, questions: '何时停水？' }), drafter);
    expect((await shown(id)).arranged).toEqual(arrangedAt);
    await expect(revise.perform(id, await revised(id, {}), drafter)).rejects.toMatchObject({
      reasons: [{ code: 'nothingChanged' }],
    });
  });

  test('whoever comes in the place of an accepted reporter has shown a valid credential as well (Art.20)', async () => {
    const id = await press.asked({ reporterId: await holder('记者己', 'E6') });
    const { accept, revise } = press.interviews;
    await accept.perform(id, { expectedRevision: 1 }, drafter);
    const unchecked = await press.reporter('记者庚');
    await expect(
      revise.perform(id, await revised(id, { reporterId: unchecked }), drafter),
    ).rejects.toMatchObject({ reasons: [{ code: 'accreditationMissing' }] });
    const checked = await holder('记者辛', 'E7');
    await revise.perform(id, await revised(id, { reporterId: checked }), drafter);
    expect((await shown(id)).reporter?.id).toBe(checked);
    await expect(
      revise.perform(
        id,
        await revised(id, { arrangement: arrangement('2027-01-01T10:00:00+08:00') }),
        drafter,
      ),
    ).rejects.toMatchObject({ reasons: [{ code: 'notArranged' }] });
  });

  test('the hour at which a request came is the coordinator’s to correct, and only while it is unanswered (Art.39(2))', async () => {
    const { accept, revise } = press.interviews;
    const id = await press.asked({ reporterId: await holder('记者壬', 'E8') });
    const receivedAt = new Date(press.city.clock.now().getTime() - 3 * hour).toISOString();
    await expect(revise.perform(id, await revised(id, { receivedAt }), drafter)).rejects.toMatchObject({
      reasons: [{ code: 'receivedIsCoordinators' }],
    });
    await revise.perform(id, await revised(id, { receivedAt }), press.coordinator);
    expect((await shown(id)).receivedAt).toBe(civilTime(new Date(receivedAt)));
    await accept.perform(id, { expectedRevision: 2 }, drafter);
    const later = new Date(press.city.clock.now().getTime() - hour).toISOString();
    await expect(
      revise.perform(id, await revised(id, { receivedAt: later }), press.coordinator),
    ).rejects.toMatchObject({ reasons: [{ code: 'answeredAlready' }] });
  });
});

onEachEngine('the hour of a request in a city that set a clock for the answer', (open) => {
  let own: TestDatabase;
  let press: Press;
  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
    const clock = '{ limit: 2, unit: workday, article: 本市规定（两个工作日答复） }';
    writeFileSync(file, `deadlines:\n  interviewReply: ${clock}\n`);
    own = await open();
    press = await aPress(own.database, file);
  });
  afterAll(() => own.drop());

  const earlier = (hours: number) => new Date(press.city.clock.now().getTime() - hours * hour).toISOString();
  const corrected = async (id: string, receivedAt: string): Promise<void> => {
    const view = await press.interviews.show.one(id, press.coordinator);
    const { revision, outlet, subject, questions, via } = view;
    const input = reviseInterviewSchema.parse({
      ...{ expectedRevision: revision, outletId: outlet.id, reporterId: null, matterId: null },
      ...{ subject, questions, via, receivedAt, reason: '媒体来电更正' },
    });
    await press.interviews.revise.perform(id, input, press.coordinator);
  };

  test('corrected after its clock passed, the same unanswered request is no second act (Art.39(2))', async () => {
    const cases = violationCasesOf(press.city.cases, loadCityRules('measures'));
    const id = await press.asked({ subject: '渡口停航原因', receivedAt: earlier(0) });
    press.city.clock.travel(6 * 24 * hour);
    expect(await cases.watch.tick()).toBe(1);
    await corrected(id, earlier(6 * 24 - 1));
    expect(await cases.watch.tick()).toBe(0);
  });

  test('is not corrected once the clock was paused: the pause would be lost (Art.39(2))', async () => {
    const id = await press.asked({ subject: '桥梁限高原因', receivedAt: earlier(1) });
    const { deadlines, hold } = press.city.cases.clocks;
    const [clock] = await deadlines.ofSubject(own.database.queries, { kind: 'interview', id });
    const stopped = (still: boolean) =>
      hold.perform({ id: clock?.id ?? '', hold: still, reason: '等待补充材料' }, press.coordinator);
    await stopped(true);
    const refused = { reasons: [{ code: 'clockWasPaused', field: 'receivedAt' }] };
    await expect(corrected(id, earlier(2))).rejects.toMatchObject(refused);
    press.city.clock.travel(24 * hour);
    await stopped(false);
    await expect(corrected(id, earlier(2))).rejects.toMatchObject(refused);
  });
});
