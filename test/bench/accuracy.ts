import { existsSync } from 'node:fs';
import { comparePair } from '@koujing/conflict';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import weights from '../../libs/conflict/same-matter/same-matter-weights.json' with { type: 'json' };
import { Bm25, dice } from './baselines.js';
import { components } from './components.js';
import { contradictionRates, type Rate } from './contradiction-score.js';
import { areaUnderCurve, decisions, groupedInterval, type Scored } from './measures.js';
import { eventId, readLines } from './training-set.js';
import { readOptions } from './options.js';

interface GoldPair {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly label: 'sameMatter' | 'different';
  readonly source: string;
}

interface Figure {
  readonly method: string;
  readonly part: string;
  readonly pairs: number;
  readonly sameMatter: number;
  readonly auc: number;
  readonly auc95: readonly [number, number];
  /** Ours at 0.5; the baselines at the threshold best for them on these very pairs. */
  readonly f1: number;
  readonly f195: readonly [number, number];
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'all pairs': ['weibo', 'dxy', 'bulletin'],
  'news leads': ['weibo'],
  'releases and news': ['dxy'],
  'periodic bulletins': ['bulletin'],
};

/**
 * `npm run bench -- accuracy --data DIR [--json]`: our figures beside string-similarity (Dice) and BM25 in one run, with
 * counts and 95 % intervals grouped by connected components of shared ids. The stored weights were fitted on these pairs:
 * the cross-validated figures printed with them are the honest ones for news and releases.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { data: '../shared/data' });
  const { data } = given;
  if (!existsSync(`${data}/pairs-dev.jsonl`)) {
    console.error(`没有开发数据 (no development data)：${data}/pairs-dev.jsonl`);
    process.exitCode = 2;
    return;
  }
  const figures = pairFigures(readLines<GoldPair>(`${data}/pairs-dev.jsonl`));
  const contradictions = contradictionRates(`${data}/contradictions-dev.jsonl`);
  const result = {
    bench: 'accuracy',
    pairs: figures,
    crossValidated: weights.provenance.crossValidatedByEvent,
    contradictions,
    notMeasurableHere: NOT_HERE,
  };
  if (given.json) console.log(JSON.stringify(result));
  else show(figures, contradictions);
}

const NOT_HERE = ['accident and disaster reports', 'one disaster told from different places'];

function pairFigures(pairs: readonly GoldPair[]): readonly Figure[] {
  const groups = components(pairs.map(({ a, b }) => [eventId(a.id), eventId(b.id)]));
  const bm25 = new Bm25(pairs.flatMap(({ a, b }) => [a, b]));
  const methods: Readonly<Record<string, (a: ReleaseText, b: ReleaseText) => number>> = {
    koujing: (a, b) => comparePair(a, b).sameMatter,
    'string-similarity (Dice)': dice,
    'BM25 (bigrams)': (a, b) => bm25.score(a, b),
  };
  return Object.entries(methods).flatMap(([method, score]) => {
    const rows = pairs.map(({ a, b, label }, i) => ({
      score: score(a, b),
      label: label === 'sameMatter' ? (1 as const) : (0 as const),
      group: groups[i] as number,
    }));
    return Object.entries(SOURCES).map(([part, sources]) =>
      figure(
        method,
        part,
        rows.filter((_, i) => sources.includes((pairs[i] as GoldPair).source)),
      ),
    );
  });
}

function figure(method: string, part: string, rows: readonly Scored[]): Figure {
  const threshold = method === 'koujing' ? 0.5 : bestThreshold(rows);
  const auc = (sample: readonly Scored[]): number => percent(areaUnderCurve(sample));
  const f1 = (sample: readonly Scored[]): number => decisions(sample, threshold).f1;
  return {
    method,
    part,
    pairs: rows.length,
    sameMatter: rows.filter(({ label }) => label === 1).length,
    auc: auc(rows),
    auc95: groupedInterval(rows, auc),
    f1: f1(rows),
    f195: groupedInterval(rows, f1),
  };
}

function bestThreshold(rows: readonly Scored[]): number {
  let best = { threshold: 0.5, f1: -1 };
  for (const { score } of rows) {
    const { f1 } = decisions(rows, score);
    if (f1 > best.f1) best = { threshold: score, f1 };
  }
  return best.threshold;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

function show(
  figures: readonly Figure[],
  { recall, falseAlarms }: { recall: readonly Rate[]; falseAlarms: readonly Rate[] },
): void {
  console.log(
    'Same matter (95 % intervals over connected components; baselines at their own best threshold)',
  );
  for (const row of figures)
    console.log(
      `${row.part.padEnd(20)} ${row.method.padEnd(26)} n=${row.pairs}/${row.sameMatter}  AUC ${row.auc} [${row.auc95.join('–')}]  F1 ${row.f1} [${row.f195.join('–')}]`,
    );
  console.log(
    `Cross-validated by event (weights fitted without the event): ${JSON.stringify(weights.provenance.crossValidatedByEvent)}`,
  );
  console.log('\nContradictions, recall');
  for (const rate of recall) console.log(rateLine(rate));
  console.log('\nContradictions, false alarms');
  for (const rate of falseAlarms) console.log(rateLine(rate));
  console.log(`\nNot measurable here: ${NOT_HERE.join('; ')}`);
}

const rateLine = ({ name, count, percent: value, interval95 }: Rate): string =>
  `${name.padEnd(24)} n=${count}  ${value} % [${interval95.join('–')}]`;
