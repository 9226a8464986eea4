import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AuditTrail } from '@koujing/audit';
import type { AmissFile, Channel, Survey, SurveyPlace } from '@koujing/channel';
import type { Account, AccountStore, NotifierPort, ReadBack } from '@koujing/dispatch';
import { TravellingClock } from '@koujing/kernel';
import { aCity } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { SiteDrifts } from './site-drifts.js';
import { SiteRound } from './site-round.js';
import { SiteStore } from './site-store.sql.js';
import { StrayStore } from './stray-store.sql.js';

const minute = 60_000;
type Look = (from: SurveyPlace) => Promise<Survey>;
const nothing = { strays: [], looked: [], amiss: [] };
const amissAt = (path: string, part = path): AmissFile => ({
  ...{ part, path, url: `https://www.binhai.gov.example/${path}` },
  ...{ expected: { text: '防火' }, shown: { text: '防汛' } },
});

onEachEngine('looking through a site in parts', (open) => {
  let opened: TestDatabase;
  let clock: TravellingClock;
  let told: { readonly subject: string; readonly text: string }[];
  let recorded: string[];
  const account = {
    id: 'site',
    name: '门户',
    channel: 'portal',
    enabled: true,
    breaker: 'closed',
  } as Account;
  const channel = { manifest: { channel: 'portal' }, survey: async () => nothing } as unknown as Channel;
  const sites = new SiteStore();

  beforeAll(async () => {
    opened = await open();
    await aCity(opened.database);
    await opened.database.queries
      .insertInto('account')
      .values({
        ...{ id: 'site', channel: 'portal', name: '门户', settings: {}, enabled: true },
        ...{ breaker: 'closed', breaker_failures: 0 },
      })
      .execute();
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    const { queries } = opened.database;
    for (const table of ['site_watch', 'site_drift', 'stray_post'] as const)
      await queries.deleteFrom(table).execute();
    await queries.updateTable('account').set({ enabled: true }).where('id', '=', 'site').execute();
    // The city's own portal is another one; here one site is looked at.
    await queries.updateTable('account').set({ enabled: false }).where('id', '<>', 'site').execute();
    clock = new TravellingClock('2026-11-27T09:00:00+08:00');
    [told, recorded] = [[], []];
  });

  const partsOf = () => {
    const { database } = opened;
    const accounts = { find: async () => [account] } as unknown as AccountStore;
    const notifier: NotifierPort = {
      notify: async (_, { subject, text }) => {
        told.push({ subject, text });
      },
    };
    const audit = {
      record: async (_: unknown, { action, detail }: { action: string; detail: { path?: string } }) => {
        recorded.push(`${action} ${detail.path ?? ''}`.trim());
      },
    } as unknown as AuditTrail;
    return { database, accounts, sites, notifier, audit, clock };
  };
  const drifts = () => new SiteDrifts(partsOf());
  const process = (name: string, look: Look): SiteRound => {
    const readBack = {
      survey: async (from: SurveyPlace) => ({ kind: 'read' as const, survey: await look(from) }),
    } as unknown as ReadBack;
    const channels = new Map([['portal', channel]]);
    return new SiteRound({
      ...partsOf(),
      ...{ channels, readBack, name, strays: new StrayStore(), drifts: drifts() },
    });
  };
  const placeOf = ({ place }: SurveyPlace): number => (place as { at?: number }).at ?? 0;
  const watch = () =>
    opened.database.queries
      .selectFrom('site_watch')
      .selectAll()
      .where('account_id', '=', 'site')
      .executeTakeFirst();
  const stillOpen = () =>
    opened.database.queries.selectFrom('site_drift').selectAll().where('closed_at', 'is', null).execute();

  test('two processes never look at one part at a time, and leave none out', async () => {
    const looked: number[] = [];
    let now = 0;
    let most = 0;
    const look: Look = async (from) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      looked.push(placeOf(from));
      now -= 1;
      return { ...nothing, place: { at: placeOf(from) + 1 } };
    };
    const both = [process('a', look), process('b', look)];
    for (let turn = 0; turn < 12; turn += 1) {
      await Promise.all(both.flatMap((each) => [each.tick(), each.tick()]));
      clock.travel(minute + 1);
    }
    expect([most, looked]).toEqual([1, Array.from({ length: 12 }, (_, n) => n)]);
  });

  test('who dies with a part is followed after its lease, from the same part, and comes too late with what it found', async () => {
    const late = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const stray = { remoteId: 'tz/1.html', text: '紧急通知', publishedAt: clock.now().toISOString() };
    const slow = process('a', async () => {
      begun.resolve();
      await late.promise;
      return { ...nothing, strays: [stray], amiss: [amissAt('index.html')], place: { at: 99 } };
    });
    const looked: number[] = [];
    const next = process('b', async (from) => {
      looked.push(placeOf(from));
      return { ...nothing, place: { at: placeOf(from) + 1 } };
    });
    const dying = slow.tick();
    await begun.promise;
    await next.tick();
    expect(looked).toEqual([]);
    await opened.database.queries
      .updateTable('site_watch')
      .set({ lease_until: new Date('2020-01-01T00:00:00Z') })
      .execute();
    await next.tick();
    expect(looked).toEqual([0]);
    late.resolve();
    await dying;
    expect((await watch())?.place).toEqual({ at: 1 });
    expect(await stillOpen()).toEqual([]);
    // What it had found stands in the part that the other looks at.
    const { length } = await opened.database.queries.selectFrom('stray_post').selectAll().execute();
    expect(length).toBe(0);
  });

  test('all that one look raises is told in one notice', async () => {
    const amiss = Array.from({ length: 23 }, (_, n) => amissAt(`c/${n}.html`));
    const looked = amiss.map(({ part }) => part);
    const round = process('a', async () => ({ ...nothing, looked, amiss, place: {} }));
    await round.tick();
    expect(told).toEqual([]);
    for (const turn of [1, 2]) {
      clock.travel(minute + turn);
      await round.tick();
    }
    expect(told.map(({ subject }) => subject)).toEqual(['【被改动】门户的 23 个文件']);
    expect(told[0]?.text).toContain('c/19.html 标题：写下的是“防火”，现为“防汛”');
    expect(told[0]?.text).toContain('另有 3 个文件');
    expect(recorded.filter((line) => line.startsWith('drift.raised'))).toHaveLength(23);
  });

  test('what is about to be written over is told at once and once, and the next look closes it', async () => {
    await Promise.all([drifts().touched('site', [amissAt('roster.csv')]), drifts().touched('site', [])]);
    await drifts().touched('site', [amissAt('roster.csv')]);
    expect(told.map(({ subject }) => subject)).toEqual(['【被改动】门户的 roster.csv']);
    expect(told[0]?.text).toContain('系统随即按应有的内容重新写下');
    expect(await stillOpen()).toMatchObject([{ path: 'roster.csv', raised_at: clock.now() }]);
    await process('a', async ({ again }) => ({ ...nothing, looked: again, place: {} })).tick();
    expect(await stillOpen()).toEqual([]);
    expect(recorded).toEqual(['drift.raised roster.csv', 'drift.closed roster.csv']);
  });

  test('a site that is no longer kept up has nothing open any more, and why is said', async () => {
    const amiss = [amissAt('index.html')];
    const round = process('a', async () => ({ ...nothing, looked: ['index.html'], amiss, place: {} }));
    for (const turn of [1, 2]) {
      await round.tick();
      clock.travel(minute + turn);
    }
    expect(await stillOpen()).toHaveLength(1);
    await opened.database.queries.updateTable('account').set({ enabled: false }).execute();
    await round.tick();
    const rows = await opened.database.queries.selectFrom('site_drift').selectAll().execute();
    expect(rows).toMatchObject([{ closed_reason: '账号已停用，不再核对', closed_at: clock.now() }]);
    expect(recorded).toEqual(['drift.raised index.html', 'drift.closed index.html']);
  });
});
