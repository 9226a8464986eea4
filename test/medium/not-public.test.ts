import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@koujing/access';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { registerCasesOf } from '../../apps/dispatcher/register-cases.js';
import { registerQuerySchema } from '../../libs/register/register.api.js';
import { aCity, type City } from '../support/a-city.js';
import { aRelease } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

onEachEngine('what is settled as not public', (open) => {
  let opened: TestDatabase;
  let city: City;
  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const listed = async (as: Actor) => {
    const { show } = registerCasesOf({ ...city.cases, rules: loadCityRules('measures') });
    return (await show.page('nonPublication', registerQuerySchema.parse({ all: 'true' }), as)).items;
  };

  test('a draft declared not public stands in the register with its clock once it is taken down, and once only (Art.5, 信息公开条例 Art.17, 18)', async () => {
    const { queries } = opened.database;
    const person = await city.actor('water', 'drafter');
    const held = { disclosure: 'none', disclosureReason: '过程性信息' } as const;
    const drafted = (title: string, declaration: object) =>
      aRelease(city).by('water').with({ title, declaration }).drafted();
    const clocks = async () => {
      const rows = queries.selectFrom('deadline').select(['title', 'state']);
      return rows.where('rule', '=', 'nonPublicationReview').execute();
    };
    const [built, twin] = [await drafted('水厂选址比选', held), await drafted('水厂选址比选', held)];
    const silent = await drafted('水厂巡检路线', { disclosure: 'onRequest' });
    const open = await drafted('水厂开放日', {});
    expect(await listed(person)).toEqual([]);
    for (const { release } of [built, twin, silent, open])
      await city.cases.withdraw.perform(release.id, '不宜公开', person);
    const items = await listed(person);
    expect(items.map(({ release, detail }) => [release?.id, detail['title'], detail['reason']])).toEqual([
      [silent.release.id, '水厂巡检路线', '不宜公开'],
      [built.release.id, '水厂选址比选', '过程性信息'],
    ]);
    expect(items.map(({ detail }) => [detail['disclosure'], detail['reviewedOn']])).toEqual([
      ['onRequest', '2026-11-23'],
      ['none', '2026-11-23'],
    ]);
    expect((await clocks()).map(({ state }) => state)).toEqual(['running', 'running']);
    expect(await listed(await city.actor('transport', 'drafter'))).toEqual([]);
    const actions = (await city.cases.audit.of(queries, 'release', built.release.id)).map(
      ({ action }) => action,
    );
    expect(actions.slice(-2).toSorted()).toEqual(['register.nonPublication', 'release.withdraw']);
  });
});
