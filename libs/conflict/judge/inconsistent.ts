import { explained, type FactConflict, type Finding } from '../finding.js';
import type { OrganDirectory } from '../organ-directory.js';
import { restates } from '../facts/index.js';
import { severityOf } from '../severity.js';
import { disagreements } from './said-facts.js';
import { acrossOrgans, type Judgement } from './judgement.js';

/** Same matter, overlapping validity, values that cannot both hold, neither superseding the other. */
export function inconsistent(judgement: Judgement, directory: OrganDirectory): Finding | undefined {
  const { a, b, relation } = judgement;
  const conflicts = distinct(judgement.conflicts);
  // A later text of one organ supersedes its earlier one (successive bulletins, follow-ups), unless it says that it says the same.
  const later =
    relation === 'supersedes' || (relation === 'sameOrgan' && !(a.organ === b.organ && restates(a, b)));
  if (judgement.twoEvents || conflicts.length === 0 || later) return undefined;
  const said = disagreements(conflicts);
  const severity = severityOf({
    kind: 'inconsistent',
    attributes: conflicts.map((conflict) => conflict.attribute),
    acrossOrgans: acrossOrgans(a, b, directory),
  });
  return {
    kind: 'inconsistent',
    releases: [a.id, b.id],
    severity,
    confidence: round(judgement.sameMatter * (conflicts.length > 1 ? 0.97 : 0.92)),
    facts: conflicts,
    ...explained(
      `${a.organ}《${a.title}》与${b.organ}《${b.title}》说的是同一事项，但${said.zh}，请核对后统一口径。`,
      `${a.organ} “${a.title}” and ${b.organ} “${b.title}” speak of one matter, but ${said.en}. Check it and settle one line.`,
    ),
  };
}

/** The same disagreement stated in several places is shown once; the rest would bury it. */
const SHOWN = 12;

export function distinct(conflicts: readonly FactConflict[]): readonly FactConflict[] {
  const first = new Map<string, FactConflict>();
  for (const conflict of conflicts) {
    const key = `${conflict.attribute}|${conflict.a.value}|${conflict.b.value}`;
    if (!first.has(key)) first.set(key, conflict);
  }
  return [...first.values()].slice(0, SHOWN);
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;
