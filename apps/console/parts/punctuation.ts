import type { Language } from '../language/language.js';

/** Names one after the other, with the comma of the language that is read. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : ', ');

/** Sentences one after the other. */
export const sentences = (said: readonly string[], language: Language): string =>
  said.join(language === 'zh' ? '；' : '; ');

/** Brackets at the end of what is said in brackets become a comma: `第十八条（时限随方案确定）`, `Art. 18 (the plan sets the limit)`. */
const unbracketed = (said: string, language: Language): string =>
  language === 'zh' ? said.replace(/（([^（）]*)）$/u, '，$1') : said.replace(/ \(([^()]*)\)$/u, ', $1');

/** Said in brackets after something else; nothing where there is nothing to say. */
export const aside = (said: string, language: Language): string => {
  if (said === '') return '';
  const inside = unbracketed(said, language);
  return language === 'zh' ? `（${inside}）` : ` (${inside})`;
};

/** Something under its name: `事项：供水`, `Matter: water`. */
export const labelled = (name: string, said: string, language: Language): string =>
  language === 'zh' ? `${name}：${said}` : `${name}: ${said}`;
