import type { Attribute, FindingKind } from '../finding.js';
import type { RuledFinding } from './ruled-findings.sql.js';

/** What coordinators made of the findings of one kind, or of those that named one attribute. */
export interface Precision {
  readonly kind: FindingKind;
  /** Null: all findings of the kind. */
  readonly attribute: Attribute | null;
  readonly ruled: number;
  /** 不是冲突: the detector was wrong. */
  readonly wrong: number;
  /** 并存: it was right, and both may stand all the same. */
  readonly letStand: number;
  /** Share that was no false alarm, with its 95 % interval (Wilson); null while nothing was ruled. */
  readonly precision: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly proposal: Proposal;
}

/** A threshold on the confidence of findings. A person decides; nothing changes by itself. */
export type Proposal =
  | { readonly kind: 'tooFew'; readonly needed: number }
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'raise';
      /** Findings below this confidence would not be raised. */
      readonly threshold: number;
      readonly precision: number;
      /** Right findings that would be lost with it. */
      readonly lost: number;
      readonly spared: number;
    }
  | { readonly kind: 'noThreshold' };

/** What a coordinator will bear: one false alarm in twenty (DETECTION.md, "Targets"). */
const WANTED = 0.95;
/** With fewer rulings the interval is so wide that any threshold would be a guess. */
const ENOUGH = 20;
/** More than this share of right findings is too much to lose: an unseen contradiction is the worse mistake. */
const MAY_LOSE = 0.1;

export const tuningOf = (ruled: readonly RuledFinding[]): readonly Precision[] => {
  const kinds = Map.groupBy(ruled, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, list]) => {
    const attributes = [...new Set(list.flatMap((each) => each.attributes))].sort();
    return [
      precisionOf(kind, null, list),
      ...attributes.map((attribute) =>
        precisionOf(
          kind,
          attribute,
          list.filter((each) => each.attributes.includes(attribute)),
        ),
      ),
    ];
  });
};

const isWrong = ({ ruling }: RuledFinding): boolean => ruling === 'notAConflict';

const precisionOf = (
  kind: FindingKind,
  attribute: Attribute | null,
  list: readonly RuledFinding[],
): Precision => {
  const wrong = list.filter(isWrong).length;
  return {
    ...{ kind, attribute, ruled: list.length, wrong },
    letStand: list.filter(({ ruling }) => ruling === 'letStand').length,
    precision: list.length === 0 ? null : wilson(list.length - wrong, list.length),
    proposal: proposalOf(list),
  };
};

/** Wilson's score interval at 95 %: sound for few rulings and for shares near 1. */
const wilson = (hits: number, of: number): { value: number; low: number; high: number } => {
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    value: share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
};

/** The lowest threshold that brings the findings to what is wanted without losing too many right ones. */
const proposalOf = (list: readonly RuledFinding[]): Proposal => {
  if (list.length < ENOUGH) return { kind: 'tooFew', needed: ENOUGH - list.length };
  const right = list.filter((each) => !isWrong(each)).length;
  if (right / list.length >= WANTED) return { kind: 'keep' };
  const candidates = [...new Set(list.map(({ confidence }) => confidence))].sort((a, b) => a - b).slice(1);
  for (const threshold of candidates) {
    const kept = list.filter(({ confidence }) => confidence >= threshold);
    const keptRight = kept.filter((each) => !isWrong(each)).length;
    const lost = right - keptRight;
    if (lost > right * MAY_LOSE) break;
    const precision = keptRight / kept.length;
    if (precision >= WANTED)
      return {
        kind: 'raise',
        threshold,
        precision,
        lost,
        spared: list.length - right - (kept.length - keptRight),
      };
  }
  return { kind: 'noThreshold' };
};
