import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import fc from 'fast-check';
import { aCity, type City } from '../../test/support/a-city.js';
import { aMatter } from '../../test/support/a-matter.js';
import { aRelease } from '../../test/support/a-release.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';

/** Everything that an edit may change in a draft that was signed, each with whether the public would see it or the gate hangs on it. */
const edits = [
  { seen: true, change: { title: '关于滨河路夜间养护施工的补充通告' } },
  { seen: true, change: { blocks: blocksFromText('改为12月6日23时封闭。') } },
  { seen: true, change: { summary: '12月6日起夜间封闭。' } },
  { seen: true, change: { keywords: ['滨河路'] } },
  { seen: true, change: { kind: 'other' } },
  { seen: true, change: { declaration: { legalBasis: '公路法' } } },
  { seen: false, change: {} },
] as const;

for (const rules of ['measures', 'guizhou'] as const)
  onEachEngine(`the signatures of a release · ${rules}`, (open) => {
    let opened: TestDatabase;
    let city: City;
    let matter: string;

    beforeAll(async () => {
      opened = await open();
      city = await aCity(opened.database, undefined, rules);
      matter = await aMatter(city).titled('滨河路养护').opened();
    });
    afterAll(() => opened.drop());

    test('are void exactly when an edit changed what they were given for, whatever else it changed (Art.14)', async () => {
      const places = fc.subarray(edits.map((_, index) => index));
      await fc.assert(
        fc.asyncProperty(places, fc.boolean(), async (chosen, relinked) => {
          const builder = aRelease(city);
          const { release, version } = await builder.approved();
          const picked = chosen.flatMap((index) => edits[index] ?? []);
          const change = Object.assign({}, ...picked.map((each) => each.change)) as object;
          const shown = picked.some(({ seen }) => seen);
          const draft = { ...builder.with(change).draft(), ...(relinked ? { matter } : {}) };
          const drafter = await city.actor('transport', 'drafter');
          await city.cases.revise.perform(release.id, { expectedRevision: release.revision, draft }, drafter);
          const after = await city.cases.releases.find(opened.database.queries, release.id);
          const signatures = await city.cases.signatures.of(opened.database.queries, release.id);
          expect(signatures).not.toEqual([]);
          expect(signatures.map(({ voidedAt }) => voidedAt !== null)).toEqual(signatures.map(() => shown));
          expect(signatures.every(({ digest }) => digest === version.digest)).toBe(true);
          expect([after?.state, after?.version]).toEqual(shown ? ['draft', 2] : ['approved', 1]);
        }),
        { numRuns: 15, examples: edits.map((_, index): [number[], boolean] => [[index], index % 2 === 0]) },
      );
    });
  });
