import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import type { Desk } from '../support/release-way.js';
import { freePorts, start } from '../support/started.js';
import { openOutside, type Outside } from './crash/outside.js';
import { approvedReleases, signInDesk, type KnownRelease } from './crash/releases.js';
import { readOptions } from './options.js';

const recipientsEach = 5;
/** Far apart enough that each click finds a calm house. */
const pauseMs = 50;
const patienceMs = 60_000;

/**
 * `npm run bench -- click [--runs 200] [--json]`: one click until the portal, Weibo, WeChat (submit) and every mail server
 * have accepted, on the program as it is started, by the platforms' own record of when they took it.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { runs: 200 });
  const runs = given.runs;
  const folder = mkdtempSync(join(tmpdir(), 'koujing-click-'));
  mkdirSync(join(folder, 'data'));
  const place = await openPlace();
  const [port = 0, sitePort = 0, portalPort = 0] = await freePorts(3);
  const outside = await openOutside(folder, portalPort);
  const house = start(
    {
      KOUJING_CONFIG: outside.configuration,
      KOUJING_DATA: join(folder, 'data'),
      KOUJING_SECRET_KEY: Buffer.alloc(32, 5).toString('base64'),
      KOUJING_PORT: String(port),
      KOUJING_PORTAL_PORT: String(sitePort),
      TZ: 'UTC',
      ...(place.url === null ? {} : { DATABASE_URL: place.url }),
    },
    folder,
  );
  try {
    await house.says('口径已启动');
    const desk = await signInDesk(`http://127.0.0.1:${port}`, join(folder, 'data'));
    const releases = await approvedReleases(desk, runs + warmUp, recipientsEach, outside.accountsOf);
    const waits: number[] = [];
    for (const release of releases) {
      waits.push(await clicked(desk, outside, release));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    const sorted = waits.slice(warmUp).toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(runs - 1, Math.floor(runs * share))] ?? 0;
    const result = { runs, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: sorted.at(-1) ?? 0 };
    console.log(given.json ? JSON.stringify(result) : result);
  } finally {
    house.kill('SIGTERM');
    await house.ended;
    await outside.close();
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first clicks of a process compile it. */
const warmUp = 10;

/** The usual server, or one of this run's own; embedded where PostgreSQL is not installed. */
const openPlace = async (): Promise<{ readonly url: string | null; close(): Promise<void> }> => {
  if (await answers()) {
    const { url, drop } = await createDatabase(usualServer);
    return { url, close: drop };
  }
  if (postgresPrograms() === null) return { url: null, close: async () => undefined };
  const own = await OwnPostgres.create();
  await own.start();
  return { url: own.url, close: () => own.remove() };
};

/** Milliseconds from the click until the last platform took it. The sandbox's own time is in it: it has no delay set. */
const clicked = async (desk: Desk, outside: Outside, release: KnownRelease): Promise<number> => {
  const clickedAt = Date.now();
  const answer = await desk.publisher.post(`/releases/${release.id}/publish`, { digest: release.digest });
  if (answer.status >= 300) throw new Error(`the click was refused: ${JSON.stringify(answer.body)}`);
  for (;;) {
    const takenAt = acceptedAt(outside, release);
    if (takenAt !== null) return takenAt - clickedAt;
    if (Date.now() - clickedAt > patienceMs) throw new Error(`release ${release.n} is not out everywhere`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** When the last of the four took it, or null while one is missing; the portal came first, as Art.17 demands. */
const acceptedAt = ({ sandbox }: Outside, { id, recipients }: KnownRelease): number | null => {
  const mark = `/r/${id}.html`;
  const post = sandbox.posted.weibo().findLast(({ text }) => text.includes(mark));
  const job = submitted(sandbox, mark);
  const mails = sandbox.posted
    .mails()
    .filter((mail) => mail.recipients.some((to) => recipients.includes(to)));
  if (post === undefined || job === null || mails.length < recipients.length) return null;
  return Math.max(
    Date.parse(post.createdAt),
    Date.parse(job),
    ...mails.map(({ receivedAt }) => Date.parse(receivedAt)),
  );
};

/** The job that published the article of this mark was submitted then. */
const submitted = (sandbox: Outside['sandbox'], mark: string): string | null => {
  const article = sandbox.posted
    .wechatArticles()
    .findLast(({ items }) => items.some((item) => item.content_source_url.includes(mark)));
  const job = sandbox.posted.wechatJobs().findLast(({ articleId }) => articleId === article?.articleId);
  return article === undefined || job === undefined ? null : job.submittedAt;
};
