import { expect, test } from '@jest/globals';
import type { Database } from '@koujing/database';
import type { ConferenceNotice, ConferenceSite } from './notice.js';
import type { NoticeRow } from './notice-store.sql.js';
import { WriteNotices } from './write-notices.js';

const approved = (number: string): NoticeRow => ({
  ...{ conferenceId: number, registration: 1, number, name: '滨海市人民政府新闻办公室', theme: '防汛' },
  ...{ startsAt: new Date('2026-12-01T02:00:00Z'), place: '新闻发布厅', host: '主任' },
  ...{ approvedAt: new Date('2026-11-20T02:00:00Z'), voidedAt: null, voidReason: null, changes: [] },
  ...{ state: 'approved', successor: null },
});

/** A page in memory, in a template that can be changed, written by one at a time. */
class PageInMemory implements ConferenceSite {
  template = 'first';
  page = '';
  writes = 0;
  #turn: Promise<void> = Promise.resolve();

  shows(notices: readonly ConferenceNotice[]): Promise<boolean> {
    return Promise.resolve(this.page === this.#made(notices));
  }

  exclusively(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  write(notices: readonly ConferenceNotice[]): Promise<void> {
    this.page = this.#made(notices);
    this.writes += 1;
    return Promise.resolve();
  }

  #made(notices: readonly ConferenceNotice[]): string {
    return [this.template, ...notices.map(({ number }) => number)].join(' ');
  }
}

const city = () => {
  const site = new PageInMemory();
  const ledger = { rows: [approved('2026-1')] };
  const database = { queries: {} } as Database;
  const process = (seen: ConferenceSite = site) =>
    new WriteNotices({ database, notices: { newest: () => Promise.resolve(ledger.rows) } }, seen);
  return { site, ledger, process };
};

test('a process that looked before an approval does not put its page over the newer one (Art.32, 40)', async () => {
  const { site, ledger, process } = city();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const slow: ConferenceSite = {
    shows: async (notices) => {
      const shows = await site.shows(notices);
      await held;
      return shows;
    },
    exclusively: (work) => site.exclusively(work),
    write: (notices) => site.write(notices),
  };
  const late = process(slow).tick();
  ledger.rows = [approved('2026-2'), ...ledger.rows];
  await process().tick();
  goOn();
  await late;
  expect(site.page).toBe('first 2026-2 2026-1');
});

test('another template rewrites the page, and what says the same is not written again (Art.40)', async () => {
  const { site, process } = city();
  await process().tick();
  await process().tick();
  expect([site.page, site.writes]).toEqual(['first 2026-1', 1]);
  site.template = 'second';
  await process().tick();
  await process().tick();
  expect([site.page, site.writes]).toEqual(['second 2026-1', 2]);
});

test('a city that approved none yet has no page', async () => {
  const { site, ledger, process } = city();
  ledger.rows = [];
  await process().tick();
  expect(site.writes).toBe(0);
});
