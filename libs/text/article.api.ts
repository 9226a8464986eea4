import { readNumeral } from './numeral.js';

/** Laws and papers that our rules files cite, by their usual English names; longer names first. */
const papers: readonly (readonly [string, string])[] = [
  ['外国常驻新闻机构和外国记者采访条例', 'Regulations on Foreign News Agencies and Foreign Journalists'],
  ['生产安全事故报告和调查处理条例', 'Regulations on Work Safety Accidents'],
  ['新闻记者证管理办法', 'Measures on Press Cards'],
  ['政府信息公开条例', 'Open Government Information Regulations'],
  ['信息公开条例', 'Open Government Information Regulations'],
  ['保密法实施条例', 'Regulations on the State Secrets Law'],
  ['突发事件应对法', 'Emergency Response Law'],
  ['个人信息保护法', 'Personal Information Protection Law'],
];

/** What our rules files say beside a citation. */
const remarks: readonly (readonly [string, string])[] = [
  ['条文无数字', 'no number in the text'],
  ['条文无字数', 'no number in the text'],
  ['条文无日期', 'no date in the text'],
  ['以计划的月份为限', 'the month of the plan counts'],
  ['时限随方案确定', 'the plan sets the limit'],
  ['时限随指令下达', 'the directive sets the limit'],
  ['先审后发', 'review before release'],
  ['分级分类审核', 'graded review'],
  ['天数由本地自定', 'the city sets the days'],
  ['核实发布内容', 'verifying the content'],
  ['首长负责', 'the head is responsible'],
  ['逐项审查', 'item by item'],
  ['要设置', 'is to have'],
  ['原则上', 'in principle'],
  ['一般', 'generally'],
  ['及时', 'in time'],
  ['立即', 'at once'],
  ['定期', 'periodically'],
  ['授权', 'authorisation'],
  ['比照', 'by analogy with '],
  ['引用', ' cites it'],
];

const marks: readonly (readonly [string, string])[] = [
  ['（', ' ('],
  ['）', ')'],
  ['，', ', '],
  ['、', ', '],
  ['“', '"'],
  ['”', '"'],
];

/** 国办发〔2016〕61号 */
const notice = /国办发〔(\d{4})〕(\d+)号/gu;

const replaced = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((said, [zh, en]) => said.replaceAll(zh, en), text);

const noticed = (text: string): string => text.replace(notice, 'State Council General Office [$1] No. $2');

const part = /第([〇零一二三四五六七八九十百]+)([条款项])/gu;

/** 第十五条 → Art. 15, its 款 as paragraphs and its 项 in brackets: 第三十一条第二项第一款 → Art. 31(2) para. 1. */
const numbered = (text: string): string =>
  text.replace(part, (whole, numeral: string, kind: string) => {
    const value = readNumeral(numeral)?.value;
    if (value === undefined) return whole;
    if (kind === '条') return ` Art. ${value}`;
    return kind === '项' ? `(${value})` : ` para. ${value}`;
  });

/**
 * A provision as the rules files cite it (`第二十三条（条文无数字）`), as English cites it. A paper that nobody has an
 * English name for keeps its own. Pure.
 */
export const articleInEnglish = (article: string): string => {
  const said = replaced(numbered(replaced(replaced(noticed(article), papers), remarks)), marks);
  return said.replaceAll(/ {2,}/gu, ' ').replaceAll('( ', '(').trim();
};

/** A provision as a Chinese sentence cites it: `（第九条）`. What the rules file says beside it follows a comma, never brackets within brackets. */
export const inBrackets = (article: string): string =>
  `（${article.replaceAll(/（([^（）]*)）/gu, '，$1')}）`;

/** The same in an English sentence: `(Art. 35, no number in the text)`. */
export const inEnglishBrackets = (article: string): string =>
  `(${articleInEnglish(article).replaceAll(/ \(([^()]*)\)/gu, ', $1')})`;
