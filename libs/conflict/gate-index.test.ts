import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPostgres } from '@koujing/database';
import { aCity, organ, type City } from '../../test/support/a-city.js';
import { aRelease, releaseNow, type ReleaseBuilder } from '../../test/support/a-release.js';
import { onEachEngine, onPostgres, type TestDatabase } from '../../test/support/engines.js';

const DAY = 86_400_000;

const collapse = (city: City, deaths: number): ReleaseBuilder =>
  aRelease(city)
    .by('emergency')
    .with({ kind: 'emergency' })
    .saying(
      '东港区海滨路路面塌陷情况通报',
      `11月23日6时10分许，东港区海滨路发生路面塌陷。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`,
    );

/** As another organ would tell it, published at `time`. */
const retold = (time: number) => ({
  id: 'asked',
  organ: '滨海市交通运输局',
  title: '海滨路塌陷通报',
  body: '11月23日6时10分许，东港区海滨路发生路面塌陷。截至11月23日8时，事故造成5人死亡、6人受伤，原因正在调查。',
  publishedAt: new Date(time).toISOString(),
});

onEachEngine('the index of the gate', (open) => {
  let opened: TestDatabase;
  let city: City;
  let then: number;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    then = city.clock.now().getTime();
    await collapse(city, 2).released();
  });
  afterAll(() => opened.drop());

  /** A process that starts now, on the same database and clock. */
  const started = async () => {
    const { cases } = await aCity(opened.database);
    const { index, clock } = cases;
    (clock as City['clock']).travel(city.clock.now().getTime() - clock.now().getTime());
    await index.keepLevel(opened.database.queries);
    return index;
  };

  test('holds at the start what a text that goes out now may be compared with', async () => {
    expect((await started()).held?.releases).toBe(1);
  });

  test('lets go of what has grown too old for any text that goes out now, and a new start does not load it', async () => {
    const { index } = city.cases;
    await index.keepLevel(opened.database.queries);
    const before = index.held;
    city.clock.travel(60 * DAY);
    await aRelease(city).by('water').saying('关于城南水厂检修的通知', '城南水厂检修，水压降低。').released();
    for (let look = 0; look < 61; look++) await index.keepLevel(opened.database.queries);
    expect([before?.releases, index.held?.releases]).toEqual([1, 1]);
    expect((await index.caughtUp(opened.database.queries)).check(retold(then))).toEqual([]);
    expect((await started()).held?.releases).toBe(1);
  });

  test('still holds an old text against what was said at its own time', async () => {
    const detector = await (await started()).caughtUp(opened.database.queries, then);
    const kinds = detector.check(retold(then)).map(({ kind }) => kind);
    expect(kinds).toContain('inconsistent');
  });

  test('holds nothing of a withdrawal that was rolled back after the gate had looked', async () => {
    const { index, gate } = city.cases;
    const { database } = opened;
    const held = (await index.caughtUp(database.queries, then)).size;
    await expect(
      database.transaction(async (queries) => {
        const gate_seq = await gate.forget(queries);
        const withdrawn = { state: 'withdrawn', gate_seq } as const;
        await queries.updateTable('release').set(withdrawn).where('gate_seq', '=', 1).execute();
        expect((await index.caughtUp(queries, then)).size).toBe(held - 1);
        throw new Error('停');
      }),
    ).rejects.toThrow('停');
    expect((await index.caughtUp(database.queries, then)).size).toBe(held);
    expect(held).toBeGreaterThan(0);
  });

  test('keeps what it holds when a transaction that only looked is rolled back', async () => {
    const { index } = city.cases;
    const { database } = opened;
    const before = await index.caughtUp(database.queries);
    const rolledBack = database.transaction(async (queries) => {
      await index.caughtUp(queries);
      throw new Error('停');
    });
    await expect(rolledBack).rejects.toThrow('停');
    expect(await index.caughtUp(database.queries)).toBe(before);
  });

  test('reads a changed register without reading the releases anew', async () => {
    const { index, organs } = city.cases;
    const before = await index.caughtUp(opened.database.queries);
    await organs.save(opened.database.queries, organ('parks', '滨海市园林绿化局', { aliases: ['市园林局'] }));
    const after = await index.caughtUp(opened.database.queries);
    expect(after).toBe(before);
    expect(after.directory.resolve('市园林局')).toBe('滨海市园林绿化局');
  });
});

onPostgres('two processes, each with its index', (open) => {
  test('see what the other released and withdrew at the next look, without being asked', async () => {
    const opened = await open();
    const elsewhere = await openPostgres(opened.url ?? '');
    try {
      const here = await aCity(opened.database);
      const there = (await aCity(elsewhere)).cases.index;
      await there.keepLevel(elsewhere.queries);
      expect(there.held?.releases).toBe(0);

      const { release } = await collapse(here, 2).approved();
      expect(await releaseNow(here, release.id)).toBe(true);
      await there.keepLevel(elsewhere.queries);
      expect(there.held?.releases).toBe(1);

      const seq = await opened.database.transaction((queries) => here.cases.gate.forget(queries));
      const withdrawn = { state: 'withdrawn', gate_seq: seq } as const;
      await opened.database.queries.updateTable('release').set(withdrawn).execute();
      await there.keepLevel(elsewhere.queries);
      expect(there.held).toMatchObject({ releases: 0, lastGateSeq: seq });
    } finally {
      await elsewhere.close();
      await opened.drop();
    }
  });
});
