import { dateInWords } from '@koujing/text';
import type { Attribute, FactConflict, FactSide } from '../finding.js';

/** A sentence, or a part of one, in both languages; what is quoted stays as it was written. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export const factNames: Readonly<Record<Attribute, Said>> = {
  deaths: { zh: '死亡人数', en: 'number of deaths' },
  injured: { zh: '受伤人数', en: 'number of injured' },
  missing: { zh: '失踪人数', en: 'number of missing' },
  trapped: { zh: '被困人数', en: 'number of trapped' },
  evacuated: { zh: '转移人数', en: 'number of evacuated' },
  people: { zh: '人数', en: 'number of people' },
  cases: { zh: '病例数', en: 'number of cases' },
  date: { zh: '日期', en: 'date' },
  time: { zh: '时间', en: 'time' },
  place: { zh: '地点', en: 'place' },
  amount: { zh: '金额', en: 'amount' },
  percent: { zh: '比例', en: 'percentage' },
  phone: { zh: '电话', en: 'telephone' },
  url: { zh: '网址', en: 'address' },
  warningColour: { zh: '预警颜色', en: 'warning colour' },
  responseLevel: { zh: '响应级别', en: 'response level' },
  hazard: { zh: '灾害种类', en: 'hazard' },
  magnitude: { zh: '震级', en: 'magnitude' },
  polarity: { zh: '事项状态', en: 'state of the matter' },
  cause: { zh: '原因', en: 'cause' },
  documentNumber: { zh: '文号', en: 'document number' },
  period: { zh: '期间', en: 'period' },
  organ: { zh: '机关', en: 'organ' },
  count: { zh: '数量', en: 'quantity' },
};

export const attributeName = (attribute: Attribute): string => factNames[attribute].zh;

/** The value for a person: the contract's `2026-12-31` is 2026年12月31日, everything else reads as it stands. */
export const valueInWords = (attribute: Attribute, value: string): string =>
  attribute === 'date' ? dateInWords(value) : value;

/** More would bury the reader; the table beside it has them all. */
const told = 3;

/** Some disagreements one after the other, each in the words of `each`. */
export const listedFacts = (
  facts: readonly FactConflict[],
  each: (names: Said, fact: FactConflict, quoted: (side: FactSide) => Said) => Said,
): Said => {
  const said = facts.slice(0, told).map((fact) => {
    const { attribute } = fact;
    return each(factNames[attribute], fact, ({ value, text }) => ({
      zh: `${valueInWords(attribute, value)}（“${text}”）`,
      en: `${value} (“${text}”)`,
    }));
  });
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
};

/** Of two texts: 前者为……，后者为……. */
export const disagreements = (facts: readonly FactConflict[]): Said =>
  listedFacts(facts, (name, { a, b }, quoted) => ({
    zh: `${name.zh}不一致：前者为${quoted(a).zh}，后者为${quoted(b).zh}`,
    en: `the ${name.en} differs: ${quoted(a).en} in the first, ${quoted(b).en} in the second`,
  }));
