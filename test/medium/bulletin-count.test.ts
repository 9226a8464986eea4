import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { recordEntrySchema, registerQuerySchema } from '../../libs/register/register.api.js';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { registerCasesOf } from '../../apps/dispatcher/register-cases.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const coordinator: Actor = {
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role: 'coordinator', organId: 'office', office: true }],
};

onEachEngine('bulletins by their number', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const asking = (limit: number) => {
    const rules = loadCityRules('measures');
    const { halfYearBulletin } = rules.deadlines;
    if (halfYearBulletin === undefined) throw new Error('the rules ask for no bulletin');
    const deadlines = { ...rules.deadlines, halfYearBulletin: { ...halfYearBulletin, limit } };
    return registerCasesOf({ ...city.cases, rules: { ...rules, deadlines } });
  };

  test('a city that asks for two on a half-year owes them until the second was sent, on its day (Art.42)', async () => {
    const { queries } = opened.database;
    const cases = asking(2);
    const sent = (detail: Record<string, unknown>) =>
      cases.record.perform(
        recordEntrySchema.parse({ register: 'bulletin', organId: 'office', replaces: null, detail }),
        coordinator,
      );
    const owed = async () =>
      (await cases.show.page('bulletin', registerQuerySchema.parse({}), coordinator)).owed.map(
        ({ key, titleEn, sent: done, asked }) => [key, titleEn, done, asked],
      );
    const oneOfTwo = [['2026-H1', 'Bulletin on the first half of 2026', 1, 2]];
    await cases.beginBulletin.tick();
    const first = { period: '2026-H1', sentOn: '2026-11-18', documentNumber: '滨新办〔2026〕7号', note: '' };
    await sent(first);
    await cases.beginBulletin.tick();
    expect(await owed()).toEqual(oneOfTwo);
    await expect(sent(first)).rejects.toMatchObject({ reasons: [{ code: 'entryExists' }] });
    const id = await sent({
      ...first,
      ...{ issue: 2, sentOn: '2026-11-20', documentNumber: '滨新办〔2026〕9号' },
    });
    expect(await owed()).toEqual([]);
    const { settled_at: at } = await queries
      .selectFrom('deadline')
      .select('settled_at')
      .where('rule', '=', 'halfYearBulletin')
      .executeTakeFirstOrThrow();
    expect(at === null ? null : civilTime(at).slice(0, 10)).toBe('2026-11-20');
    await cases.retire.perform(id, { reason: '误登' }, coordinator);
    expect(await owed()).toEqual(oneOfTwo);
    // Fewer are asked for: what was sent is enough.
    await asking(1).beginBulletin.tick();
    expect(await owed()).toEqual([]);
  });
});
