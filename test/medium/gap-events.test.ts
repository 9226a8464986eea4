import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { filter, type Subscription } from 'rxjs';
import { ChangeStore, ProgressFeed, WatchProgress } from '@koujing/dispatch';
import { aCity, type City } from '../support/a-city.js';
import { aMatter } from '../support/a-matter.js';
import { aRelease, releaseNow } from '../support/a-release.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

onEachEngine('a gap on the board', (open) => {
  let opened: TestDatabase;
  let city: City;
  let watch: WatchProgress;
  let matter: string;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    watch = new WatchProgress(new ProgressFeed(opened.database, new ChangeStore()));
    const due = new Date(city.clock.now().getTime() + 3_600_000).toISOString();
    matter = await aMatter(city).titled('南湾区清水河水体异味情况').ownedBy('water').due(due).opened();
    city.clock.travel(2 * 3_600_000);
  });
  afterAll(() => opened.drop());

  /** What each hears from now on; the feed begins with what is there already. */
  const listening = async () => {
    const heard: Record<string, string[]> = { office: [], water: [], transport: [] };
    const subscriptions: Subscription[] = [];
    for (const [organId, states] of Object.entries(heard)) {
      const actor = await city.actor(organId, organId === 'office' ? 'coordinator' : 'drafter');
      const findings = watch
        .events(actor, { lastId: undefined, isIn: async () => true })
        .pipe(filter(({ type }) => type === 'finding'));
      subscriptions.push(findings.subscribe(({ data }) => states.push((data as { state: string }).state)));
    }
    await setTimeout(1_500);
    return { heard, stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()) };
  };
  /** Those who are told have heard; one more look of the feed for those who are not. */
  const settled = async (heard: Readonly<Record<string, readonly string[]>>): Promise<void> => {
    for (
      let look = 0;
      look < 100 && [heard['office'], heard['water']].some((states) => states?.length === 0);
      look++
    )
      await setTimeout(100);
    await setTimeout(1_200);
  };

  test('is heard live by the coordinators and its owner when it opens, and by no other organ', async () => {
    const { heard, stop } = await listening();
    expect(await city.cases.gaps.tick()).toBe(1);
    await settled(heard);
    stop();
    expect(heard).toEqual({ office: ['open'], water: ['open'], transport: [] });
  });

  test('and when the owner’s release closes it', async () => {
    city.clock.travel(60_000);
    const { release } = await aRelease(city).by('water').with({ matter }).approved();
    const { heard, stop } = await listening();
    expect(await releaseNow(city, release.id)).toBe(true);
    await settled(heard);
    stop();
    expect(heard).toEqual({ office: ['closed'], water: ['closed'], transport: [] });
  });
});
