import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { normalise, wordsOf } from '@koujing/text';
import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { components } from './components.js';
import { eventId, readLines } from './training-set.js';
import { readOptions } from './options.js';

/** Words in fewer events than this are left out: statistics, not texts, are stored. */
const LEAST_EVENTS = 3;

/**
 * `npm run bench -- term-background --data DIR`: in how many events of the development data each word stands. Counting events
 * instead of texts keeps a much told event from making its own names look common.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { data: '../shared/data' });
  const data = given.data;
  const texts = new Map<string, ReleaseText>();
  const edges: [string, string][] = [];
  for (const { a, b } of [
    ...pairsIn(`${data}/pairs-dev.jsonl`),
    ...pairsIn(`${data}/contradictions-dev.jsonl`),
  ]) {
    for (const side of [a, b]) if (eventId(side.id) === side.id) texts.set(side.id, side);
    edges.push([eventId(a.id), eventId(b.id)]);
  }
  const groups = components(edges);
  const groupOf = new Map(edges.flatMap(([a, b], i) => [[a, groups[i]] as const, [b, groups[i]] as const]));
  const events = new Map<string, Set<number>>();
  for (const text of texts.values())
    for (const word of new Set(
      wordsOf(normalise(`${text.title}\n${text.body.slice(0, 3000)}`).text.toLowerCase()),
    )) {
      if (word.length < 2 || /\d/.test(word)) continue;
      events.set(word, (events.get(word) ?? new Set()).add(groupOf.get(text.id) ?? -1));
    }
  const frequency = [...events]
    .filter(([, seen]) => seen.size >= LEAST_EVENTS)
    .map(([word, seen]) => [word, seen.size] as const);
  const digest = createHash('sha256')
    .update(readFileSync(`${data}/pairs-dev.jsonl`))
    .digest('hex');
  const background = {
    source: `pairs-dev.jsonl sha256 ${digest.slice(0, 16)}, ${texts.size} texts`,
    documents: new Set(groups).size,
    documentFrequency: Object.fromEntries(frequency.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync('libs/conflict/same-matter/term-background.json', `${JSON.stringify(background)}\n`);
  console.log(`${frequency.length} words of ${background.documents} events`);
}

const pairsIn = (file: string): readonly { a: ReleaseText; b: ReleaseText }[] => readLines(file);
