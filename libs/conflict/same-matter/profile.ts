import type { ReleaseText } from '../release-text.js';
import { normalise, publicationMoment } from '@koujing/text';
import { bulletinKeyOf, type BulletinKey } from './bulletin-key.js';
import { hazardsIn, mainHazards } from './hazard.js';
import {
  bareNames,
  clocksIn,
  daysIn,
  districtsIn,
  figuresIn,
  magnitudesIn,
  plannedDays,
  quotedIn,
  regionsIn,
  streetsIn,
  typhoonsIn,
  type Region,
} from './slots.js';
import { seriesTitle, type SeriesTitle } from './series-title.js';
import { isStockWord } from './stock-words.js';
import { contentWords, type Word } from './words.js';

/** The head that names the matter; annexes and tables behind it say nothing about which matter it is. */
const PROFILED_LENGTH = 3_000;
const SENTENCES = 40;

/** One sentence as the set of its words' numbers in the profile. */
export type SentenceWords = ReadonlySet<string>;

/** What the scorer reads of a release; computed once, kept with it. */
export interface Profile {
  readonly id: string;
  readonly organ: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds; null when unknown. */
  readonly time: number | null;
  /** Rarity 0..1 per distinct word. */
  readonly words: ReadonlyMap<string, number>;
  readonly mass: number;
  readonly norm: number;
  readonly titleWords: ReadonlyMap<string, number>;
  readonly sentences: readonly SentenceWords[];
  readonly bigrams: ReadonlySet<number>;
  readonly regions: ReadonlySet<Region>;
  readonly districts: ReadonlySet<string>;
  /** Counties named, without their suffix. */
  readonly bareNames: readonly string[];
  readonly streets: ReadonlySet<string>;
  readonly titleRegions: ReadonlySet<Region>;
  /** Month × 100 + day of the day of publication; null when unknown. */
  readonly publicationDay: number | null;
  /** The same for the days named. */
  readonly days: ReadonlySet<number>;
  /** Of the days those other than the day of publication and its neighbours: what is announced. */
  readonly plannedDays: ReadonlySet<number>;
  readonly figures: ReadonlySet<string>;
  readonly hazards: ReadonlySet<string>;
  readonly mainHazards: readonly string[];
  /** Minutes of the day, stated to the minute. */
  readonly clocks: ReadonlySet<number>;
  readonly magnitudes: ReadonlySet<string>;
  readonly typhoons: ReadonlySet<string>;
  /** What stands in quotation marks or book titles. */
  readonly quoted: ReadonlySet<string>;
  readonly series: SeriesTitle;
  /** Set for periodic bulletins only. */
  readonly bulletin: BulletinKey | undefined;
}

/** One form for the words: hashtags and mentions are decoration. */
const plain = (text: string): string => normalise(text.replace(/[#＃@]/g, ' ')).text.toLowerCase();

export function profileOf(release: ReleaseText): Profile {
  const title = plain(release.title);
  const text = `${title}\n${plain(release.body.slice(0, PROFILED_LENGTH))}`;
  const moment = publicationMoment(release.publishedAt);
  const days = daysIn(text, moment);
  const time = release.publishedAt === null ? null : Date.parse(release.publishedAt);
  const sentences = text
    .split(/[。！？!?;；\n]+/u)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, SENTENCES);
  const tagged = sentences.map((sentence) => contentWords(sentence));
  const all = tagged.flat();
  const named = regionsIn(text);
  const districts = districtsIn(text);
  const streets = streetsIn(text);
  const typhoons = typhoonsIn(text);
  const main = mainHazards(title, text.slice(title.length));
  const placeNames = heads([...districts, ...streets]);
  const words = rarities(all, placeNames);
  return {
    id: release.id,
    organ: release.organ,
    title,
    text,
    time,
    words,
    mass: total(words.values()),
    norm: Math.sqrt(total([...words.values()].map((rarity) => rarity * rarity))),
    titleWords: rarities(contentWords(title), placeNames),
    sentences: tagged.map((list) => new Set(list.map((word) => word.text))),
    bigrams: bigramSet(text),
    bareNames: bareNames(named),
    regions: named.size > 0 || release.organ === '微博' ? named : regionsIn(release.organ),
    districts,
    streets,
    titleRegions: regionsIn(title),
    publicationDay: moment === null ? null : moment.month * 100 + moment.day,
    days,
    plannedDays: plannedDays(days, moment),
    figures: figuresIn(text),
    hazards: hazardsIn(text),
    mainHazards: typhoons.size > 0 ? [...new Set(['typhoon', ...main])] : main,
    clocks: clocksIn(text),
    magnitudes: magnitudesIn(text),
    typhoons,
    quoted: quotedIn(text),
    series: seriesTitle(title),
    bulletin: bulletinKeyOf({
      organ: release.organ,
      title,
      text,
      moment,
    }),
  };
}

/** idf 5 and less says nothing about the matter (0), 13 names it (1). */
const rarity = (idf: number): number => Math.min(1, Math.max(0, (idf - 5) / 8));

/**
 * District and street names are rare in general and common in their own city, and where it happened is weighed by the slots;
 * stock words are rare in general and stand in every report of their kind.
 */
const KNOWN_SHARE = 0.3;

function rarities(words: readonly Word[], placeNames: ReadonlySet<string>): Map<string, number> {
  const map = new Map<string, number>();
  for (const { text, idf } of words) {
    const value = rarity(idf) * (isStockWord(text) || placeNames.has(text) ? KNOWN_SHARE : 1);
    if (value > 0) map.set(text, value);
  }
  return map;
}

/** Every head of a place's name: the segmenter gives 东山 as well as 东山区. */
const heads = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].flatMap((name) => Array.from(name, (_, i) => name.slice(0, i + 1))));

function bigramSet(text: string): Set<number> {
  const set = new Set<number>();
  for (let i = 1; i < text.length; i++) set.add((text.charCodeAt(i - 1) << 16) | text.charCodeAt(i));
  return set;
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
