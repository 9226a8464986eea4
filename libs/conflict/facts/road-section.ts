import { readNumeral, type Span } from '@koujing/text';

interface Section extends Span {
  readonly road: string;
  /** Where it begins and ends, in the order of letters: 海晏路—望潮路. */
  readonly ends: string;
}

const road = '[\\u4e00-\\u9fa5]{1,5}(?:大道|大街|路|街|巷|高速)';
const end = '[\\u4e00-\\u9fa5\\d]{1,8}?';
const section = new RegExp(
  `(${road})\\(?(${end}(?:路|街|大道|桥|口|站|巷|枢纽|服务区|互通))(?:至|到|[-—~]+)(${end}(?:路|街|大道|桥|口|站|巷|枢纽|服务区|互通)?)(?:路?段|之间|\\))`,
  'g',
);
/** 对观澜大道, 途经观澜大道. */
const lead = /^(?:对|在|将|于|由|经|沿|途经|禁止|封闭)/;

/** Stretches of a road: 观澜大道（海晏路至望潮路段）. */
export const sectionsIn = (text: string, sentence: Span): readonly Section[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(section)].map((match) => {
    const [whole, name = '', from = '', to = ''] = match;
    const start = sentence.start + match.index;
    return {
      start,
      end: start + whole.length,
      road: name.replace(lead, ''),
      ends: [from, to].sort().join('—'),
    };
  });

/** One end alike and the other not is one stretch told in two ways; with no end alike they are two stretches. */
export const sectionsAgree = (one: string, other: string): boolean => {
  const [a, b] = [one.split('—'), other.split('—')];
  return a.filter((name) => b.includes(name)).length !== 1;
};

/** K305至K320段 is a stretch, and no post of it stands for a place. */
const post =
  /(?<!K\d{1,4}(?:\+\d{3})?(?:公里)?(?:至|到|-|—|~))K(\d{1,4})(?:\+(\d{3}))?(?!\d|\+\d|\s*路|(?:公里)?(?:至|到|-|—|~)K)/gu;
/** G7高速1254公里处 */
const postInWords = /(?<=高速(?:公路)?|[国省县]道[A-Z]?\d{0,4}(?:线|公路)?)(\d{1,4})公里处/gu;

/** Which of several halls of one works it happened in: 二车间发生爆燃, 3号库房起火. 一仓库冒烟 is any. */
const hall =
  /(?<!发现|某|其中|在|有)([二三四五六七八九十]|[一二三四五六七八九十](?=号)|\d{1,2})(?:号(?=.)|(?=车间))(车间|库房|仓库|厂房|楼)[^，。；、]{0,6}?(?:发生|起火|失火|着火|冒烟|爆炸|爆燃|坍塌|垮塌|泄漏)/gu;

/** Kilometre posts: 国道G356线K112+300处; halls. */
export const postsIn = (text: string, sentence: Span): readonly (Span & { readonly post: string })[] =>
  [
    ...[...text.slice(sentence.start, sentence.end).matchAll(post)].map((match) => ({
      match,
      name: match[0],
    })),
    ...[...text.slice(sentence.start, sentence.end).matchAll(postInWords)].map((match) => ({
      match,
      name: `K${match[1]}`,
    })),
    ...[...text.slice(sentence.start, sentence.end).matchAll(hall)].map((match) => ({
      match,
      name: `${readNumeral(match[1] as string)?.value ?? ''}${match[2]}`,
    })),
  ].map(({ match, name }) => {
    const start = sentence.start + match.index;
    return { start, end: start + match[0].length, post: name };
  });

/** K112 and K112+300 may be one place. */
export const postsAgree = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);
