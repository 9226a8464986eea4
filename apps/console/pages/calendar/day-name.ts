import type { AgendaEntry } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { shownDays, weekdayOf, type Day, type View } from './days.js';
import { titleOf } from './entry.js';
import { words } from './words.js';

/** Days as people say them. */
export const useDayNames = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const day = (of: Day): string => text.day(Number(of.slice(5, 7)), Number(of.slice(8, 10)));
  return {
    day,
    dayAndWeekday: (of: Day): string => `${day(of)} ${text.weekdays[weekdayOf(of)] ?? ''}`,
    period: (view: View, on: Day): string => {
      if (view === 'month') return text.month(Number(on.slice(0, 4)), Number(on.slice(5, 7)));
      const { from, to } = shownDays(view, on);
      return text.range(day(from), day(to));
    },
    /** Another entry within a sentence. */
    named: (entry: AgendaEntry): string =>
      language === 'zh'
        ? `《${titleOf(entry, language)}》（${cityTime(entry.at, language)}）`
        : `“${titleOf(entry, language)}” (${cityTime(entry.at, language)})`,
  };
};
