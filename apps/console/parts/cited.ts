import { articleInEnglish } from '../../../libs/text/article.api.js';
import type { Language } from '../language/language.js';

/** A provision as the language that is read cites it: 第十五条, Art. 15. */
export const cited = (article: string, language: Language): string =>
  language === 'zh' ? article : articleInEnglish(article);
