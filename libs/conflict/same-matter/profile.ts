import type { ReleaseText } from '../release-text.js';
import { mainHazards } from './hazard.js';
import { readHead, type Head } from './head.js';
import { keyOf, keySet, type KeySet } from './key-set.js';
import { seriesTitle, type SeriesTitle } from './series-title.js';
import {
  bareNames,
  clocksIn,
  districtsIn,
  exactFigures,
  figuresIn,
  magnitudesIn,
  plannedDays,
  quotedIn,
  regionsOf,
  statisticalPeriods,
  streetsIn,
  typhoonsIn,
  type Region,
} from './slots.js';
import { namedThingsIn, occasionsIn } from './named-things.js';
import { isStockWord } from './stock-words.js';
import { inShort } from './short-names.js';
import { countedHoursIn } from './counted-hours.js';
import { eventDaysIn } from './event-days.js';
import { thingsIn } from './things.js';
import { SENTENCES, weighedWords, type WeighedWords } from './weighed-words.js';
import { contentWords, idfOf } from './words.js';

/** A word of the title; its letters are kept because the other text may hold it inside a longer word. */
export interface TitleWord {
  readonly text: string;
  readonly key: number;
  readonly rarity: number;
}

/** What the scorer reads of a release; computed once, kept with it in typed arrays. */
export interface Profile extends Head {
  readonly words: WeighedWords;
  readonly titleWords: readonly TitleWord[];
  readonly titleRegions: readonly Region[];
  readonly districts: KeySet;
  /** Counties named, without their suffix. */
  readonly bareNames: readonly string[];
  readonly streets: KeySet;
  /** Of the days those other than the day of publication and its neighbours: what is announced. */
  readonly plannedDays: KeySet;
  readonly figures: KeySet;
  /** Of the figures those exact enough to name a matter. */
  readonly exactFigures: KeySet;
  readonly statisticalPeriods: KeySet;
  readonly mainHazards: readonly string[];
  /** Minutes of the day, stated to the minute. */
  readonly clocks: KeySet;
  readonly magnitudes: KeySet;
  readonly typhoons: KeySet;
  /** An incident by the day that names it: “7·8”事故. */
  readonly eventDays: KeySet;
  /** Hours up to which it counts something over the whole city. */
  readonly countedHours: KeySet;
  /** What stands in quotation marks or book titles. */
  readonly quoted: KeySet;
  readonly series: SeriesTitle;
  /** What the head speaks of, whatever words it has for it. */
  readonly things: KeySet;
  /** Lines, bridges, schools and the like by their names; `namedApart` compares them. */
  readonly named: KeySet;
  /** A marathon, a job fair: two of them are two matters. */
  readonly occasions: KeySet;
}

export function profileOf(release: ReleaseText): Profile {
  const { head, places, named, moment } = readHead(release);
  const { title, text, days } = head;
  const typhoons = typhoonsIn(text);
  const main = mainHazards(title, text.slice(title.length));
  const titlePlaces = places.filter(({ end }) => end <= title.length);
  const districts = districtsIn(text, places);
  const streets = streetsIn(text);
  const figures = figuresIn(text);
  return {
    ...head,
    ...wordsOf(title, text, [...districts, ...streets]),
    titleRegions: regionsOf(title, titlePlaces),
    districts: keySet(districts),
    bareNames: bareNames(named),
    streets: keySet(streets),
    plannedDays: keySet(plannedDays(days, moment)),
    figures: keySet(figures),
    statisticalPeriods: keySet(statisticalPeriods(text)),
    exactFigures: keySet(exactFigures(figures)),
    mainHazards: typhoons.size > 0 ? [...new Set(['typhoon', ...main])] : main,
    clocks: keySet(clocksIn(text)),
    magnitudes: keySet(magnitudesIn(text)),
    typhoons: keySet(typhoons),
    eventDays: keySet(eventDaysIn(`${head.organ}\n${text}`)),
    countedHours: keySet(countedHoursIn(text)),
    quoted: keySet(quotedIn(text)),
    series: seriesTitle(title, titlePlaces),
    things: thingsIn(text),
    named: namedThingsIn(`${head.organ}\n${text}`),
    occasions: keySet(occasionsIn(text)),
  };
}

function wordsOf(
  title: string,
  text: string,
  placeNames: readonly string[],
): { readonly words: WeighedWords; readonly titleWords: readonly TitleWord[] } {
  const known = heads(placeNames);
  const rarity = (word: string): number => rarityOf(word, known);
  const sentences = inShort(text)
    .split(/[。！？!?;；\n]+/u)
    .filter((sentence) => sentence.trim() !== '')
    .slice(0, SENTENCES);
  const titleWords = [...new Set(contentWords(inShort(title)))].map((word) => ({
    text: word,
    key: keyOf(word),
    rarity: rarity(word),
  }));
  return {
    words: weighedWords(sentences.map(contentWords), rarity),
    titleWords: titleWords.filter((word) => word.rarity > 0),
  };
}

/**
 * District and street names are rare in general and common in their own city, and where it happened is weighed by the slots;
 * stock words are rare in general and stand in every report of their kind.
 */
const KNOWN_SHARE = 0.3;

/** idf 5 and less says nothing about the matter (0), 13 names it (1). */
const rarityOf = (word: string, placeNames: ReadonlySet<string>): number =>
  Math.min(1, Math.max(0, (idfOf(word) - 5) / 8)) *
  (isStockWord(word) || placeNames.has(word) ? KNOWN_SHARE : 1);

/** Every head of a place's name: the segmenter gives 东山 as well as 东山区. */
const heads = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => Array.from(name, (_, i) => name.slice(0, i + 1))));
