import { mayBeEqual } from '@koujing/text';
import type { FactConflict, FactSide } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import type { Fact } from './fact.js';
import { compareAsOf } from './validity.js';

/** A release's facts, with the text to quote. */
interface Told {
  readonly release: ReleaseText;
  readonly facts: readonly Fact[];
}

/** The dead and the hurt that one sentence counts. */
interface Parts {
  readonly facts: readonly Fact[];
  readonly died: number;
  readonly hurt: number;
}

const exact = (fact: Fact): number | null =>
  fact.value.type === 'quantity' && fact.value.quantity.approximation === 'exact' && fact.cases !== true
    ? fact.value.quantity.value
    : null;

const counts = (fact: Fact, status: string): boolean =>
  fact.statuses.length === 1 && fact.statuses[0] === status && fact.tally !== 'new' && fact.subset !== true;

const totalIn = (facts: readonly Fact[]): Fact | undefined =>
  facts.find((fact) => counts(fact, 'casualties') && fact.value.type === 'quantity');

/** 2人死亡、6人受伤, or 2人死亡、1人重伤、5人轻伤. */
const partsIn = (facts: readonly Fact[]): Parts | null => {
  for (const sentence of Map.groupBy(facts, (fact) => fact.sentenceKey).values()) {
    const dead = sentence.find((fact) => counts(fact, 'dead'));
    const whole = sentence.filter((fact) => counts(fact, 'injured'));
    const graded = sentence.filter((fact) => counts(fact, 'severeInjury') || counts(fact, 'lightInjury'));
    const hurt = whole.length > 0 ? whole.slice(0, 1) : graded;
    if (!dead || hurt.length === 0) continue;
    const values = [dead, ...hurt].map(exact);
    if (values.some((value) => value === null)) continue;
    const [died = 0, ...injured] = values as readonly number[];
    return { facts: [dead, ...hurt], died, hurt: injured.reduce((sum, value) => sum + value, 0) };
  }
  return null;
};

const quoted = ({ release }: Told, facts: readonly Fact[], value: string): FactSide => {
  const text = fullText(release);
  const start = Math.min(...facts.map((fact) => fact.start));
  const end = Math.max(...facts.map((fact) => fact.end));
  const from = Math.min(...facts.map((fact) => fact.clauseStart));
  const to = Math.max(...facts.map((fact) => fact.clauseEnd));
  return { release: release.id, text: text.slice(from, to).slice(0, 120).trim(), start, end, value };
};

/** `whole` says 8人死伤, `told` counts the dead and the hurt: 死伤 8 = 死 2 + 伤 6 (DETECTION.md, "Definitions"). */
const against = (whole: Told, told: Told): { readonly whole: FactSide; readonly parts: FactSide } | null => {
  const total = totalIn(whole.facts);
  const parts = totalIn(told.facts) === undefined ? partsIn(told.facts) : null;
  if (total?.value.type !== 'quantity' || parts === null || partsIn(whole.facts) !== null) return null;
  const [first] = parts.facts;
  if (total.asOf && first?.asOf && compareAsOf(total.asOf, first.asOf) !== 0) return null;
  const sum = parts.died + parts.hurt;
  const asQuantity = {
    value: sum,
    grain: 1,
    approximation: 'exact' as const,
    interval: { low: sum, high: sum },
  };
  if (mayBeEqual(total.value.quantity, asQuantity)) return null;
  return {
    whole: quoted(whole, [total], `死伤${total.value.quantity.value}人`),
    parts: quoted(told, parts.facts, `${parts.died}人死亡、${parts.hurt}人受伤，合计${sum}人`),
  };
};

/** A total of one release that the parts of the other do not make up. */
export const casualtySums = (a: Told, b: Told): readonly FactConflict[] => {
  const ahead = against(a, b);
  if (ahead) return [{ attribute: 'people', a: ahead.whole, b: ahead.parts }];
  const back = against(b, a);
  return back ? [{ attribute: 'people', a: back.parts, b: back.whole }] : [];
};
