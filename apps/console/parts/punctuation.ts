import type { Language } from '../language/language.js';

/** Names one after the other, with the comma of the language that is read. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : ', ');

/** Sentences one after the other. */
export const sentences = (said: readonly string[], language: Language): string =>
  said.join(language === 'zh' ? '；' : '; ');

/** Said in brackets after something else; nothing where there is nothing to say. */
export const aside = (said: string, language: Language): string => {
  if (said === '') return '';
  return language === 'zh' ? `（${said}）` : ` (${said})`;
};

/** Something under its name: `事项：供水`, `Matter: water`. */
export const labelled = (name: string, said: string, language: Language): string =>
  language === 'zh' ? `${name}：${said}` : `${name}: ${said}`;
