import type { Span } from './sentence.js';

/** A mention whose value is a code: compared as a string. */
export interface CodeMention extends Span {
  readonly kind: 'phone' | 'url' | 'documentNumber' | 'warningColour' | 'responseLevel' | 'magnitude';
  readonly value: string;
  /** What the code belongs to where that decides: the hazard of a warning. */
  readonly about: string;
}

const mention = (
  kind: CodeMention['kind'],
  match: RegExpMatchArray,
  value: string,
  about = '',
): CodeMention => {
  const start = match.index ?? 0;
  return { kind, start, end: start + match[0].length, value, about };
};

const phone =
  /(?<![\d.A-Za-z-])(?:0\d{2,3}-?[2-9]\d{6,7}|0\d{2,3}-\d{5,8}|1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4}|(?:\+?86-?)1[3-9]\d{9})(?![\d.]|-\d)/g;
/** Service numbers and local ones: 110, 12345, 95598, 8555 1230; only where the words around say so. */
const serviceNumber =
  /(?<![\d.A-Za-z-])(1(?:2\d{3}|1[0-9]|2[0-2])|9[5-6]\d{3}|96\d{4}|10\d{3}|1\d{2}|[2-9]\d{2,3}[ -]\d{3,4}|\d{7,8})(?![\d.]|-\d)/g;
const callWords =
  /(?:电话|热线|拨打|拨|致电|号码|咨询|服务|专线|平台|客服|投诉|举报)(?:[是为:：()（）""]|人|举报|投诉){0,4}$/;
const callAfter = /^(?:热线|电话|客服|平台|投诉|举报|专线|话务|服务)/;

const phonesIn = (text: string): CodeMention[] => [
  ...[...text.matchAll(phone)].map((match) =>
    mention('phone', match, match[0].replaceAll('-', '').replace(/^\+?86(?=1)/, '')),
  ),
  ...[...text.matchAll(serviceNumber)]
    .filter(
      (match) =>
        callAfter.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4)) ||
        callWords.test(text.slice(Math.max(0, match.index - 10), match.index)),
    )
    .map((match) => mention('phone', match, match[0].replace(/[ -]/g, ''))),
];

/** With its scheme, or bare as notices write it: mz.example.gov.cn/yuyue. */
const url =
  /(?:https?:\/\/|www\.)[\w.\-/?=&%#:]{3,200}|(?<![\w@.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){0,4}\.(?:gov\.cn|org\.cn|com\.cn|cn|com|org|net|gov)(?![\w.])(?:\/[\w.\-/?=&%#:]{0,160})?/gi;
const urlsIn = (text: string): CodeMention[] =>
  [...text.matchAll(url)].map((match) =>
    mention(
      'url',
      match,
      match[0]
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, '')
        .toLowerCase(),
    ),
  );

/** 现以岚发改价格〔2026〕31号文印发, 是岚发改价格〔2026〕13号: the words before the organ's own letters are no part of its number. */
const documentNumber =
  /(?:(?![以是为按据照即见与及依])[\u4e00-\u9fa5]){1,8}[〔[(（](\d{4})[〕\])）]第?(\d{1,5})号/g;
const documentNumbersIn = (text: string): CodeMention[] =>
  [...text.matchAll(documentNumber)].map((match) =>
    mention(
      'documentNumber',
      match,
      match[0]
        .replace(/[[(（]/, '〔')
        .replace(/[\])）]/, '〕')
        .replace('第', ''),
      titleBefore(text, match.index),
    ),
  );

