import { civilTime } from '@koujing/kernel';
import {
  datesIn,
  dayNumber,
  isFullDate,
  normalise,
  publicationMoment,
  sentencesOf,
  wordsOf,
} from '@koujing/text';
import type { Incident } from './incident.js';

type Known = Pick<Incident, 'title' | 'place' | 'occurredAt'>;

/** Words of a title that say nothing of what happened. */
const blank: ReadonlySet<string> = new Set(
  '突发 事件 情况 通报 处置 救援 应急 现场 发生 较大 重大 一般 特别'.split(' '),
);

/**
 * Whether a text tells of this incident: its place and what happened there in one sentence, and its day in that sentence
 * or in the one before. All three: a notice of the road works at the place of an accident, or of another day's, would
 * otherwise ask whoever writes it for nothing.
 */
export const tellsOf = (
  incident: Known,
  { title, body, at }: { readonly title: string; readonly body: string; readonly at: Date },
): boolean => {
  const { text } = normalise(`${title}。\n${body}`);
  const place = normalise(incident.place).text;
  const names = [place, localName(place)];
  const events = eventsOf(incident.title, place);
  const day = dayNumber(civilDay(incident.occurredAt));
  const days = datesIn(text, publicationMoment(civilTime(at))).filter(
    ({ date }) => isFullDate(date) && dayNumber(date) === day,
  );
  let before = 0;
  return sentencesOf(text).some(({ start, end }) => {
    const from = before;
    before = start;
    const sentence = text.slice(start, end);
    const has = (words: readonly string[]): boolean => words.some((word) => sentence.includes(word));
    return has(names) && has(events) && days.some((date) => date.start >= from && date.end <= end);
  });
};

/** 青石桥隧道 of 滨海市东港区青石桥隧道: a release of the city leaves out where the city is. 南苑小区 is no district. */
const localName = (place: string): string => {
  const local = place.replace(/^(?:[^省市区县]{1,8}(?<![小社园库景校厂矿])[省市区县])+/u, '');
  return local.length >= 3 ? local : place;
};

/** 坍塌, 事故 of 青石桥隧道坍塌事故. */
const eventsOf = (title: string, place: string): readonly string[] =>
  wordsOf(normalise(title).text.replaceAll(place, ' ')).filter(
    (word) => word.length >= 2 && !blank.has(word) && !place.includes(word),
  );

const civilDay = (instant: Date) => {
  const [year = 0, month = 0, day = 0] = civilTime(instant).slice(0, 10).split('-').map(Number);
  return { year, month, day };
};
