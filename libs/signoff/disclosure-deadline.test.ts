import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DeadlineStore } from '@koujing/deadline';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease, releaseNow, type Built } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { loadCityRules, violationCasesOf, type ViolationCases } from '../../test/support/violations.js';

const day = 24 * 3_600_000;

onEachEngine('the clock of the day on which information was formed', (open) => {
  let opened: TestDatabase;
  let city: City;
  let violation: ViolationCases;
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    violation = violationCasesOf(city.cases, loadCityRules('measures'));
  });
  afterAll(() => opened.drop());

  const deadlines = new DeadlineStore();
  const clocksOf = async ({ release: { id } }: Built) =>
    (await deadlines.ofSubject(opened.database.queries, { kind: 'release', id })).filter(
      ({ rule }) => rule === 'disclosure',
    );
  const formed = (formedOn: string | null) => aRelease(city).with({ declaration: { formedOn } });
  const casesOf = async ({ release: { id } }: Built) => {
    await violation.watch.tick();
    const rows = await opened.database.queries
      .selectFrom('violation')
      .select('act_key')
      .where('link', '=', `/releases/${id}`)
      .execute();
    return rows.map(({ act_key: key }) => key);
  };
  /** Sent back to its drafter, who declares this day and hands it in once more. */
  const handedInAgain = async ({ release: { id } }: Built, formedOn: string | null) => {
    const { releases, revise, submit, return: giveBack } = city.cases;
    const { queries } = opened.database;
    const digestOf = async (version: number) => (await releases.version(queries, id, version))?.digest ?? '';
    const held = await releases.find(queries, id);
    const leader = await city.actor('transport', 'approver');
    const digest = await digestOf(held?.version ?? 1);
    await giveBack.perform({ releaseId: id, digest, note: '请再核对。' }, leader);
    const drafter = await city.actor('transport', 'drafter');
    const expectedRevision = (await releases.find(queries, id))?.revision ?? 0;
    const draft = formed(formedOn).draft();
    const { version } = await revise.perform(id, { expectedRevision, draft }, drafter);
    await submit.perform(id, await digestOf(version), drafter);
  };

  test('runs on where the release is returned and handed in once more with the same day: late is late once (信息公开条例 Art.26)', async () => {
    const built = await formed('2026-11-02').submitted();
    city.clock.travel(14 * day);
    const first = await casesOf(built);
    expect(first).toHaveLength(1);
    await handedInAgain(built, '2026-11-02');
    expect((await clocksOf(built)).map(({ state }) => state)).toEqual(['running']);
    expect(await casesOf(built)).toEqual(first);
  });

  test('that has passed is undone by no other day and by none', async () => {
    const built = await formed('2026-11-02').submitted();
    const [passed] = await clocksOf(built);
    await handedInAgain(built, null);
    await handedInAgain(built, '2026-11-30');
    expect(await clocksOf(built)).toEqual([passed]);
  });

  test('that has not passed is counted from the day that is declared instead, and says why', async () => {
    const built = await formed('2026-11-30').submitted();
    await handedInAgain(built, '2026-12-01');
    await handedInAgain(built, null);
    const clocks = await clocksOf(built);
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const reasons = [];
    for (const { id } of clocks) {
      const history = await deadlines.history(opened.database.queries, id);
      reasons.push(history.at(-1)?.detail?.['reason']);
    }
    expect(reasons).toEqual([
      '信息形成的日期由2026-11-30改为2026-12-01',
      '信息形成的日期由2026-12-01改为不填',
    ]);
  });

  test('passed is a gap of its organ, which the release closes, and no second one beside another of the same release (Art.15, 信息公开条例 Art.26)', async () => {
    const gapsOf = async ({ release }: Built) => {
      await city.cases.dutyGaps.tick();
      const rows = await opened.database.queries
        .selectFrom('finding')
        .select(['key', 'state', 'explanation'])
        .where('kind', '=', 'gap')
        .where('key', 'like', `duty:%:release:${release.id}@%`)
        .orderBy('key')
        .execute();
      return rows.map(({ key, state, explanation }) => [key.split(':')[1], state, explanation] as const);
    };
    const { queries } = opened.database;
    const formedOn = city.clock.now().toISOString().slice(0, 10);
    const plain = (title: string) => formed(formedOn).saying(title, `${title}，自即日起。`);
    const built = await plain('停车场收费说明').submitted();
    const matter = await aMatter(city)
      .titled('站前广场改造')
      .ownedBy('transport')
      .due(new Date(city.clock.now().getTime() + day).toISOString())
      .opened();
    const onMatter = await plain('站前广场改造说明').with({ matter }).submitted();
    expect(await gapsOf(built)).toEqual([]);
    city.clock.travel(35 * day);
    expect(await gapsOf(built)).toEqual([['disclosure', 'open', expect.stringContaining('第二十六条')]]);
    // Its matter tells it already.
    expect(await gapsOf(onMatter)).toEqual([]);
    const late = await formed(formedOn).saying('公交专用道说明', '公交专用道启用。').approved();
    const routine = await deadlines.openOf(queries, 'routineRelease', {
      ...{ kind: 'release', id: late.release.id },
    });
    expect((await gapsOf(late)).map(([rule]) => rule)).toEqual(['disclosure']);
    city.clock.travel(16 * day);
    expect(routine).not.toBeNull();
    // The nearer limit has passed too: one row of the board for one release.
    expect((await gapsOf(late)).map(([rule, state]) => [rule, state])).toEqual([
      ['disclosure', 'closed'],
      ['routineRelease', 'open'],
    ]);
    await releaseNow(city, late.release.id);
    expect((await gapsOf(late)).map(([, state]) => state)).toEqual(['closed', 'closed']);
  });
});

onEachEngine('the same clock in a city whose routine releases are no gap', (open) => {
  let opened: TestDatabase;
  afterAll(() => opened.drop());

  test('is a gap all the same: nothing else of the release is on the board (Art.15, 信息公开条例 Art.26)', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
    writeFileSync(file, 'deadlines:\n  routineRelease: { gap: false, article: 本市规定 }\n');
    opened = await open();
    const city = await aCity(opened.database, undefined, file);
    const formedOn = city.clock.now().toISOString().slice(0, 10);
    const { release } = await aRelease(city).with({ declaration: { formedOn } }).approved();
    city.clock.travel(60 * day);
    await city.cases.dutyGaps.tick();
    const { queries } = opened.database;
    const gaps = await queries.selectFrom('finding').select('key').where('kind', '=', 'gap').execute();
    expect(gaps.map(({ key }) => key)).toEqual([`duty:disclosure:release:${release.id}@transport`]);
  });
});
