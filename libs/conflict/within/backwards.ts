import type { Fact } from '../facts/index.js';
import { extractFacts } from '../facts/index.js';
import type { FactConflict, FactSide } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';

/** A version that corrects says so; then figures may fall (核减, 订正). */
const explained = /核减|核增|订正|更正|修正|勘误|调整|核实|剔除|重复/;

/** Only what cannot fall by itself: the dead, and what is counted 累计. */
const onlyRises = (fact: Fact): boolean =>
  fact.value.type === 'quantity' &&
  fact.value.quantity.approximation === 'exact' &&
  (fact.statuses.join() === 'dead' || (fact.tally === 'total' && fact.statuses.length > 0));

const keyOf = (fact: Fact): string =>
  `${fact.statuses.join('+')}|${fact.tally ?? ''}|${fact.scope}|${fact.value.type === 'quantity' ? fact.value.unit : ''}`;

const numberOf = (fact: Fact): number => (fact.value.type === 'quantity' ? fact.value.quantity.value : 0);

const side = (release: ReleaseText, fact: Fact): FactSide => ({
  release: release.id,
  text: fullText(release).slice(fact.clauseStart, fact.clauseEnd).trim(),
  start: fact.start,
  end: fact.end,
  value: `${numberOf(fact)}人`,
});

/** Figures of a version that fall below those of the version it replaces, without a word why. */
export const backwardsIn = (
  earlier: ReleaseText,
  later: ReleaseText,
  facts: readonly Fact[],
): readonly FactConflict[] => {
  if (explained.test(fullText(later))) return [];
  const before = new Map(
    extractFacts(earlier)
      .filter(onlyRises)
      .map((fact) => [keyOf(fact), fact]),
  );
  return facts.filter(onlyRises).flatMap((fact) => {
    const known = before.get(keyOf(fact));
    if (!known || numberOf(fact) >= numberOf(known)) return [];
    const old = {
      ...side(earlier, known),
      release: earlier.id,
      source: '前一版本',
      sourceEn: 'the version before',
    };
    return [{ attribute: fact.attribute, a: old, b: side(later, fact) }];
  });
};
