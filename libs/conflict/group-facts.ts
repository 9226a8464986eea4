import type { GroupFact } from './finding-group.api.js';
import type { FactConflict, FactSide } from './finding.js';
import { LINE } from './agreed/departures.js';
import { valueInWords } from './judge/said-facts.js';
import { HEARD } from './heard/heard-text.js';
import { TOLD } from './told/told-text.js';

/** Sides that a chain of disagreements holds together are one fact, told by several texts. */
interface Row {
  readonly attribute: FactConflict['attribute'];
  readonly sides: Map<string, FactSide>;
}

const sideKey = ({ release, start, value }: FactSide): string => `${release}:${start}:${value}`;

/**
 * The fact table over all texts of a group: the pairwise disagreements of n texts become one row a fact. A text that
 * states a fact twice shows the statement that was found first.
 */
export const groupFacts = (
  conflicts: readonly FactConflict[],
  releaseIds: readonly string[],
): readonly GroupFact[] => {
  const rows: Row[] = [];
  for (const { attribute, a, b } of conflicts) {
    const touching = rows.filter(
      (row) => row.attribute === attribute && (row.sides.has(sideKey(a)) || row.sides.has(sideKey(b))),
    );
    const [row = { attribute, sides: new Map<string, FactSide>() }, ...others] = touching;
    if (touching.length === 0) rows.push(row);
    for (const other of others) {
      for (const [key, side] of other.sides) row.sides.set(key, side);
      rows.splice(rows.indexOf(other), 1);
    }
    row.sides.set(sideKey(a), a).set(sideKey(b), b);
  }
  return rows.map(({ attribute, sides }) => {
    const all = [...sides.values()];
    const line = all.find(({ release }) => release.startsWith(LINE));
    const told = all.filter(({ release }) => release.startsWith(TOLD) || release.startsWith(HEARD));
    return {
      attribute,
      line: line === undefined ? null : { value: valueInWords(attribute, line.value), text: line.text },
      told: told.map(({ value, text, source = '', sourceEn }) => ({
        value: valueInWords(attribute, value),
        ...{ text, source },
        ...(sourceEn !== undefined && { sourceEn }),
      })),
      statements: releaseIds.map((id) => {
        const side = all.find(({ release }) => release === id);
        return side === undefined ? null : statementOf(attribute, side);
      }),
    };
  });
};

const statementOf = (
  attribute: FactConflict['attribute'],
  { value, text, source, sourceEn, quoted }: FactSide,
): GroupFact['statements'][number] => ({
  value: valueInWords(attribute, value),
  text,
  ...(source !== undefined && { source }),
  ...(sourceEn !== undefined && { sourceEn }),
  ...(quoted !== undefined && { quoted }),
});
