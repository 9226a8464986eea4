import { dayNumber, isFullDate } from '@koujing/text';
import type { DateMention, Mention, PartialDate, PublicationMoment, Span, TimeMention } from '@koujing/text';

/** The moment up to which a count holds. */
export interface AsOf {
  readonly minute: number;
  readonly dayOnly: boolean;
}

const asOfWord = /截[至止]到?(?:目前)?$/;
const minutesPerDay = 1440;

/** 16日7时水位88.62米: the moment at which it was measured. */
const MEASURED = /^(?:的?(?:实时|实测)?(?:库?水位|流量|气温|浓度|出库|入库|库容))/;

/** Whether a date or time is the moment of a 截至 phrase, or of what was measured then. */
export const statesAsOf = (text: string, { start, end }: Span): boolean =>
  MEASURED.test(text.slice(end, end + 6)) ||
  /截[至止]到?[^，。、；]{0,12}$/.test(text.slice(Math.max(0, start - 16), start));

const dateAt = (mentions: readonly Mention[], index: number): DateMention | null => {
  const mention = mentions[index];
  return mention?.kind === 'date' && isFullDate(mention.date) ? mention : null;
};

/** 至12月16日17时，全市累计…: the sentence begins with the moment up to which it counts. */
const opensWithEnd = (text: string, sentence: Span, mention: Mention): boolean =>
  mention.kind === 'date' &&
  mention.start === sentence.start + 1 &&
  text[sentence.start] === '至' &&
  /^\d{1,2}[时点]，/.test(text.slice(mention.end, mention.end + 5));

/** The last of the times right after a date: 2月5日0-24时 ends at 24时. */
const lastTimeAfter = (mentions: readonly Mention[], index: number, end: number): TimeMention | null => {
  let last: TimeMention | null = null;
  let reach = end;
  for (let next = index; next < mentions.length; next += 1) {
    const mention = mentions[next] as Mention;
    if (mention.start - reach > 2) break;
    if (mention.kind === 'time') last = mention;
    else if (mention.kind !== 'date') break;
    reach = mention.end;
  }
  return last;
};

/** A sentence and the mentions of its text. */
interface Stated {
  readonly text: string;
  readonly sentence: Span;
  readonly mentions: readonly Mention[];
}

/**
 * The as-of moment that a sentence states: 截至2月5日24时, or the end of a statistical window 2月5日0-24时.
 * `previous` supplies the day for 截至14时. Null when the sentence states none.
 */
export const asOfIn = (
  { text, sentence, mentions }: Stated,
  day: PartialDate | null,
  published: PublicationMoment | null,
): AsOf | null => {
  let found: AsOf | null = null;
  /** What lies ahead is a deadline (截止12月31日), and counts nothing yet. */
  const latest = published === null ? Infinity : (dayNumber(published) + 1) * minutesPerDay + 12 * 60;
  for (const [index, mention] of mentions.entries()) {
    if (mention.start >= sentence.end) break;
    if (mention.start < sentence.start) continue;
    const stated =
      asOfWord.test(text.slice(Math.max(0, mention.start - 6), mention.start)) ||
      opensWithEnd(text, sentence, mention);
    const date = dateAt(mentions, index);
    if (date !== null) {
      const time = lastTimeAfter(mentions, index + 1, date.end);
      const base = dayNumber(date.date as Required<typeof date.date>) * minutesPerDay;
      const window =
        time !== null &&
        text.slice(date.end, time.start + 1).search(/\d{1,2}时?[-~至到]/) === 0 &&
        (published === null || base + time.minute <= dayNumber(published) * minutesPerDay + published.minute);
      if (stated || window || MEASURED.test(text.slice((time ?? date).end, (time ?? date).end + 6)))
        found = { minute: base + (time?.minute ?? 0), dayOnly: time === null };
    } else if (
      (stated || MEASURED.test(text.slice(mention.end, mention.end + 6))) &&
      mention.kind === 'time' &&
      day !== null &&
      isFullDate(day)
    ) {
      found = { minute: dayNumber(day) * minutesPerDay + mention.minute, dayOnly: false };
    }
    if (found !== null && found.minute > latest) found = null;
    if (found !== null) return found;
  }
  return found;
};

/** -1, 0 or 1; 0 also when the coarser statement leaves it open. */
export const compareAsOf = (one: AsOf, other: AsOf): number => {
  if (one.dayOnly || other.dayOnly)
    return Math.sign(Math.floor(one.minute / minutesPerDay) - Math.floor(other.minute / minutesPerDay));
  return Math.sign(one.minute - other.minute);
};
