import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPress, type Press } from '../../test/support/a-press.js';
import { aRelease } from '../../test/support/a-release.js';
import { onPostgres, type TestDatabase } from '../../test/support/engines.js';
import { loadCityRules, violationCasesOf, type ViolationCases } from '../../test/support/violations.js';
import { directiveInputSchema } from '../matter/directive/directive.api.js';

onPostgres('the watch over acts of Art.39, while a person is at what it looks at', (open) => {
  let opened: TestDatabase;
  let press: Press;
  let violations: ViolationCases;

  beforeAll(async () => {
    opened = await open();
    press = await aPress(opened.database, 'measures');
    violations = violationCasesOf(press.city.cases, loadCityRules('measures'));
  });
  afterAll(() => opened.drop());

  const hour = 3_600_000;
  const ordered = (title: string): Promise<string> =>
    press.city.cases.directive.issue.perform(
      directiveInputSchema.parse({
        ...{ fromOrganId: 'office', toOrganId: 'transport', title, text: '请发布。' },
        acknowledgeBy: new Date(press.city.clock.now().getTime() + hour).toISOString(),
        dueAt: new Date(press.city.clock.now().getTime() + 300 * hour).toISOString(),
      }),
      press.coordinator,
    );
  /** What the watch established while this transaction was open, and once it had ended. */
  const beside = async (work: Parameters<typeof opened.database.transaction>[0]) => {
    let during = -1;
    await opened.database.transaction(async (queries) => {
      await work(queries);
      during = await violations.watch.tick();
    });
    return [during, await violations.watch.tick()];
  };

  test('a clock that is being ended is waited for by nobody, judged as it was left, and its neighbour at once', async () => {
    const { clocks } = press.city.cases;
    const subject = { kind: 'directive', id: await ordered('请就渡口停航发布') };
    await ordered('请就桥梁检修发布');
    press.city.clock.travel(2 * hour);
    const end = { rule: 'directiveAcknowledgement', subject, as: 'cancelled', actor: 'x' } as const;
    expect(await beside((queries) => clocks.end.perform(queries, end))).toEqual([1, 0]);
  });

  test('a clock that was held and stands as it stood is judged the minute after', async () => {
    const { deadlines } = press.city.cases.clocks;
    const subject = { kind: 'directive', id: await ordered('请就公交停运发布') };
    press.city.clock.travel(2 * hour);
    const held = beside((queries) => deadlines.openOf(queries, 'directiveAcknowledgement', subject));
    expect(await held).toEqual([0, 1]);
  });

  test('a request for an interview that is being answered is judged the minute after', async () => {
    const id = await press.asked({ subject: '渡口停航原因' });
    press.city.clock.travel(30 * hour);
    const held = beside((queries) =>
      queries.selectFrom('interview').select('id').where('id', '=', id).forUpdate().execute(),
    );
    expect(await held).toEqual([0, 1]);
  });

  test('a release that is being corrected is judged the minute after', async () => {
    const { release } = await aRelease(press.city).saying('护栏更换通告', '护栏更换三天。').released();
    await opened.database.queries
      .deleteFrom('signature')
      .where('release_id', '=', release.id)
      .where('step', '=', 'confidentialityReview')
      .execute();
    const { releases } = press.city.cases;
    expect(await beside((queries) => releases.lock(queries, release.id))).toEqual([0, 1]);
  });
});
