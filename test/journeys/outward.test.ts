import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { startCity, type City } from '../support/city.js';
import { aDraft, paragraph, published, untilAll, type Desk } from '../support/release-way.js';

/** Asks until it is so; fails with what was seen last. */
const until = async <T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  patienceMs = 20_000,
): Promise<T> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > giveUpAt) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('what the public gets, and what becomes of it', () => {
  jest.setTimeout(120_000);
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  let city: City;
  let desk: Desk;

  beforeAll(async () => {
    city = await startCity({ clock });
    desk = await city.desk('emergency');
  });
  afterAll(() => city.close());

  const portal = async (path: string) => {
    const answer = await fetch(`${city.portalUrl}${path}`);
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    };
  };

  test('a warning is also a CAP message, listed in the index and served as what it is', async () => {
    const draft = aDraft({
      organId: 'emergency',
      kind: 'warning',
      title: '滨海市森林火险橙色预警',
      blocks: [paragraph('11月23日至25日本市森林火险等级高。请市民不要携带火种进山，发现火情请拨打12119。')],
    });
    const { id } = await published(desk, draft);
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    const path = `/cap/koujing-${id}-1.cap.xml`;
    const { type, text } = await until(
      () => portal(path),
      ({ status }) => status === 200,
    );
    expect(type).toBe('application/cap+xml; charset=utf-8');
    for (const part of [
      '<status>Exercise</status>',
      '<event>森林火险橙色预警</event>',
      '<severity>Severe</severity>',
    ])
      expect(text).toContain(part);
    const index = await until(
      () => portal('/cap/index.atom'),
      ({ status }) => status === 200,
    );
    expect(index.text).toContain(path);
  });
});
