import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { lineInputSchema } from '../matter/matter.api.js';
import { AgreedMatters } from './agreed/agreed-matters.js';
import { CheckDraft } from './check-draft.js';
import { Detector } from './detector.js';
import { ReleaseWindow } from './release-window.js';
import { liveCheckInputSchema } from './live-check.api.js';

const text = '11月23日5时40分许，东港区海滨路一厂房发生坍塌。截至11月23日8时，事故造成5人死亡、6人受伤。';
const input = (changes: Record<string, unknown> = {}) =>
  liveCheckInputSchema.parse({
    ...{ organId: 'transport', kind: 'emergency', title: '海滨路厂房坍塌事故通报', body: text },
    ...changes,
  });
const waiting = (): AbortSignal => new AbortController().signal;

/** Counts the checks that it is asked for. */
class CountingDetector extends Detector {
  checks = 0;

  override check(...asked: Parameters<Detector['check']>): ReturnType<Detector['check']> {
    this.checks += 1;
    return super.check(...asked);
  }
}

/** A window around this detector, in which the press was told nothing. */
const windowOf = (detector: Detector): ReleaseWindow =>
  Object.assign(
    new ReleaseWindow(
      {},
      { from: 0, to: Infinity },
      { last: 0, told: [], lastTold: 0, heard: [], lastHeard: 0 },
    ),
    {
      detector,
    },
  );

onEachEngine('a check while typing', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    await aRelease(city)
      .by('emergency')
      .with({ kind: 'emergency' })
      .saying('海滨路厂房坍塌事故情况通报', text.replace('5人死亡', '2人死亡'))
      .released();
  });
  afterAll(() => opened.drop());

  test('finds what the gate would find, and stores nothing', async () => {
    const before = await opened.database.queries.selectFrom('finding').select('id').execute();
    const actor = await city.actor('transport', 'drafter');
    const { findings, facts, checkedAgainst } = await city.cases.checkDraft.perform(
      input(),
      actor,
      waiting(),
    );
    expect(checkedAgainst).toBeGreaterThan(0);
    expect(findings.map(({ kind }) => kind)).toContain('inconsistent');
    expect(facts.map(({ attribute }) => attribute)).toEqual(
      expect.arrayContaining(['deaths', 'injured', 'place']),
    );
    const after = await opened.database.queries.selectFrom('finding').select('id').execute();
    expect(after).toEqual(before);
  });

  test('tells what the text says against itself and against its words for one channel', async () => {
    const actor = await city.actor('transport', 'drafter');
    const itself = async (changes: Record<string, unknown>): Promise<readonly string[]> => {
      const { findings } = await city.cases.checkDraft.perform(input(changes), actor, waiting());
      return findings
        .filter(({ releases }) => releases.length === 0)
        .flatMap(({ facts }) => facts.map(({ a, b }) => `${a.value} × ${b.value} ${b.source ?? ''}`.trim()));
    };
    expect(await itself({})).toEqual([]);
    expect(await itself({ title: '海滨路厂房坍塌致3人死亡' })).toEqual(['3人 × 5人']);
    expect(await itself({ overrides: { weibo: '海滨路一厂房坍塌，已致4人死亡、6人受伤。' } })).toEqual([
      '5人 × 4人 weibo',
    ]);
    expect(await itself({ overrides: { weibo: { title: '海滨路厂房坍塌致4人死亡' } } })).toEqual([
      '5人 × 4人 weibo',
    ]);
    expect(await itself({ overrides: { weibo: { summary: '海滨路一厂房坍塌，已致4人死亡。' } } })).toEqual([
      '5人 × 4人 weibo',
    ]);
  });

  test('holds the text against the agreed line of a matter that is its organ’s business, and of no other', async () => {
    const matter = await aMatter(city).ownedBy('emergency').concerning('transport').opened();
    const line = lineInputSchema.parse({ attribute: 'injured', value: '4', unit: '人' });
    await city.cases.matter.state.perform(matter, line, await city.actor('emergency', 'approver'));
    const departures = async (organId: string): Promise<number> => {
      const actor = await city.actor(organId, 'drafter');
      const answer = await city.cases.checkDraft.perform(input({ organId, matter }), actor, waiting());
      return answer.findings.filter(({ facts }) => facts.some(({ a }) => a.release.startsWith('line:')))
        .length;
    };
    expect([await departures('transport'), await departures('water')]).toEqual([1, 0]);
  });

  test('stops before the work once nobody waits for it', async () => {
    const detector = new CountingDetector();
    const controller = new AbortController();
    const { cases } = city;
    const checkDraft = new CheckDraft({
      ...cases,
      agreed: new AgreedMatters(cases.matters, cases.organs),
      index: {
        heldAgainst: async () => {
          controller.abort();
          return windowOf(detector);
        },
      },
    });
    const actor = await city.actor('transport', 'drafter');
    await expect(checkDraft.perform(input(), actor, controller.signal)).rejects.toMatchObject({
      code: 'gone',
    });
    expect(detector.checks).toBe(0);
    await checkDraft.perform(input(), actor, waiting());
    expect(detector.checks).toBe(1);
  });

  test('is for those who draft for the organ', async () => {
    const stranger = await city.actor('water', 'drafter');
    await expect(city.cases.checkDraft.perform(input(), stranger, waiting())).rejects.toMatchObject({
      code: 'forbidden',
      // As docs/api.md says it to whoever asks with a key.
      reasons: [{ code: 'lacksRole' }],
    });
  });
});
