import {
  dayNumber,
  isFullDate,
  mentionsIn,
  publicationMoment,
  type DateMention,
  type Mention,
} from '@koujing/text';
import { civilTime } from '@koujing/kernel';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Where the city's day begins: its offset is the same all year. */
const cityOffsetMs = 8 * hourMs;

/** 未来3小时、今后1至2天、有效期24小时、2小时内: a span from the hour of issue. */
const spans =
  /(?:(?:未来|今后|接下来|有效(?:期|时间)?为?)(?:约|的)?(\d{1,3})(?:[-~～—至到](\d{1,3}))?个?(小时|天|日(?!\d))|(\d{1,3})个?(小时)内)/gu;
/** What the text looks forward with; a day that it names otherwise may be that of the issue, or of what has happened. */
const forward = /预计|预报|有效|持续|未来|今后|期间|将[有出达会持]/u;
/** Up to the full stop: what follows a semicolon goes on with the forecast. */
const sentences = /[^。!?\n]+/gu;
/** Right before the end of a stretch of time. */
const leadsToEnd = /(?:[至到]|[-~～—]|截止|之前)[^，。；、]{0,3}$/u;

/**
 * Up to when a warning itself says that it holds: the last moment of its forecast, or the end that it names. Null where it says
 * none that lies ahead. A day without an hour ends with it; 夜间 ends at eight the next morning, as forecasts count.
 */
export const validUntil = (text: string, sentAt: Date): Date | null => {
  const plain = text.normalize('NFKC');
  const issued = publicationMoment(civilTime(sentAt));
  const mentions = mentionsIn(plain, issued);
  const ends: number[] = [];
  for (const { 0: said, index: start } of plain.matchAll(sentences)) {
    const isForward = forward.test(said);
    for (const [, from, to, unit, within] of said.matchAll(spans)) {
      const count = Number(to ?? from ?? within);
      ends.push(sentAt.getTime() + count * (unit === '天' || unit === '日' ? dayMs : hourMs));
    }
    for (const [index, mention] of mentions.entries()) {
      if (mention.kind !== 'date' || mention.start < start || mention.start >= start + said.length) continue;
      const leads = leadsToEnd.test(plain.slice(Math.max(start, mention.start - 8), mention.start));
      if (isForward || leads) ends.push(...endOf(plain, mention, mentions.slice(index + 1)));
    }
  }
  const last = Math.max(...ends.filter((end) => end > sentAt.getTime()));
  return Number.isFinite(last) ? new Date(last) : null;
};

/** Of a day, or of the hour that is named with it; of a stretch of hours within the day its last one. */
const endOf = (text: string, { date, end }: DateMention, after: readonly Mention[]): readonly number[] => {
  if (!isFullDate(date)) return [];
  const midnight = dayNumber(date) * dayMs - cityOffsetMs;
  let reach = end;
  let minute: number | null = null;
  for (const mention of after) {
    if (mention.start - reach > 2 || mention.kind !== 'time') break;
    minute = mention.minute;
    reach = mention.end;
  }
  if (minute !== null) return [midnight + minute * 60_000];
  const isNight = /^(?:夜间|夜里|晚上到夜间)/u.test(text.slice(end, end + 5));
  return [midnight + dayMs + (isNight ? 8 * hourMs : 0)];
};
