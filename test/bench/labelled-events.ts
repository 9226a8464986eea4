import { readFileSync } from 'node:fs';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { bigramCounts } from '../../libs/conflict/retrieval/bigrams.js';
import { example, eventId, readLines, textOf, type Example } from './training-set.js';

interface EventLabels {
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly doubtful: readonly (readonly string[])[];
}

interface GoldLine {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly source: string;
}

/** As the development pairs were pooled: near in time, and among the nearest in words. */
const WITHIN_DAYS = 5;
const NEIGHBOURS = 6;
const DAY = 86_400_000;
/** A much told event must not outweigh all others: its pairs together count as this many. */
const EVENT_WEIGHT = 6;

/**
 * Pairs of development texts that the development pairs do not hold, labelled by `development-events.json` (ids only): every
 * two texts of an event, and of all others each text with its nearest neighbours.
 */
export function eventExamples(data: string, labelFile: string): readonly Example[] {
  const labels = JSON.parse(readFileSync(labelFile, 'utf8')) as EventLabels;
  const texts = textsOf(data);
  const known = new Set(
    readLines<GoldLine>(`${data}/pairs-dev.jsonl`).map(({ a, b }) => key(eventId(a.id), eventId(b.id))),
  );
  const eventOf = new Map(
    Object.entries(labels.events).flatMap(([event, ids]) => ids.map((id) => [id, event] as const)),
  );
  const doubtful = new Set(
    labels.doubtful.flatMap((ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => key(a, b)))),
  );
  const examples: Example[] = [];
  for (const [a, b] of pooled(texts, eventOf)) {
    const together = key(a.id, b.id);
    const event = eventOf.get(a.id);
    const same = event !== undefined && event === eventOf.get(b.id);
    if (known.has(together) || (!same && doubtful.has(together))) continue;
    const members = same ? (labels.events[event]?.length ?? 2) : 2;
    examples.push({
      ...example(a, b, same ? 1 : 0, 'event'),
      weight: Math.min(1, EVENT_WEIGHT / ((members * (members - 1)) / 2)),
    });
  }
  return examples;
}

const key = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

function textsOf(data: string): readonly ReleaseText[] {
  const texts = new Map<string, ReleaseText>();
  for (const file of ['pairs-dev.jsonl', 'contradictions-dev.jsonl'])
    for (const { a, b, source } of readLines<GoldLine>(`${data}/${file}`))
      for (const side of [a, b])
        if (source !== 'bulletin' && eventId(side.id) === side.id) texts.set(side.id, side);
  return [...texts.values()].sort((a, b) => time(a) - time(b) || (a.id < b.id ? -1 : 1));
}

const time = ({ publishedAt }: ReleaseText): number => Date.parse(publishedAt ?? '');

function pooled(
  texts: readonly ReleaseText[],
  eventOf: ReadonlyMap<string, string>,
): readonly (readonly [ReleaseText, ReleaseText])[] {
  const vectors = vectorsOf(texts);
  const chosen = new Map<string, readonly [ReleaseText, ReleaseText]>();
  texts.forEach((a, i) => {
    const near = texts
      .flatMap((b, j) =>
        j === i || Math.abs(time(a) - time(b)) > WITHIN_DAYS * DAY
          ? []
          : [{ b, likeness: cosine(vectors[i] as Vector, vectors[j] as Vector) }],
      )
      .sort((x, y) => y.likeness - x.likeness)
      .slice(0, NEIGHBOURS);
    const event = eventOf.get(a.id);
    const told = texts.filter((b) => b !== a && event !== undefined && eventOf.get(b.id) === event);
    for (const b of [...near.map((entry) => entry.b), ...told]) chosen.set(key(a.id, b.id), [a, b]);
  });
  return [...chosen.values()];
}

type Vector = ReadonlyMap<number, number>;

function vectorsOf(texts: readonly ReleaseText[]): readonly Vector[] {
  const counts = texts.map((text) => bigramCounts(textOf(text)));
  const seen = new Map<number, number>();
  for (const count of counts)
    for (const bigram of count.keys()) seen.set(bigram, (seen.get(bigram) ?? 0) + 1);
  return counts.map((count) => {
    const weighed = [...count].map(
      ([bigram, n]) =>
        [bigram, (1 + Math.log(n)) * Math.log(texts.length / (seen.get(bigram) ?? 1))] as const,
    );
    const norm = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weighed.map(([bigram, weight]) => [bigram, weight / norm]));
  });
}

function cosine(x: Vector, y: Vector): number {
  let dot = 0;
  for (const [bigram, weight] of x) dot += weight * (y.get(bigram) ?? 0);
  return dot;
}
