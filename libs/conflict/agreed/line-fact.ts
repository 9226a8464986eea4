import type { FactAttribute, LineReader, StatedLine } from '@koujing/matter';
import { civilTime, type Reason } from '@koujing/kernel';
import { extractFacts, type Fact } from '../facts/index.js';
import { attributeName } from '../judge/said-facts.js';
import { lineSentence } from './line-sentence.js';

const attributeOf = (fact: Fact): FactAttribute =>
  fact.attribute === 'people' && fact.cases === true ? 'cases' : fact.attribute;

/** Whether a fact may be held against a line. Cases are counts of people in the grammar, and how long a thing lasts may be agreed as a count of days too. */
export const isOf = (fact: Fact, attribute: FactAttribute): boolean =>
  attributeOf(fact) === attribute || (attribute === 'count' && fact.attribute === 'period');

/** What a line says, read by the grammar that reads releases; undefined if it reads nothing of the kind. */
export const lineFact = (line: StatedLine): Fact | undefined =>
  extractFacts({
    id: 'line',
    organ: '',
    title: '',
    body: `${lineSentence(line)}。`,
    publishedAt: line.asOf === null ? null : civilTime(line.asOf),
  }).find((fact) => isOf(fact, line.attribute) && fact.isAsOf !== true);

const examples: Readonly<Partial<Record<FactAttribute, string>>> = {
  date: '11月25日',
  time: '15时30分',
  place: '东山区和平路',
  phone: '0571-96390',
  url: 'https://www.example.gov.cn/…',
  warningColour: '橙色',
  responseLevel: 'Ⅲ',
  magnitude: '4.5',
  polarity: '取消、延期、正常举行',
  cause: '电气线路短路',
  documentNumber: '滨政发〔2026〕12号',
  amount: '12.5 + 亿元',
  percent: '5.2',
};

/** Refuses a line that no text could be held against. */
export class ReadLine implements LineReader {
  reasons(line: StatedLine): readonly Reason[] {
    if (lineFact(line) !== undefined) return [];
    const name = attributeName(line.attribute);
    const example = examples[line.attribute];
    return [
      {
        code: 'lineUnreadable',
        message: `“${line.about}${line.value}${line.unit}”读不成一项${name}，无法据以核对稿件，请改写。`,
        messageEn: `"${line.about}${line.value}${line.unit}" cannot be read as ${line.attribute}; texts could not be held against it.`,
        field: 'value',
        allowed: example ?? '数字加单位，例如 3 + 人 (a number and its unit)',
      },
    ];
  }
}
