import type { Mention, QuantityMention } from '@koujing/text';
import type { Attribute } from '../finding.js';
import type { Tally } from './fact.js';
import { statusesIn } from './status.js';

/** What the words beside a count of people say about it. */
export interface PeopleLabel {
  readonly statuses: readonly string[];
  readonly tally: Tally | null;
  readonly labelStart: number;
  readonly labelEnd: number;
}

const marks = new Set([
  '，',
  '。',
  '；',
  '、',
  '：',
  ':',
  '(',
  ')',
  '！',
  '？',
  '\n',
  ',',
  '“',
  '”',
  '【',
  '】',
]);
const longestLabel = 30;

const leftBoundary = (
  text: string,
  start: number,
  floor: number,
): { readonly at: number; readonly atQuantity: boolean } => {
  for (let index = start - 1; index >= Math.max(floor, start - longestLabel); index -= 1) {
    if (marks.has(text[index] as string)) return { at: index + 1, atQuantity: false };
  }
  const at = Math.max(floor, start - longestLabel);
  return { at, atQuantity: at === floor && floor > 0 };
};

const rightBoundary = (text: string, end: number, ceiling: number): number => {
  const limit = Math.min(ceiling, end + longestLabel, text.length);
  for (let index = end; index < limit; index += 1) if (marks.has(text[index] as string)) return index;
  return limit;
};

const tallyWords: readonly (readonly [RegExp, Tally])[] = [
  [/新增|当日|新确诊|今日新|昨日新/, 'new'],
  [/现有|现存|尚有|尚在|仍有|仍在|正在|在院|目前在/, 'current'],
  [/累计|共计|总计|合计|总数/, 'total'],
];

export const tallyIn = (label: string): Tally | null => {
  let best: { readonly at: number; readonly tally: Tally } | null = null;
  for (const [pattern, tally] of tallyWords) {
    const at = label.search(pattern);
    if (at >= 0 && (best === null || at > best.at)) best = { at, tally };
  }
  return best?.tally ?? null;
};

const unique = (statuses: readonly string[]): string[] => {
  const set = new Set(statuses);
  if (set.size > 1) set.delete('case');
  // 转移安置2100余人 are those taken away; of them 集中安置 counts a part.
  if (set.has('evacuated')) set.delete('settled');
  return [...set].sort();
};

/** 普通 and 轻型 are types of cases; 普通高考 has nothing to do with them. */
const caseTypes = new Set(['common', 'mild']);
const typesOnly = (statuses: readonly string[], mention: QuantityMention): readonly string[] =>
  mention.unitName === '例' ? statuses : statuses.filter((status) => !caseTypes.has(status));

/** Reads the label of a count: 现有重症病例28例 on the left, 3人受伤 on the right. */
export const peopleLabel = (
  text: string,
  mention: QuantityMention,
  neighbours: readonly [Mention | null, Mention | null],
): PeopleLabel => {
  const [before, after] = neighbours;
  const left = leftBoundary(text, mention.start, before?.kind === 'quantity' ? before.end : 0);
  const labelEnd = rightBoundary(text, mention.end, after?.kind === 'quantity' ? after.start : text.length);
  if (mention.unitName === '死' || mention.unitName === '伤') {
    return {
      statuses: [mention.unitName === '死' ? 'dead' : 'injured'],
      tally: null,
      labelStart: left.at,
      labelEnd,
    };
  }
  const leftText = text.slice(left.at, mention.start);
  const allLeft = statusesIn(leftText).map((hit) => hit.status);
  const allRight = statusesIn(text.slice(mention.end, labelEnd)).map((hit) => hit.status);
  const onLeft = typesOnly(allLeft, mention);
  const onRight = typesOnly(allRight, mention);
  const takenBefore = left.atQuantity && onRight.length > 0;
  const caseUnit = mention.unitName === '例' && onLeft.length > 0;
  const statuses = takenBefore ? onRight : caseUnit ? onLeft : [...onLeft, ...onRight];
  return { statuses: unique(statuses), tally: tallyIn(leftText), labelStart: left.at, labelEnd };
};

const attributeOfStatus: Readonly<Record<string, Attribute>> = {
  dead: 'deaths',
  injured: 'injured',
  severeInjury: 'injured',
  lightInjury: 'injured',
  missing: 'missing',
  trapped: 'trapped',
  evacuated: 'evacuated',
  settled: 'evacuated',
};

/** The attribute of a count by its statuses; a count of the dead among the injured is one of deaths. */
export const peopleAttribute = (statuses: readonly string[]): Attribute => {
  if (statuses.includes('rescued')) return 'people';
  for (const status of [
    'dead',
    'missing',
    'injured',
    'severeInjury',
    'lightInjury',
    'trapped',
    'evacuated',
    'settled',
  ]) {
    if (statuses.includes(status)) return attributeOfStatus[status] as Attribute;
  }
  return 'people';
};
