import type { Language } from '../../language/language.js';
import { listed } from '../../parts/punctuation.js';

/** A name of ours that has no words yet is at least read as words. */
const apart = (text: string): string =>
  /^[a-z]+(?:[A-Z][a-z]*)+$/u.test(text) ? text.replaceAll(/([A-Z])/gu, ' $1').toLowerCase() : text;

/** A value of a rules file in the reader's words: lists item by item, a reminder as when and to whom. Pure. */
export const saidValue = (
  value: unknown,
  words: Readonly<Record<string, string>>,
  language: Language,
): string => {
  const word = (text: string): string => words[text] ?? apart(text);
  if (value === null) return '—';
  if (Array.isArray(value))
    return (
      listed(
        value.map((item) => saidValue(item, words, language)),
        language,
      ) || '—'
    );
  if (typeof value === 'object') {
    const { at, tell, title, titleEn, step, role } = value as Readonly<Record<string, unknown>>;
    if (typeof at === 'number' && Array.isArray(tell))
      return `${at}% ${tell.map(String).map(word).join(' ')}`;
    if (language === 'en' && typeof titleEn === 'string') return titleEn;
    if (typeof title === 'string') return title;
    if (typeof step === 'string')
      return [step, role]
        .filter((part) => typeof part === 'string')
        .map(word)
        .join(' ');
    return JSON.stringify(value);
  }
  return word(String(value as string | number | boolean));
};