/** 《关于加强冬季消防安全管理的通知》(云建发〔2026〕3号): whose number it is. */
const titleBefore = (text: string, start: number): string =>
  /《([^《》]{4,60})》[(（]?$/.exec(text.slice(Math.max(0, start - 64), start))?.[1] ?? '';

const hazards =
  '雷雨大风|强对流|道路结冰|地质灾害|山洪灾害|森林火险|沙尘暴|台风|暴雨|暴雪|寒潮|大风|高温|干旱|雷电|冰雹|霜冻|大雾|霾|低温|洪水|海啸|海浪|风暴潮|山洪|内涝|渍涝|泥石流|地震|持续低温|寒冷|空气污染|重污染天气|洪涝';
const hazardPattern = new RegExp(hazards, 'g');
const colour =
  /(红|橙|黄|蓝)(?:色)?(?:[\u4e00-\u9fa5]{0,6}?)(?:预警|警报|警戒|信号)|(红|橙|黄|蓝)色(?=[、和及与/]|$)|(?<=预警(?:信号|等级|级别)?(?:已经|已)?(?:升级|调整|发布|[提升调降]|上调|下调)*(?:[为至]|[到成]了?))(红|橙|黄|蓝)色/g;
const nearbyHazard = 14;

const hazardBefore = (text: string, index: number): string => {
  const left = text.slice(Math.max(0, index - nearbyHazard), index);
  return [...left.matchAll(hazardPattern)].at(-1)?.[0] ?? '';
};

const coloursIn = (text: string): CodeMention[] =>
  [...text.matchAll(colour)]
    .filter(
      (match) =>
        (match[1] ?? match[3]) !== undefined || text.slice(match.index, match.index + 20).includes('预警'),
    )
    .map((match) => {
      const inside = match[0].match(hazardPattern)?.[0];
      const value = (match[1] ?? match[2] ?? match[3]) as string;
      return {
        ...mention('warningColour', match, value, inside ?? hazardBefore(text, match.index)),
        end: match.index + (match[0][1] === '色' ? 2 : 1),
      };
    });

const levels: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
};
const responseLevel =
  /(?<![A-Za-z\d.])(IV|I{1,3}|[一二三四1-4])级(?:\(?[I一二三四V]{0,3}级?\)?)?(?:\([\u4e00-\u9fa5]{2,4}\))?(?:[\u4e00-\u9fa5]{0,8}?)响应/g;
/** 响应已提到二级: the level behind the word. */
const levelAfter =
  /响应(?:级别)?[^，。；\n\d]{0,6}(?:提[至到升高为]{1,2}|升[至到为]|降[至到为]|调整?[为至到])(IV|I{1,3}|[一二三四])级/g;
const bareRoman = /(?<![A-Za-z\d])(IV|I{1,3})级/g;

const responseHazard =
  /防汛|抗旱|防台风|防台|防风|地质灾害|地震|突发公共卫生事件|公共卫生|自然灾害|气象灾害|重污染天气|森林防灭火|森林火灾|低温雨雪冰冻|救灾|救助/g;
const responseAbout = (text: string, match: RegExpMatchArray): string => {
  const start = match.index ?? 0;
  return (
    [...text.slice(Math.max(0, start - 14), start + match[0].length).matchAll(responseHazard)].at(-1)?.[0] ??
    ''
  );
};

const responsesIn = (text: string): CodeMention[] => {
  const full = [...text.matchAll(responseLevel)].map((match) =>
    mention(
      'responseLevel',
      match,
      levels[match[1] as string] ?? (match[1] as string),
      responseAbout(text, match),
    ),
  );
  const after = [...text.matchAll(levelAfter)].map((match) => {
    const stated = match[1] as string;
    const start = match.index + match[0].length - stated.length - 1;
    const hazard = responseAbout(text, match);
    return {
      ...mention('responseLevel', match, levels[stated] as string, hazard),
      start,
      end: match.index + match[0].length,
    };
  });
  const known = new Set([...full, ...after].map((one) => one.start));
  const roman = [...text.matchAll(bareRoman)]
    .filter((match) => !known.has(match.index))
    .map((match) =>
      mention('responseLevel', match, levels[match[1] as string] as string, responseAbout(text, match)),
    );
  return [...full, ...after, ...roman];
};

const magnitude =
  /(?:里氏|震级为?|MS?)?(\d(?:\.\d)?)级(?:左右|以上)?的?(?:强烈|浅源|有感|较强|强有感|弱)*(?:地震|强震|余震)|(?:里氏|震级为?)(\d(?:\.\d)?)级?/g;
const magnitudesIn = (text: string): CodeMention[] =>
  [...text.matchAll(magnitude)].map((match) =>
    mention('magnitude', match, Number(match[1] ?? match[2]).toFixed(1)),
  );

/** Phones, addresses, document numbers, warning colours, response levels and magnitudes of a normalised text. */
export const codesIn = (text: string): CodeMention[] => [
  ...phonesIn(text),
  ...urlsIn(text),
  ...documentNumbersIn(text),
  ...coloursIn(text),
  ...responsesIn(text),
  ...magnitudesIn(text),
];
