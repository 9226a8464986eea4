import {
  datesIn,
  isFullDate,
  normalise,
  publicationMoment,
  weekdayNamed,
  weekdayOf,
  writeDate,
} from '@koujing/text';
import type { FactConflict } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';

const names = '日一二三四五六';
const around = 20;

/** Dates whose weekday beside them is another day's: 11月26日（星期五）. */
export const weekdaysIn = (release: ReleaseText): readonly FactConflict[] => {
  const raw = fullText(release);
  const { text, rawOffset } = normalise(raw);
  const conflicts: FactConflict[] = [];
  for (const mention of datesIn(text, publicationMoment(release.publishedAt))) {
    const named = weekdayNamed(text, mention.end);
    const real = weekdayOf(mention.date);
    if (named === null || real === null || named === real || !isFullDate(mention.date)) continue;
    const start = rawOffset(mention.start);
    const dateEnd = rawOffset(mention.end - 1) + 1;
    const weekdayAt = text.slice(mention.end).search(/[星周礼]/) + mention.end;
    const end = rawOffset(weekdayAt + (text.startsWith('周', weekdayAt) ? 1 : 2)) + 1;
    const quote =
      raw
        .slice(Math.max(0, start - around), Math.min(raw.length, end + around))
        .split('\n')
        .at(-1) ?? '';
    conflicts.push({
      attribute: 'date',
      a: {
        release: release.id,
        text: quote,
        start,
        end: dateEnd,
        value: `${writeDate(mention.date)}（星期${names[real] as string}）`,
      },
      b: {
        release: release.id,
        text: quote,
        start: rawOffset(weekdayAt),
        end,
        value: `星期${names[named] as string}`,
      },
    });
  }
  return conflicts;
};
