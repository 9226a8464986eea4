import type { Span } from '@koujing/text';

interface Named extends Span {
  readonly name: string;
  /** What it does in the matter. */
  readonly role: string;
}

const body =
  '[\\u4e00-\\u9fa5]{2,18}?(?:局|委员会|委|厅|办公室|办|政府|总队|支队|大队|公司|集团|总工会|工会|协会|联合会|中心|学校|大学|医院|商会|学会|基金会|研究所|研究院|设计院|馆|剧院|报社|景区)';
const before = new RegExp(
  `由(${body})(?:具体|负责|统一)?(主办|承办|协办|牵头|审核|审批|受理|核定|发放|垫付|兜底|(?:定点)?收治|承包|养护)`,
  'g',
);
/** 鉴定机构为…, 施工单位：…; and 鉴定…由…承担. */
const works = '鉴定|检测|施工|建设|设计|监理|运营|审计|评估|承建|供餐|配送';
const workOf = new RegExp(
  `(${works})(?:机构|单位|企业|公司|方)(?:[:：]|是|为|系)(${body})(?=[，。；、,;.\\n]|$)`,
  'g',
);
const workBy = new RegExp(
  `(${works})[^。；]{0,24}?由(${body})(?:具体|统一)?(?:承担|负责|实施|进行|开展)`,
  'g',
);
const after = new RegExp(
  `(主办|承办|协办|牵头)(?:单位|部门)(?:[:：]|是|为)(${body})(?=[，。；、,;.\\n]|$)`,
  'g',
);

/** Who is said to hold, run or lead a thing: 由市商务局主办, 承办单位：城东区文化馆. */
export const bodiesIn = (text: string, sentence: Span): readonly Named[] => {
  const stated = text.slice(sentence.start, sentence.end);
  const named = (match: RegExpExecArray, name: string, role: string): Named => {
    const start = sentence.start + match.index + match[0].indexOf(name);
    return { start, end: start + name.length, name, role };
  };
  return [
    ...[...stated.matchAll(before)].map((match) => named(match, match[1] as string, match[2] as string)),
    ...[after, workOf, workBy].flatMap((pattern) =>
      [...stated.matchAll(pattern)].map((match) => named(match, match[2] as string, match[1] as string)),
    ),
  ];
};

const short = (name: string): string =>
  name.replace(/^(?:[\u4e00-\u9fa5]{2,3})?[省市区县](?=[\u4e00-\u9fa5]{2})/, '');

/** 市市场监管局 is the city's, 市场监管局 nobody's in particular. */
const levelOf = (name: string): string | undefined =>
  /^市场/.test(name)
    ? undefined
    : /^(?:[\u4e00-\u9fa5]{2,3})?([省市区县])(?=[\u4e00-\u9fa5]{2})/.exec(name)?.[1];

/** 澜州市商务局 and 市商务局 are one; the city's and the county's are two. */
export const bodiesAgree = (one: string, other: string): boolean => {
  const [own, others] = [levelOf(one), levelOf(other)];
  if (own !== undefined && others !== undefined && own !== others) return false;
  const [a, b] = [short(one), short(other)];
  return a.includes(b) || b.includes(a);
};
