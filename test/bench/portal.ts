import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  anAttempt,
  DiskFiles,
  type FilePort,
  FakeMail,
  fillSlots,
  MemoryLog,
  type Publication,
  type Rendition,
} from '@koujing/channel';
import {
  PortalChannel,
  portalSettings,
  rebuildSite,
  writeOwed,
  type PortalSettings,
} from '@koujing/channels/portal';
import { openInMemory, openPostgres, type Database } from '@koujing/database';
import { SearchSite, StoredPublishedIndex } from '@koujing/dispatch';
import { TravellingClock } from '@koujing/kernel';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import { json } from '@koujing/database';
import { firstPaint } from './portal/first-paint.js';
import { grown, publicationOf, questions } from './portal/long-site.js';
import { round } from './timing.js';
import { readOptions } from './options.js';

const accountId = 'portal';
const publications = 40;
const asked = 300;
/** What is published or asked first compiles the code. */
const warmUp = 5;

/**
 * `npm run bench -- portal [--size 100000] [--json]`: one release on a site of that many pages, from `send` until all that the public
 * sees of it is written; the whole site written again, beside a bare render, write, fsync and rename of the same pages in the same
 * run; the search; and the first paint of an article on a slow phone. PostgreSQL where it is installed.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { size: 100_000 });
  const size = given.size;
  const folder = mkdtempSync(join(tmpdir(), 'koujing-portal-'));
  const place = await openPlace();
  try {
    const settings = settingsIn(join(folder, 'site'));
    const { queries } = place.database;
    await queries
      .insertInto('account')
      .values({
        ...{ id: accountId, channel: 'portal', name: '门户', enabled: true },
        ...{ breaker: 'closed', breaker_failures: 0 },
        settings: json<Readonly<Record<string, unknown>>>({ ...settings }),
      })
      .execute();
    const index = new StoredPublishedIndex(place.database, accountId);
    const channel = new PortalChannel(index);
    const published: { ms: number; files: number }[] = [];
    // On a nearly empty site first: the number of files must be the same.
    const early = await grown(place.database, { channel, settings, from: 0, to: Math.min(size, 200) });
    await writeOwed(new DiskFiles(), settings, index);
    const small = await publish(channel, settings, { from: size + 1_000, count: warmUp + 5, since: early });
    const since = await grown(place.database, { channel, settings, from: 200, to: size });
    await vacuum(place.database);
    published.push(
      ...(await publish(channel, settings, { from: size + 2_000, count: warmUp + publications, since })),
    );
    const steady = published.slice(warmUp);
    const times = steady.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const result = {
      engine: place.database.engine.kind,
      size,
      publish: {
        p50Ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
        maxMs: round(times.at(-1) ?? 0),
        filesOnSmallSite: usualOf(small.slice(warmUp)),
        files: usualOf(steady),
        mostFiles: Math.max(...steady.map(({ files }) => files)),
      },
      rebuild: await rebuild(place.database, settings, folder),
      search: await search(place.database),
      firstPaint: await firstPaint(settings, `r/${publicationOf(size + 2_000).releaseId}.html`),
    };
    console.log(given.json ? JSON.stringify(result) : result);
  } finally {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const settingsIn = (root: string): PortalSettings =>
  portalSettings.parse({
    ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
    checkLive: false,
  });

/** Now and then one fills a page of a list, or turns a year. */
const usualOf = (each: readonly { readonly files: number }[]): number =>
  each.map(({ files }) => files).toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0;

const openPlace = async (): Promise<{ readonly database: Database; close(): Promise<void> }> => {
  if (await answers()) {
    const { url, drop } = await createDatabase(usualServer);
    const database = await openPostgres(url);
    return { database, close: () => database.close().then(drop) };
  }
  if (postgresPrograms() === null) {
    const database = await openInMemory();
    return { database, close: () => database.close() };
  }
  const own = await OwnPostgres.create();
  await own.start();
  const database = await openPostgres(own.url);
  return { database, close: () => database.close().then(() => own.remove()) };
};

/** As the server does by itself after so many rows. */
const vacuum = async ({ engine }: Database): Promise<void> => {
  if (engine.kind === 'postgres') await engine.pool.query('vacuum analyze');
  else await engine.pglite.exec('vacuum analyze');
};

class CountedFiles extends DiskFiles {
  written = 0;

  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    this.written += 1;
    await super.write(root, path, bytes);
  }

  override together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    return super.together((lot) =>
      work({
        write: async (root, path, bytes) => {
          this.written += 1;
          await lot.write(root, path, bytes);
        },
        read: (root, path) => lot.read(root, path),
        remove: (root, path) => lot.remove(root, path),
        walk: (root, from, limit) => lot.walk(root, from, limit),
        changedAt: (root, path) => lot.changedAt(root, path),
        together: (some) => lot.together(some),
      }),
    );
  }
}

