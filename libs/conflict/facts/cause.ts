import type { Span } from '@koujing/text';
import { pairsOf } from './plain-clause.js';

export interface CauseMention extends Span {
  readonly value: string;
}

/** Most sentences are dismissed by this. */
export const causeWord =
  /因[^，。；]{3,24}停[止运]|因[^，。；]{0,8}(?:失灵|爆胎|过快|驾驶)|原因|起因|引发|引起|所致|导致|造成|致病|病原|点着|引燃|来源于|源自|源于|形成的|(?:系|经[检排核鉴勘查])[^。]{2,24}(?:失灵|老化|断裂|破损|松动|短路|故障|停电|超载|不当|失误|碰撞|施工|缺氧)/;

const patterns: readonly RegExp[] = [
  /(?:原因|起因)(?:初步)?(?:判断|认定|查明|分析)?(?:系|为|是|：|:)([^，。；\n]{2,30})/g,
  /(?:系|由|因|(?<![成认作行判定])为|(?:经查|查明|判断|判定|认定)[^，。；]{0,8}?[为是])([^，。；\n]{2,34})(?:引发|引起|所致|导致)/g,
  // 系线路与树枝距离不足，大风天气下放电引燃枯草所致
  /系([^，。；\n]{4,30}，[^，。；\n]{2,34})(?:所致|引发|引起)/g,
  // 异味来源于废气治理设施故障
  /(?:来源于|源自|源于)([^，。；\n]{3,30})/g,
  // 系制动器老化失灵, 为停电触发保护
  /(?:系|经(?:检查|检测|排查|核查|鉴定|勘验|查)[，]?(?:为|是))([^，。；\n]{0,24}(?:失灵|老化|断裂|破损|松动|短路|故障|停电[^，。；\n]{0,6}|超载|操作不当|操作失误|碰撞|施工|缺氧))(?=[，。；\n])/g,
  // 泡沫是水库放水时水流跌落、冲击翻滚形成的
  /是([^，。；\n]{4,34})(?:造成|引起|引发|导致|形成(?=的(?:$|[，。；])))的(?!损失|影响|伤亡|火灾|事故)/g,
  /系([^，。；\n]{2,34})造成(?!的?(?:损失|影响|伤亡))/g,
  /([^，。；\n]{2,34})(?:引发|引燃|点着)了?[^，。；\n]{0,8}(?:爆炸|爆燃|火灾|起火|纸箱|溶剂|可燃物|易燃物|包装)(?!的?(?:隐患|风险|危险))/g,
  /因([^，。；\n]{0,12}(?:失灵|爆胎|过快|超速|疲劳驾驶|醉酒驾驶|酒后驾驶|操作不当|故障))(?![^，。；]{0,24}(?:引发|引起|所致|导致))/g,
  // 因外部供电线路跳闸临时停止运行
  /因([^，。；\n]{3,20})(?:临时|暂时|紧急|突然)?(?:停止运行|停运|停止运营)/g,
  /(?:致病因子|致病菌|病原体?)(?:判定|确定)?[为是系]([^，。；\n]{2,20})/g,
];
/** A cause that is still open, or only ruled out, states none. */
const open = /不明|调查|核实|待|尚|排除|什么|多种|以免|避免|防止|防范|易|可能|如果|一旦|切勿|不要/;

/** Causes that a text states: 起火原因系电气线路短路, 由违规动火作业引发. */
export const causesIn = (text: string): CauseMention[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((match) => ({
        value: (match[1] as string).replace(/(?:引发|引起|所致|导致|造成).*$/, ''),
        at: match.index + match[0].indexOf(match[1] as string),
      }))
      .filter(({ value }) => value.length > 1 && !open.test(value))
      .map(({ value, at }) => ({ value, start: at, end: at + value.length })),
  );

const filler = new Set('的系为是由因致发生起火灾事故作业操作使用导致造成气漏泄燃遇明水');
/** Nothing but such letters is no cause of its own: 燃气泄漏 beside 天然气泄漏遇明火. */
const LEAST_TOLD = 2;
const toldIn = (cause: string): ReadonlySet<string> =>
  new Set([...cause.replace(WHERE, '').replace(/\P{Script=Han}/gu, '')].filter((char) => !filler.has(char)));
/** Where it was and who was there, which both tell of whatever the cause is. */
const WHERE =
  /食堂|厨房|后厨|学校|校园|该校|车间|仓库|库房|井下|工作面|现场|驾驶员|司机|工人|作业人员|值班人员|[上下]游|河道|[河水]面|“[^”]*”|[轮船]/g;

/** Two pipes, two circuits: a word of one row on either side is the cause, whatever else the wording shares. */
const rows: readonly (readonly string[])[] = [
  ['雨水', '污水', '供水', '自来水', '燃气', '天然气', '热力', '供热', '电缆'],
  ['液化石油气', '液化气', '天然气'],
  ['沙门氏菌', '副溶血性弧菌', '诺如', '金黄色葡萄球菌', '大肠', '志贺', '亚硝酸盐', '蜡样芽孢'],
  ['违规', '老化'],
  [
    '老化',
    '软管',
    '腐蚀',
    '年久',
    '挖破',
    '挖断',
    '挖损',
    '钻穿',
    '顶管',
    '沉降',
    '施工',
    '冲断',
    '冲毁',
    '断电',
    '冻裂',
    '超载',
    '疲劳',
    '超速',
    '酒后',
    '爆胎',
  ],
  [
    '动火',
    '焊',
    '短路',
    '烟头',
    '燃放',
    '充电',
    '热失控',
    '锂电池',
    '雷击',
    '自燃',
    '纵火',
    '明火取暖',
    '用火不慎',
  ],
];
const sameThing: Readonly<Record<string, string>> = {
  自来水: '供水',
  液化气: '液化石油气',
  天然气: '燃气',
  供热: '热力',
  腐蚀: '老化',
  年久: '老化',
  挖破: '施工',
  挖断: '施工',
  挖损: '施工',
  钻穿: '施工',
  顶管: '施工',
  冲毁: '冲断',
  焊: '动火',
  热失控: '充电',
  锂电池: '充电',
};
const rowsApart = (one: string, other: string): boolean =>
  rows.some((row) => {
    const [a = [], b = []] = [one, other].map((text) =>
      row.filter((word) => text.includes(word)).map((word) => sameThing[word] ?? word),
    );
    return a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));
  });

/** 制药厂废气设施故障, 污水处理厂检修: two works that share no word. */
const WORKS = /\p{Script=Han}{2,5}?(?:厂|公司|养殖场|泵站|变电站)/u;
const worksApart = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((cause) => WORKS.exec(cause)?.[0].replace(/^某/u, ''));
  return a !== undefined && b !== undefined && pairsOf(a).isDisjointFrom(pairsOf(b));
};

/** One word in common, two letters of a longer cause, is enough to be the same cause told otherwise; the worse mistake is a quarrel over wording. */
export const causesAgree = (one: string, other: string): boolean => {
  if (rowsApart(one, other) || worksApart(one, other)) return false;
  const [own, said] = [toldIn(one), toldIn(other)];
  if (own.size < LEAST_TOLD || said.size < LEAST_TOLD) return true;
  const shared = own.intersection(said).size;
  return shared >= Math.min(2, one.length / 2, other.length / 2);
};
