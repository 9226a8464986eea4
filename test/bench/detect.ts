import { existsSync } from 'node:fs';
import { Detector } from '@koujing/conflict';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { indexedDocument } from '../../libs/conflict/retrieval/document.js';
import type { IndexedDocument } from '../../libs/conflict/retrieval/indexed-document.js';
import { ReleaseIndex } from '../../libs/conflict/retrieval/release-index.js';
import { readHead } from '../../libs/conflict/same-matter/head.js';
import { titleSimilarity } from '../../libs/conflict/title-similarity.js';
import { generatedReleases, SPAN_DAYS } from './generated-releases.js';
import { quantiles, round, timed, type Quantiles, type Timing } from './timing.js';
import { readLines } from './training-set.js';
import { trigramScan } from './trigram-scan.js';
import { readOptions } from './options.js';

interface GoldPair {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly label: string;
}

const WINDOW_DAYS = 30;
const DAY = 86_400_000;
const PROBES = 400;
const PASSES = 3;
/** Of a size above this the smaller tenths and hundredths are measured too, to show how cost grows. */
const SMALLEST = 10_000;

interface SizeFigures {
  readonly size: number;
  readonly buildSeconds: number;
  readonly readMicroseconds: number;
  readonly indexMicroseconds: number;
  readonly bytesPerDocument: number;
  readonly recallAt50: { readonly pairs: number; readonly percent: number };
  readonly searchMs: Quantiles;
  /** The best of the passes, and the first one as it was. */
  readonly fullCheckMs: Quantiles & {
    readonly firstPass: { readonly p50: number; readonly p99: number };
    readonly releasesInWindow: number;
    /** Of the facts stored with a release, beside the index. */
    readonly storedFactBytes: number;
    readonly findings: number;
  };
}

/**
 * `npm run bench -- detect --size N [--data DIR] [--json]`: build time, bytes per document, recall@50 (positive development
 * pairs planted in generated releases, window ±30 days), search and full check p50/p99 in wall-clock and in thread time, at N
 * and at its tenth and hundredth; beside a linear scan by string-similarity, extrapolated from a sample, and PostgreSQL's
 * pg_trgm where a server answers.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { size: 10_000, data: '../shared/data' });
  const size = given.size;
  const data = given.data;
  const planted = existsSync(data)
    ? readLines<GoldPair>(`${data}/pairs-dev.jsonl`).filter(({ label }) => label === 'sameMatter')
    : [];
  const growth = [size / 100, size / 10, size]
    .map(Math.round)
    .filter((one) => one === size || one >= SMALLEST)
    .map((one) => {
      const figures = measured(one, planted);
      if (!given.json) console.log(figures);
      return figures;
    });
  const result = {
    bench: 'detect',
    ...(growth.at(-1) as SizeFigures),
    growth,
    linearScan: linearScan(size),
    pgTrgm: await trigramScan(size),
  };
  console.log(given.json ? JSON.stringify(result) : { ...result, growth: undefined });
}

function measured(size: number, planted: readonly GoldPair[]): SizeFigures {
  const index = new ReleaseIndex();
  const ids: string[] = [];
  let reading = 0;
  let indexing = 0;
  const add = (release: ReleaseText): void => {
    const started = performance.now();
    const read = document(ids.push(release.id) - 1, release);
    const between = performance.now();
    index.add(read);
    reading += between - started;
    indexing += performance.now() - between;
  };
  for (const release of generatedReleases(size)) add(release);
  for (const { a } of planted) add(a);
  const probes = [...generatedReleases(PROBES, 11)];
  return {
    size,
    buildSeconds: round((reading + indexing) / 1000),
    readMicroseconds: round((1000 * reading) / size),
    indexMicroseconds: round((1000 * indexing) / size),
    bytesPerDocument: Math.round(index.bytes() / index.size),
    recallAt50: { pairs: planted.length, percent: recall(index, ids, planted) },
    searchMs: quantiles(probes.map((release) => timed(() => search(index, release)))),
    fullCheckMs: fullCheck(size),
  };
}

const document = (handle: number, release: ReleaseText): IndexedDocument =>
  indexedDocument(handle, readHead(release).head);

function search(index: ReleaseIndex, release: ReleaseText): readonly { handle: number }[] {
  const { keys, time } = document(0, release);
  return index.search({
    keys,
    time: Number.isFinite(time) ? time : null,
    windowMs: WINDOW_DAYS * DAY,
    limit: 50,
  });
}

function recall(index: ReleaseIndex, ids: readonly string[], planted: readonly GoldPair[]): number {
  const found = planted.filter(({ a, b }) => search(index, b).some(({ handle }) => ids[handle] === a.id));
  return round((100 * found.length) / Math.max(1, planted.length));
}

/**
 * Retrieve, score, compare, explain, against as many releases as the ±30 days of a store of this size hold, their facts stored
 * with them. Each check is
 * timed in several passes, every pass against a detector built anew, so that nothing is warmer than the first time; the best
 * of them is what the check costs, the first alone what it costs beside the machine's other load.
 */
function fullCheck(size: number): SizeFigures['fullCheckMs'] {
  const passes = Array.from({ length: PASSES }, () => checkPass(size));
  const [first] = passes as [CheckPass];
  const best = first.timings.map((_, i) => ({
    wall: Math.min(...passes.map(({ timings }) => (timings[i] as Timing).wall)),
    cpu: Math.min(...passes.map(({ timings }) => (timings[i] as Timing).cpu)),
  }));
  const { releasesInWindow, storedFactBytes, findings } = first;
  const { p50, p99 } = quantiles(first.timings);
  return { ...quantiles(best), firstPass: { p50, p99 }, releasesInWindow, storedFactBytes, findings };
}

interface CheckPass {
  readonly timings: readonly Timing[];
  readonly releasesInWindow: number;
  readonly storedFactBytes: number;
  readonly findings: number;
}

function checkPass(size: number): CheckPass {
  const detector = new Detector({ windowDays: WINDOW_DAYS });
  // What the database kept with each release since it went out.
  const reader = new Detector();
  const held = Math.ceil((size * 2 * WINDOW_DAYS) / SPAN_DAYS);
  const stories = generatedReleases(held + PROBES * 2, 7, 2 * WINDOW_DAYS);
  const asked: ReleaseText[] = [];
  let place = 0;
  const every = Math.max(2, Math.floor(held / PROBES / 2));
  for (const release of stories) {
    if (place++ % every === 1 && asked.length < PROBES * 2) asked.push(release);
    else detector.add(release, reader.factsToStore(release));
  }
  let findings = 0;
  const check = (release: ReleaseText): number => (findings += detector.check(release).length);
  // The first half warms the compiler, as a running server is warm.
  for (const release of asked.slice(0, asked.length / 2)) check(release);
  findings = 0;
  const timings = asked.slice(asked.length / 2).map((release) => timed(() => check(release)));
  const storedFactBytes = Math.round(detector.factBytes.stored / detector.size);
  return { timings, releasesInWindow: detector.size, storedFactBytes, findings };
}

/** string-similarity against every stored title and text; measured on a sample, multiplied. */
function linearScan(size: number): { readonly extrapolatedFrom: number; readonly ms: number } {
  const sample = [...generatedReleases(500)];
  const [query] = generatedReleases(1, 11);
  const { wall } = timed(() =>
    sample.forEach((release) =>
      titleSimilarity(`${query?.title}${query?.body}`, `${release.title}${release.body}`),
    ),
  );
  return { extrapolatedFrom: sample.length, ms: Math.round((wall / sample.length) * size) };
}
