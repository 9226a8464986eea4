import type { Alignment } from './align.js';
import type { Fact } from './fact.js';

const isWarning = ({ value }: Fact): boolean =>
  value.type === 'code' && value.kind === 'warningColour' && value.about !== '';
const hazardOf = ({ value }: Fact): string => (value.type === 'code' ? value.about : '');
const colourOf = ({ value }: Fact): string => (value.type === 'code' ? value.code : '');

/** The minutes that a warning's sentence names: 10月24日16时 it was issued. */
const minutesBeside = (warning: Fact, facts: readonly Fact[]): readonly number[] =>
  facts.flatMap(({ value, sentenceKey, day }) =>
    value.type === 'time' && sentenceKey === warning.sentenceKey && day?.day === warning.day?.day
      ? [value.minute]
      : [],
  );

const inSentenceOf = (fact: Fact, facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((other) => isWarning(other) && other.sentenceKey === fact.sentenceKey);

/**
 * 8时发布蓝色预警 and 16时已发布橙色预警: two warnings, the second after the first, whoever tells of it. One colour told of two hours is one.
 */
export const areTwoIssues = (
  { a, b }: Pick<Alignment, 'a' | 'b'>,
  factsA: readonly Fact[],
  factsB: readonly Fact[],
): boolean => {
  const isIssue = a.attribute === 'warningColour' || a.value.type === 'time';
  if (!isIssue && a.value.type !== 'date' && a.value.type !== 'quantity') return false;
  const [inA, inB] = [inSentenceOf(a, factsA), inSentenceOf(b, factsB)];
  return (
    inA.length > 0 &&
    inB.length > 0 &&
    // 霜冻蓝色预警 for 48 hours and 道路结冰橙色预警 for six: of two hazards nothing is told by both.
    (isIssue || inA.every((one) => inB.every((other) => hazardOf(one) !== hazardOf(other)))) &&
    inA.every((one) => inB.every((other) => areIssuedApart(one, other, { factsA, factsB })))
  );
};
const areIssuedApart = (
  one: Fact,
  other: Fact,
  { factsA, factsB }: { readonly factsA: readonly Fact[]; readonly factsB: readonly Fact[] },
): boolean => {
  if (colourOf(one) === colourOf(other)) return false;
  const [minutes, others] = [minutesBeside(one, factsA), minutesBeside(other, factsB)];
  return minutes.length > 0 && others.length > 0 && !minutes.some((minute) => others.includes(minute));
};

/**
 * 16时发布大风蓝色预警 told on as 16时发布暴雨蓝色预警: one colour of one minute, and neither release knows the other's
 * hazard. Two warnings of one minute that both exist are named by somebody together.
 */
export const otherWarning = (factsA: readonly Fact[], factsB: readonly Fact[]): readonly Alignment[] => {
  const [inA, inB] = [factsA.filter(isWarning), factsB.filter(isWarning)];
  const unknownTo = (warning: Fact, others: readonly Fact[]): boolean =>
    !others.some((other) => hazardOf(other) === hazardOf(warning));
  for (const a of inA)
    for (const b of inB) {
      if (colourOf(a) !== colourOf(b) || !unknownTo(a, inB) || !unknownTo(b, inA)) continue;
      const minutes = minutesBeside(b, factsB);
      if (minutesBeside(a, factsA).some((minute) => minutes.includes(minute)))
        return [{ a, b, score: 1, agree: false }];
    }
  return [];
};