const publish = async (
  channel: PortalChannel,
  settings: PortalSettings,
  { from, count, since }: { readonly from: number; readonly count: number; readonly since: Date },
): Promise<readonly { readonly ms: number; readonly files: number }[]> => {
  const each: { ms: number; files: number }[] = [];
  const clock = new TravellingClock(since.toISOString());
  for (let number = from; number < from + count; number += 1) {
    clock.travel(1_000);
    const files = new CountedFiles();
    const publication = publicationOf(number);
    const rendition = channel.preview(publication, settings);
    const attempt = anAttempt({
      ...{ releaseId: publication.releaseId, version: 1, settings, secrets: {}, portalUrl: '' },
      ports: {
        http: { request: () => Promise.reject(new Error('the page is not read back here')) },
        ...{ mail: new FakeMail(), files, clock, log: new MemoryLog() },
      },
    });
    const started = performance.now();
    const { kind } = await channel.send(rendition, attempt);
    if (kind !== 'delivered') throw new Error(`release ${number} was not published: ${kind}`);
    each.push({ ms: performance.now() - started, files: files.written });
  }
  return each;
};

/** What stands in the slots of a page that nobody corrected. */
const instant = '2026-11-23T08:40:00.000+08:00';

/**
 * Files a second of the rebuild, and of nothing but rendering and writing as many articles. Both take turns, a lot of each: the
 * flushes of a disk may take four times as long in one minute as in the next.
 */
const rebuild = async (database: Database, settings: PortalSettings, folder: string) => {
  const files = new CountedFiles();
  const index = new InTurnsWithBare(database, files, (from, to) =>
    inTurns({ from, to, atOnce: 8 }, async (number) => {
      const publication: Publication = publicationOf(number);
      const rendition: Rendition = channel.preview(publication, settings);
      const html = fillSlots(rendition.parts['html'] ?? '', {
        ...{ pubDate: '2026-11-23 08:40', publishedAt: instant, updatedAt: instant, correction: '' },
      });
      await bareWrite(join(folder, 'bare', `r/${publication.releaseId}.html`), html);
    }),
  );
  const channel = new PortalChannel(index);
  const started = performance.now();
  await rebuildSite({
    settings: { ...settings, root: join(folder, 'anew') },
    ...{ files, index, assets: async () => [] },
  });
  // Lists and feeds are files like articles: each is rendered, flushed and renamed.
  await index.catchUp();
  const perSecond = (files.written / (performance.now() - started - index.bareMs)) * 1_000;
  const bare = (files.written / index.bareMs) * 1_000;
  return {
    files: files.written,
    perSecond: round(perSecond),
    barePerSecond: round(bare),
    share: round(perSecond / bare),
  };
};

/** Before each turn of the rebuild as many bare pages are written as it wrote in the one before. */
class InTurnsWithBare extends StoredPublishedIndex {
  bareMs = 0;
  #bare = 0;

  constructor(
    database: Database,
    private readonly files: CountedFiles,
    private readonly writeBare: (from: number, to: number) => Promise<void>,
  ) {
    super(database, accountId);
  }

  async catchUp(): Promise<void> {
    const started = performance.now();
    await this.writeBare(this.#bare, this.files.written);
    this.#bare = this.files.written;
    this.bareMs += performance.now() - started;
  }

  override async exclusively<T>(work: () => Promise<T>): Promise<T> {
    await this.catchUp();
    return super.exclusively(work);
  }
}

const bareWrite = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(`${path}.tmp`, 'w');
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.tmp`, path);
};

const inTurns = async (
  { from, to, atOnce }: { readonly from: number; readonly to: number; readonly atOnce: number },
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = from;
  const one = async (): Promise<void> => {
    for (let number = next++; number < to; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
};

const search = async (database: Database) => {
  const site = new SearchSite(database, accountId);
  const times: number[] = [];
  let hits = 0;
  for (const [at, query] of questions(asked + warmUp).entries()) {
    const started = performance.now();
    const { total } = await site.perform(query);
    if (at >= warmUp) times.push(performance.now() - started);
    hits = Math.max(hits, total);
  }
  times.sort((a, b) => a - b);
  return {
    p50Ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: round(times[Math.floor(times.length * 0.99)] ?? 0),
    mostHits: hits,
  };
};
