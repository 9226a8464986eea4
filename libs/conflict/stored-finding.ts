import { digestOf, type FindingId, type OrganId, type PersonId, type ReleaseId } from '@koujing/kernel';
import type { FindingState, RulingKind } from './conflict.api.js';
import type { Finding } from './finding.js';

/** A coordinator's decision on a finding. The latest one counts. */
export interface Ruling {
  readonly id: string;
  readonly findingId: FindingId;
  readonly ruling: RulingKind;
  readonly leadOrganId: OrganId | null;
  readonly reason: string;
  /** The facts it was made on: once they change, it no longer stands. */
  readonly factsDigest: string;
  readonly ruledBy: PersonId;
  readonly ruledAt: Date;
}

/** A finding as it is kept: raised once, following its releases' versions until its cause is gone. */
export interface StoredFinding extends Finding {
  readonly id: FindingId;
  readonly key: string;
  readonly state: FindingState;
  readonly factsDigest: string;
  /** The release whose check raised it; it is the one that the gate stops. */
  readonly raisedBy: ReleaseId | null;
  readonly raisedAt: Date;
  readonly updatedAt: Date;
  readonly closedReason: string | null;
  readonly notifiedAt: Date | null;
  readonly ruling: Ruling | null;
}

/** Same cause, same key. A pair is one finding from whichever side it is seen; a group belongs to who joined it last. */
export const keyOf = (finding: Finding, raisedBy: ReleaseId): string => {
  if (finding.kind === 'inconsistent') return `inconsistent:${[...finding.releases].sort().join(':')}`;
  if (finding.kind === 'gap') return `gap:${finding.matter ?? ''}`;
  return `${finding.kind}:${raisedBy}`;
};

/** Who is named and which values disagree; wording, offsets and confidence may change under a ruling. */
export const factsDigestOf = (finding: Finding): string =>
  digestOf({
    kind: finding.kind,
    releases: [...finding.releases].sort(),
    facts: finding.facts
      .map(({ attribute, a, b }) => [attribute, ...[a.value, b.value].sort()].join('|'))
      .sort(),
  });

export const standingRuling = (finding: StoredFinding): Ruling | null =>
  finding.ruling !== null && finding.ruling.factsDigest === finding.factsDigest ? finding.ruling : null;
