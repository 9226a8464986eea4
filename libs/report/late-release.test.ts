import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlainRenditions } from '@koujing/release';
import { loadCityRules, violationCasesOf } from '../../test/support/violations.js';
import { aCity } from '../../test/support/a-city.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

const day = 24 * 3_600_000;

/** Working days after which an approved routine release is late: ten in the measures, five in Guizhou's (RULES.md 2b). */
const cities = [
  { file: 'measures', quietFor: 13, lateAfter: 3 },
  { file: 'guizhou', quietFor: 6, lateAfter: 3 },
] as const;

for (const { file, quietFor, lateAfter } of cities)
  onEachEngine(`a routine release that stays unpublished · ${file}`, (open) => {
    let opened: TestDatabase;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.drop());

    test('is a violation once the city’s own limit has passed, and not before (Art.19, 39(1))', async () => {
      const city = await aCity(opened.database, new PlainRenditions(), file);
      const violation = violationCasesOf(city.cases, loadCityRules(file));
      const coordinator = await city.actor('office', 'coordinator');
      const { release } = await aRelease(city).approved();
      const cases = async () => {
        await violation.watch.tick();
        return (await violation.show.page({ page: 1, pageSize: 10 }, coordinator)).items;
      };
      city.clock.travel(quietFor * day);
      expect(await cases()).toEqual([]);
      city.clock.travel(lateAfter * day);
      expect(await cases()).toEqual([
        expect.objectContaining({ kind: 'notReleased', title: release.title, article: '第三十九条第一项' }),
      ]);
    });
  });
