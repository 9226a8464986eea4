import { codesIn } from './code-mention.js';
import type { CodeMention } from './code-mention.js';
import type { PublicationMoment } from './civil-date.js';
import { datesIn } from './date-mention.js';
import type { DateMention } from './date-mention.js';
import { areasIn, districtsIn, homeIn, localPlacesIn, placesIn } from './place.js';
import type { PlaceMention } from './place.js';
import { quantitiesIn } from './quantity-mention.js';
import type { QuantityMention } from './quantity-mention.js';
import { statesIn } from './state-word.js';
import type { StateMention } from './state-word.js';
import { timesIn } from './time-of-day.js';
import type { TimeMention } from './time-of-day.js';

export type Mention = CodeMention | DateMention | TimeMention | PlaceMention | QuantityMention | StateMention;

/** Where two grammars read the same letters, the earlier in this order wins. */
const precedence: readonly Mention['kind'][] = [
  'documentNumber',
  'url',
  'phone',
  'magnitude',
  'responseLevel',
  'warningColour',
  'date',
  'time',
  'quantity',
  'place',
  'state',
];
const rankOf = new Map(precedence.map((kind, index) => [kind, index]));

const free = (mentions: readonly Mention[], length: number): Mention[] => {
  const taken = new Uint8Array(length + 1);
  const kept: Mention[] = [];
  const ordered = [...mentions].sort(
    (one, other) => (rankOf.get(one.kind) ?? 0) - (rankOf.get(other.kind) ?? 0) || one.start - other.start,
  );
  for (const mention of ordered) {
    let clash = false;
    for (let index = mention.start; index < mention.end && !clash; index += 1) clash = taken[index] === 1;
    if (clash) continue;
    taken.fill(1, mention.start, mention.end);
    kept.push(mention);
  }
  return kept.sort((one, other) => one.start - other.start);
};

/** Everything that the grammars find in a normalised text, in order and without overlaps. */
export const mentionsIn = (
  text: string,
  now: PublicationMoment | null,
  areas: readonly string[] = [],
  home: string | null = null,
): Mention[] =>
  free(
    [
      ...codesIn(text),
      ...datesIn(text, now),
      ...timesIn(text),
      ...quantitiesIn(text),
      ...areasIn(text, areas),
      ...homeIn(text, home),
      ...placesIn(text),
      ...districtsIn(text),
      ...localPlacesIn(text),
      ...statesIn(text),
    ],
    text.length,
  );
