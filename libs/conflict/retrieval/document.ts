import type { Head } from '../same-matter/head.js';
import { bigramCounts, slotKey } from './bigrams.js';
import type { IndexedDocument } from './indexed-document.js';

/** Days and regions cross-multiply: a text that names many of both (a national bulletin) is found by its words. */
const SLOT_LIMIT = 12;
/** A list of phones is a directory; its first ones are enough to find it. */
const NUMBER_LIMIT = 12;

/** Phones of seven digits and more, and document numbers such as 东政发〔2026〕12号. */
const NUMBERS =
  /(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|[\p{Script=Han}]{2,8}[〔[(]\d{4}[〕\])]\d+号/gu;

/** A release as the index stores it: its bigrams, and its slots as terms of their own. */
export function indexedDocument(handle: number, head: Head): IndexedDocument {
  const counts = bigramCounts(head.text);
  for (const slot of slotsOf(head)) counts.set(slotKey(slot), 1);
  const keys = new Uint32Array(counts.size);
  const repeated: number[] = [];
  let at = 0;
  for (const [key, count] of counts) {
    keys[at++] = key;
    if (count > 1) repeated.push(key);
  }
  return {
    handle,
    time: head.time ?? -Infinity,
    keys: keys.sort(),
    repeated: new Uint32Array(repeated).sort(),
  };
}

/** The days named; the day of publication where none is. */
const daysOf = ({ days, publicationDay }: Head): readonly number[] =>
  days.length > 0 ? [...days] : publicationDay === null ? [] : [publicationDay];

function slotsOf(head: Head): readonly string[] {
  const slots: string[] = [];
  const { bulletin } = head;
  for (const place of bulletin?.places ?? [])
    slots.push(`${place}|${bulletin?.period.end ?? bulletin?.period.day}`);
  for (const day of daysOf(head)) {
    for (const region of head.regions)
      slots.push(`${typeof region === 'string' ? region : region.name}|${day}`);
    for (const hazard of head.hazards) slots.push(`${hazard}|${day}`);
  }
  const numbers = new Set(head.text.match(NUMBERS));
  return [...slots.slice(0, SLOT_LIMIT), ...[...numbers].slice(0, NUMBER_LIMIT)];
}
