import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aRelease, type ReleaseBuilder } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const accident = (city: City, organ: string, deaths: number): ReleaseBuilder =>
  aRelease(city)
    .by(organ)
    .with({ kind: 'emergency' })
    .saying(
      '东港区海滨路厂房坍塌事故情况通报',
      `11月23日5时40分许，东港区海滨路一厂房发生坍塌。截至11月23日8时，事故造成${deaths}人死亡、6人受伤，原因正在调查。`,
    );

onEachEngine('a text that is corrected after it went out', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  /** What a correction does to the text: a new version, past the gate. */
  const correct = async (releaseId: string, from: string, to: string): Promise<void> => {
    const { database, releases, gateStore, clock } = city.cases;
    await database.transaction(async (queries) => {
      await gateStore.lock(queries);
      const version = await releases.version(queries, releaseId, 1);
      if (version === null) throw new Error(`${releaseId} is gone`);
      const plain = version.plain.replace(from, to);
      await releases.insertVersion(queries, { ...version, version: 2, plain, createdAt: clock.now() });
      const gateSeq = await gateStore.nextGateSeq(queries);
      await releases.write(queries, releaseId, { state: 'released', version: 2, gateSeq, at: clock.now() });
    });
  };

  test('closes what others had raised against it, and ends the duty to correct it', async () => {
    const { findings, duties, rule, reconsider } = city.cases;
    const { queries } = opened.database;
    const { release: out } = await accident(city, 'emergency', 2).released();
    const { release: coming } = await accident(city, 'transport', 5).submitted();
    const finding = (await findings.ofRelease(queries, coming.id)).find(
      ({ kind }) => kind === 'inconsistent',
    );
    const ruling = finding?.releases[0] === coming.id ? 'preferA' : 'preferB';
    const coordinator = await city.actor('office', 'coordinator');
    await rule.perform(finding?.id ?? '', { ruling, reason: '以现场核实为准' }, coordinator);
    await reconsider.tick();
    expect((await duties.ofReleases(queries, [out.id]))[0]?.endedAt).toBeNull();

    await correct(out.id, '2人死亡', '5人死亡');
    expect(await reconsider.tick()).toBe(1);
    expect((await findings.find(queries, finding?.id ?? ''))?.state).toBe('closed');
    expect((await duties.ofReleases(queries, [out.id]))[0]?.endedAt).not.toBeNull();
    expect(await reconsider.tick()).toBe(0);
  });
});
