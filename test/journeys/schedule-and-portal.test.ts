import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { startCity, type City } from '../support/city.js';
import { onEachEngine, onEmbedded, type TestDatabase } from '../support/engines.js';
import { aDraft, approved, deliveries, page, published, untilAll } from '../support/release-way.js';

const soon = (milliseconds: number): string =>
  `${new Date(Date.now() + milliseconds + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

const suite = (rules: 'measures' | 'guizhou') => (open: () => Promise<TestDatabase>) => {
  let engine: TestDatabase;
  let city: City;

  beforeAll(async () => {
    engine = await open();
    city = await startCity({ database: engine.database, rules });
  });

  afterAll(async () => {
    await city.close();
    await engine.drop();
  });

  test('a scheduled release goes out at its hour, once, with two processes ticking', async () => {
    await city.anotherProcess(['worker', 'scheduler']);
    const desk = await city.desk('water');
    const standing = await approved(
      desk,
      aDraft({ organId: 'water', title: '关于夜间管网冲洗的通告', accountIds: ['portal', 'weibo'] }),
    );
    const { status } = await desk.publisher.post(`/releases/${standing.id}/schedule`, { at: soon(2_500) });
    expect(status).toBe(200);
    expect((await page(desk.drafter, standing.id)).release.state).toBe('scheduled');
    expect(await deliveries(desk.drafter, standing.id)).toEqual([]);

    const released = await untilReleased(city, standing.id);
    expect(Date.parse(released.release.releasedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(released.release.scheduledAt ?? ''),
    );
    await untilAll(desk.drafter, standing.id, ['delivered', 'verified']);
    const posts = city.sandbox.posted.weibo().filter(({ text }) => text.includes(standing.id));
    expect(posts).toHaveLength(1);
  });

  test('while the portal is down nothing else goes out, and all goes out when it is back', async () => {
    const desk = await city.desk('education');
    await city.stopPortal();
    const { id } = await published(
      desk,
      aDraft({
        organId: 'education',
        title: '关于校园开放日的通告',
        accountIds: ['portal', 'weibo', 'wechat'],
      }),
    );
    await untilState(city, id, 'portal', ['deferred']);
    const waiting = (await deliveries(desk.drafter, id)).filter(({ channel }) => channel !== 'portal');
    expect(waiting.map(({ state, waitingFor }) => [state, waitingFor])).toEqual([
      ['waiting', 'portal'],
      ['waiting', 'portal'],
    ]);
    expect(city.sandbox.posted.weibo().some(({ text }) => text.includes(id))).toBe(false);

    await city.startPortal();
    await untilAll(desk.drafter, id, ['delivered', 'verified'], 45_000);
    expect(city.sandbox.posted.weibo().filter(({ text }) => text.includes(id))).toHaveLength(1);
  });
};

onEachEngine('the hour and the first platform', suite('measures'));
onEmbedded('the hour and the first platform under guizhou', suite('guizhou'));

const untilReleased = async (city: City, id: string): Promise<ReleasePage> => {
  const coordinator = await city.as('coordinator');
  for (let tries = 0; tries < 200; tries += 1) {
    const shown = await page(coordinator, id);
    if (shown.release.state === 'released') return shown;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${id} was not released at its hour`);
};

const untilState = async (
  city: City,
  id: string,
  channel: string,
  states: readonly string[],
): Promise<void> => {
  const coordinator = await city.as('coordinator');
  for (let tries = 0; tries < 200; tries += 1) {
    const row = (await deliveries(coordinator, id)).find((each) => each.channel === channel);
    if (row !== undefined && states.includes(row.state)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${channel} of ${id} never became ${states.join(' or ')}`);
};
