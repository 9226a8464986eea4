import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Rate } from '@koujing/channel';
import type { ListedDelivery } from '@koujing/dispatch';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

/** A mail server in the way of one crowded domain: so many a minute there, any number elsewhere. */
class CrowdedMail extends Platform {
  constructor(private readonly perMinute: number) {
    super('mail', { waitsForPortal: false, perRecipient: true });
  }

  domainRate(_: unknown, domain: string): Rate | null {
    return domain === 'crowded.example'
      ? { name: 'messages@crowded.example', count: this.perMinute, per: 'minute' }
      : null;
  }
}

const desks = (count: number, domain: string): readonly string[] =>
  Array.from({ length: count }, (_, n) => `desk${n}@${domain}`);

const settled = (rows: readonly ListedDelivery[]): boolean =>
  rows.every(({ state }) => state === 'delivered' || state === 'waiting');

onEachEngine('what one domain takes', (open) => {
  let house: House;
  beforeAll(async () => {
    house = await House.open(await open());
  });
  afterEach(() => house.clear());
  afterAll(() => house.close());

  test('a crowded domain gets its share and the rest waits, each window full; other domains wait for nobody', async () => {
    const mail = new CrowdedMail(5);
    await house.connect(mail);
    const recipients = [...desks(17, 'crowded.example'), ...desks(9, 'free.example')];
    const releaseId = await house.release([mail], recipients);
    for (const name of ['one', 'two']) house.worker(name).start();
    const rows = await house.until(releaseId, settled);
    const sent = mail.seen.map(({ recipient }) => recipient ?? '');
    // Where the minute turns during the test, the next window has been used as well.
    const crowded = sent.filter((to) => to.endsWith('@crowded.example')).length;
    expect([5, 10]).toContain(crowded);
    expect(sent.filter((to) => to.endsWith('@free.example'))).toHaveLength(9);
    const waiting = rows.filter(({ state }) => state === 'waiting');
    expect(waiting).toHaveLength(17 - crowded);
    expect(new Set(waiting.map(({ waitingFor }) => waitingFor))).toEqual(new Set(['quota']));
    const windows = [...Map.groupBy(waiting, ({ nextAt }) => nextAt.getTime())].toSorted(([a], [b]) => a - b);
    expect(windows.map(([, of]) => of.length)).toEqual(crowded === 5 ? [5, 5, 2] : [5, 2]);
    const starts = windows.map(([at]) => at);
    expect(starts.slice(1).map((at, n) => at - (starts[n] ?? 0))).toEqual(starts.slice(1).map(() => 60_000));
  });

  test('mails in plenty keep no post waiting: each has places of its own', async () => {
    const mail = new CrowdedMail(5);
    const board = new Platform('board', { waitsForPortal: false });
    await house.connect(mail, board);
    const stop = mail.stopAt('beforeFence');
    const mailing = await house.release([mail], desks(1, 'free.example'));
    const crew = house.crew({ posts: 1, mails: 1 });
    crew.start();
    await stop.arrived;
    const posting = await house.release([board]);
    crew.wake();
    expect((await house.untilState(posting, 'board', 'delivered')).state).toBe('delivered');
    expect((await house.row(mailing, 'mail')).state).toBe('sending');
    stop.resume();
    expect((await house.untilState(mailing, 'mail', 'delivered')).state).toBe('delivered');
    await crew.stop();
  });
});
