import { Detector } from '@koujing/conflict';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { indexedDocument } from '../../libs/conflict/retrieval/document.js';
import type { IndexedDocument } from '../../libs/conflict/retrieval/freeze.js';
import { ReleaseIndex } from '../../libs/conflict/retrieval/release-index.js';
import { profileOf } from '../../libs/conflict/same-matter/profile.js';
import { titleSimilarity } from '../../libs/conflict/title-similarity.js';
import { generatedReleases, SPAN_DAYS } from './generated-releases.js';
import { readLines } from './training-set.js';

interface GoldPair {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly label: string;
}

const WINDOW_DAYS = 30;
const DAY = 86_400_000;
const PROBES = 300;

/**
 * `npm run bench -- detect --size N [--data DIR] [--json]`: build time, bytes per document, recall@50 (positive development
 * pairs planted in generated releases, window ±30 days), search and full check p50/p99, beside a linear scan by
 * string-similarity extrapolated from a sample.
 */
export async function run(options: readonly string[]): Promise<void> {
  const value = (name: string, otherwise: string): string =>
    options.includes(name) ? (options[options.indexOf(name) + 1] ?? otherwise) : otherwise;
  const size = Number(value('--size', '10000'));
  const planted = readLines<GoldPair>(`${value('--data', '../shared/data')}/pairs-dev.jsonl`).filter(
    ({ label }) => label === 'sameMatter',
  );
  const index = new ReleaseIndex();
  const started = performance.now();
  for (const release of generatedReleases(size)) index.add(document(release));
  for (const { a } of planted) index.add(document(a));
  const buildSeconds = (performance.now() - started) / 1000;
  const result = {
    bench: 'detect',
    size,
    buildSeconds: round(buildSeconds),
    bytesPerDocument: Math.round(index.bytes() / size),
    recallAt50: { pairs: planted.length, percent: recall(index, planted) },
    searchMs: quantiles(probes(size).map((release) => timed(() => search(index, release)))),
    fullCheckMs: fullCheck(size),
    linearScanMs: linearScan(size),
  };
  console.log(options.includes('--json') ? JSON.stringify(result) : result);
}

const document = (release: ReleaseText): IndexedDocument => indexedDocument(release, profileOf(release));

function search(index: ReleaseIndex, release: ReleaseText): readonly { id: string }[] {
  const { keys, counts, time } = document(release);
  return index.search({ keys, counts, time, windowMs: WINDOW_DAYS * DAY, limit: 50 });
}

function recall(index: ReleaseIndex, planted: readonly GoldPair[]): number {
  const found = planted.filter(({ a, b }) => search(index, b).some(({ id }) => id === a.id));
  return round((100 * found.length) / Math.max(1, planted.length));
}

/** Fresh texts of the same make, spread over the whole time. */
const probes = (size: number): readonly ReleaseText[] =>
  [...generatedReleases(PROBES, 11)].map((release, i) => ({ ...release, id: `probe${size}-${i}` }));

/** Retrieve, score, compare, explain, against as many releases as the ±30 days of a store of this size hold. */
function fullCheck(size: number): Record<string, number> {
  const detector = new Detector({ windowDays: WINDOW_DAYS });
  const held = Math.ceil((size * 2 * WINDOW_DAYS) / SPAN_DAYS);
  for (const release of generatedReleases(held, 7, 2 * WINDOW_DAYS)) detector.add(release);
  const asked = [...generatedReleases(PROBES, 11, 2 * WINDOW_DAYS)].map((release, i) => ({
    ...release,
    id: `asked-${i}`,
  }));
  return {
    releasesInWindow: held,
    ...quantiles(asked.map((release) => timed(() => detector.check(release)))),
  };
}

/** string-similarity against every stored title and text; measured on a sample, multiplied. */
function linearScan(size: number): { extrapolatedFrom: number; ms: number } {
  const sample = [...generatedReleases(500)];
  const [query] = probes(size);
  const ms = timed(() =>
    sample.forEach((release) =>
      titleSimilarity(`${query?.title}${query?.body}`, `${release.title}${release.body}`),
    ),
  );
  return { extrapolatedFrom: sample.length, ms: Math.round((ms / sample.length) * size) };
}

function timed(action: () => unknown): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function quantiles(values: readonly number[]): Record<string, number> {
  const ordered = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
