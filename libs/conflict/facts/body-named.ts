import type { Span } from '@koujing/text';

interface Named extends Span {
  readonly name: string;
  /** What it does in the matter. */
  readonly role: string;
}

const body =
  '[\\u4e00-\\u9fa5]{2,18}?(?:局|委员会|委|厅|办公室|办|政府|总队|支队|大队|公司|集团|总工会|工会|协会|联合会|中心|学校|大学|医院|商会|学会|基金会|馆|剧院|报社|景区)';
const roles: Readonly<Record<string, string>> = { 主办: '主办', 承办: '承办', 协办: '协办', 牵头: '牵头' };
const before = new RegExp(`由(${body})(?:具体|负责|统一)?(主办|承办|协办|牵头)`, 'g');
const after = new RegExp(
  `(主办|承办|协办|牵头)(?:单位|部门)(?:[:：]|是|为)(${body})(?=[，。；、,;.\\n]|$)`,
  'g',
);

/** Who is said to hold, run or lead a thing: 由市商务局主办, 承办单位：城东区文化馆. */
export const bodiesIn = (text: string, sentence: Span): readonly Named[] => {
  const stated = text.slice(sentence.start, sentence.end);
  const named = (match: RegExpExecArray, name: string, role: string): Named => {
    const start = sentence.start + match.index + match[0].indexOf(name);
    return { start, end: start + name.length, name, role: roles[role] ?? role };
  };
  return [
    ...[...stated.matchAll(before)].map((match) => named(match, match[1] as string, match[2] as string)),
    ...[...stated.matchAll(after)].map((match) => named(match, match[2] as string, match[1] as string)),
  ];
};

const short = (name: string): string =>
  name.replace(/^(?:[\u4e00-\u9fa5]{2,3})?[省市区县](?=[\u4e00-\u9fa5]{2})/, '');

/** 澜州市商务局 and 市商务局 are one. */
export const bodiesAgree = (one: string, other: string): boolean => {
  const [a, b] = [short(one), short(other)];
  return a.includes(b) || b.includes(a);
};
