import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, type ReleaseBuilder } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { Detector } from './detector.js';
import { unpackFacts } from './facts/index.js';

const collapse = (city: City, deaths: number): ReleaseBuilder =>
  aRelease(city)
    .by('emergency')
    .with({ kind: 'emergency' })
    .saying(
      '东港区海滨路路面塌陷情况通报',
      `11月23日6时10分许，东港区海滨路发生路面塌陷。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`,
    );

/** As another organ tells it, with five dead. */
const retold = {
  id: 'asked',
  organ: '滨海市交通运输局',
  title: '海滨路塌陷通报',
  body: '11月23日6时10分许，东港区海滨路发生路面塌陷。截至11月23日8时，事故造成5人死亡、6人受伤，原因正在调查。',
  publishedAt: '2026-11-23T09:10:00+08:00',
};

onEachEngine('facts stored with a release', (open) => {
  let opened: TestDatabase;
  let city: City;
  let id: string;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    id = (await collapse(city, 2).released()).release.id;
  });
  afterAll(() => opened.drop());

  const row = () =>
    opened.database.queries
      .selectFrom('release_facts')
      .selectAll()
      .where('release_id', '=', id)
      .executeTakeFirstOrThrow();
  const deathsStored = async (): Promise<readonly unknown[]> =>
    unpackFacts(new Uint8Array((await row()).facts)).flatMap(({ attribute, value }) =>
      attribute === 'deaths' && value.type === 'quantity' ? value.quantity.value : [],
    );
  /** A process that starts now. */
  const started = async () => {
    const { index } = (await aCity(opened.database)).cases;
    await index.keepLevel(opened.database.queries);
    return index;
  };
  const deathsAgainst = async (): Promise<readonly unknown[]> => {
    const detector = await (await started()).caughtUp(opened.database.queries);
    return detector
      .check(retold)
      .flatMap(({ facts }) => facts.flatMap(({ attribute, a }) => (attribute === 'deaths' ? a.value : [])));
  };

  test('are committed with its publication', async () => {
    expect((await row()).version).toBe(1);
    expect(await deathsStored()).toEqual([2]);
  });

  test('are not stored when its publication is rolled back', async () => {
    const { release } = await aRelease(city)
      .by('water')
      .saying('关于检修的通知', '12月1日城南停水8小时。')
      .approved();
    const { database, gate } = city.cases;
    await expect(
      database.transaction(async (queries) => {
        expect((await gate.decide(queries, release.id)).passed).toBe(true);
        throw new Error('停');
      }),
    ).rejects.toThrow('停');
    const stored = database.queries.selectFrom('release_facts').where('release_id', '=', release.id);
    expect(await stored.selectAll().execute()).toEqual([]);
  });

  test('are what another process compares, without reading the text again', async () => {
    const told = new Detector().factsToStore({ ...retold, body: retold.body.replace('5人死亡', '9人死亡') });
    const before = await row();
    const update = (facts: Uint8Array) =>
      opened.database.queries
        .updateTable('release_facts')
        .set({ facts })
        .where('release_id', '=', id)
        .execute();
    expect(await deathsAgainst()).toEqual(['2人']);
    await update(told.bytes);
    expect(await deathsAgainst()).toEqual(['9人']);
    await update(before.facts);
  });

  test('are counted in bytes against their budget', async () => {
    const { stored } = (await started()).held?.factBytes ?? { stored: 0 };
    expect(stored).toBe((await row()).facts.length);
  });

  test('are read anew and stored again where another grammar had read them', async () => {
    const before = await row();
    const other = { key: before.key.replace(/^[^:]+/, 'older'), facts: new Uint8Array([0]) };
    await opened.database.queries
      .updateTable('release_facts')
      .set(other)
      .where('release_id', '=', id)
      .execute();
    expect(await deathsAgainst()).toEqual(['2人']);
    expect(await row()).toEqual(before);
  });

  test('read late are held by the process that read them as well', async () => {
    await opened.database.queries
      .updateTable('release_facts')
      .set({ key: 'older', facts: new Uint8Array([0]) })
      .where('release_id', '=', id)
      .execute();
    expect((await started()).held?.factBytes.stored).toBe((await row()).facts.length);
  });

  test('are read anew, held and stored by a running process when the register names another area', async () => {
    const index = await started();
    const before = (await row()).key;
    await opened.database.queries
      .updateTable('organ')
      .set({ area: '海滨新区' })
      .where('id', '=', 'transport')
      .execute();
    await index.caughtUp(opened.database.queries);
    await index.keepLevel(opened.database.queries);
    expect((await row()).key).not.toBe(before);
    expect(index.held?.factBytes.stored).toBe((await row()).facts.length);
  });

  test('follow a correction in the transaction that lets it out', async () => {
    const { database, releases, gate, clock } = city.cases;
    await database.transaction(async (queries) => {
      const version = await releases.version(queries, id, 1);
      if (version === null) throw new Error(`${id} is gone`);
      const plain = version.plain.replace('2人死亡', '3人死亡');
      const at = clock.now();
      await releases.insertVersion(queries, { ...version, version: 2, plain, createdAt: at });
      await releases.write(queries, id, { state: 'approved', version: 2, at });
      const { gateSeq } = await gate.decide(queries, id);
      await releases.write(queries, id, { state: 'released', gateSeq, at });
    });
    expect([(await row()).version, await deathsStored()]).toEqual([2, [3]]);
    expect(await deathsAgainst()).toEqual(['3人']);
  });
});
