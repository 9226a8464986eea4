import { digestOf, type FindingId, type OrganId, type PersonId, type ReleaseId } from '@koujing/kernel';
import type { FindingState, RulingKind } from './conflict.api.js';
import type { Attribute, Finding } from './finding.js';
import { TOLD } from './told/told-text.js';

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
  /** Who said what when it was ruled, without ids (`basis.ts`): by it the ruling is remembered for the next text. */
  readonly basis: readonly string[];
  /** Of the finding when it was ruled; `koujing tune` reads them. */
  readonly confidence: number;
  readonly attributes: readonly Attribute[];
  /** `withdraw`: the text that has to go. */
  readonly targetId: ReleaseId | null;
  /** The ruling that this one repeats, because nothing had changed; nobody ruled anew. */
  readonly follows: string | null;
}

/** A finding as it is kept: raised once, following its releases' versions until its cause is gone. */
export interface StoredFinding extends Finding {
  readonly id: FindingId;
  readonly key: string;
  /** Findings on one matter are one row of the board. */
  readonly groupId: string;
  readonly state: FindingState;
  readonly factsDigest: string;
  /** The release whose check raised it; it is the one that the gate stops. */
  readonly raisedBy: ReleaseId | null;
  readonly raisedAt: Date;
  readonly updatedAt: Date;
  readonly closedReason: string | null;
  /** '' of one that closed before English was kept, and of one that is open. */
  readonly closedReasonEn: string;
  readonly notifiedAt: Date | null;
  readonly ruling: Ruling | null;
}

export const gapKey = (matterId: string): string => `gap:${matterId}`;

/** Same cause, same key. A pair is one finding from whichever side it is seen; a group belongs to who joined it last; an
 * answer to the press, or a text outside, is one finding for each text that it stands against. */
export const keyOf = (finding: Finding, raisedBy: ReleaseId | null): string => {
  if (finding.kind === 'gap') return gapKey(finding.matter ?? '');
  if (finding.outside !== undefined && finding.outsideOther !== undefined)
    return [...[finding.outside.id, finding.outsideOther.id].sort(), finding.kind].join(':');
  if (finding.outside !== undefined) return `${finding.outside.id}:${finding.kind}:${raisedBy}`;
  if (finding.kind !== 'inconsistent') return `${finding.kind}:${raisedBy}`;
  const named = [...finding.releases].sort().join(':');
  const told = finding.facts.find(({ a }) => a.release.startsWith(TOLD));
  if (told !== undefined) return `${told.a.release}:${named}`;
  return finding.matter === undefined ? `inconsistent:${named}` : `departure:${finding.matter}:${named}`;
};

/** Who is named and who says which value; wording, offsets and confidence may change under a ruling. */
export const factsDigestOf = (finding: Finding): string =>
  digestOf({
    kind: finding.kind,
    releases: [...finding.releases].sort(),
    facts: finding.facts
      .map(({ attribute, a, b }) =>
        [attribute, ...[`${a.release}=${a.value}`, `${b.release}=${b.value}`].sort()].join('|'),
      )
      .sort(),
  });

export const standingRuling = (finding: StoredFinding): Ruling | null =>
  finding.ruling !== null && finding.ruling.factsDigest === finding.factsDigest ? finding.ruling : null;
