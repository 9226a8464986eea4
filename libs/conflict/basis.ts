import type { ReleaseId } from '@koujing/kernel';
import type { Finding } from './finding.js';
import type { NamedText } from './release-text-store.sql.js';
import type { Ruling } from './stored-finding.js';

/**
 * Who said what, without the ids of releases and versions: the same text released again has the same basis.
 * multiHeaded: who speaks. duplicate: who has which text. crossRemit: who speaks. inconsistent: each fact by organ.
 */
export const basisOf = (finding: Finding, named: ReadonlyMap<ReleaseId, NamedText>): readonly string[] => {
  const organ = (id: string): string => named.get(id)?.organId ?? id;
  const outside = finding.outside === undefined ? [] : [finding.outside.id];
  switch (finding.kind) {
    case 'inconsistent':
      return finding.facts
        .map(({ attribute, a, b }) =>
          [attribute, ...[`${organ(a.release)}=${a.value}`, `${organ(b.release)}=${b.value}`].sort()].join(
            '|',
          ),
        )
        .sort();
    case 'multiHeaded':
      // A text outside has no organ's release: a ruling on one says nothing of another.
      return [[...new Set(finding.releases.map(organ)), ...outside].sort().join('|')];
    case 'duplicate':
      return [
        [...finding.releases.map((id) => `${organ(id)}=${named.get(id)?.textDigest ?? id}`), ...outside]
          .sort()
          .join('|'),
      ];
    case 'crossRemit':
      return [`${finding.releases.map(organ).join('|')}=${finding.severity}`];
    case 'gap':
      return [];
  }
};

/** Rulings that say: leave it be. Only these are remembered for another text; the rest name texts. */
const leaves = (ruling: Ruling): boolean => ruling.ruling === 'letStand' || ruling.ruling === 'notAConflict';

/**
 * The ruling that settles this basis, if every part of it was ruled on and the last word on each was to leave it be.
 * One fact that nobody has ruled on is a change, and the finding is raised.
 */
export const remembered = (basis: readonly string[], newestFirst: readonly Ruling[]): Ruling | null => {
  const last = basis.map((part) => newestFirst.find((ruling) => ruling.basis.includes(part)));
  if (basis.length === 0 || last.some((ruling) => ruling === undefined || !leaves(ruling))) return null;
  return last.reduce<Ruling | null>(
    (newest, ruling) =>
      newest === null || (ruling !== undefined && ruling.ruledAt > newest.ruledAt)
        ? (ruling ?? null)
        : newest,
    null,
  );
};
