import type { ReleaseText } from '../release-text.js';
import type { Profile } from '../same-matter/profile.js';
import { bigramCounts, slotKey } from './bigrams.js';
import type { IndexedDocument } from './freeze.js';

/** Days and regions cross-multiply: a text that names many of both (a national bulletin) is found by its words. */
const SLOT_LIMIT = 12;

/** Phones of seven digits and more, and document numbers such as 东政发〔2026〕12号. */
const NUMBERS =
  /(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|[\p{Script=Han}]{2,8}[〔[(]\d{4}[〕\])]\d+号/gu;

/** A release as the index stores it: its bigrams, and its slots as terms of their own. */
export function indexedDocument(release: ReleaseText, profile: Profile): IndexedDocument {
  const counts = bigramCounts(profile.text);
  for (const slot of slotsOf(profile)) counts.set(slotKey(slot), 1);
  const keys = Uint32Array.from(counts.keys()).sort();
  return {
    id: release.id,
    time: profile.time ?? -Infinity,
    length: Math.min(65_535, keys.length),
    keys,
    counts: Uint8Array.from(keys, (key) => Math.min(255, counts.get(key) as number)),
  };
}

/** The days named; the day of publication where none is. */
const daysOf = ({ days, publicationDay }: Profile): readonly number[] =>
  days.size > 0 ? [...days] : publicationDay === null ? [] : [publicationDay];

function slotsOf(profile: Profile): readonly string[] {
  const slots: string[] = [];
  for (const day of daysOf(profile)) {
    for (const region of profile.regions)
      slots.push(`${typeof region === 'string' ? region : region.name}|${day}`);
    for (const hazard of profile.hazards) slots.push(`${hazard}|${day}`);
  }
  const bulletin = profile.bulletin;
  for (const place of bulletin?.places ?? [])
    slots.unshift(`${place}|${bulletin?.period.end ?? bulletin?.period.day}`);
  return [...slots.slice(0, SLOT_LIMIT), ...new Set(profile.text.match(NUMBERS))];
}
