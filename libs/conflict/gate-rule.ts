import type { Reason, ReleaseId } from '@koujing/kernel';
import { conflictRefusal } from './ruling-refusal.js';
import { standingRuling, type StoredFinding } from './stored-finding.js';

/**
 * Does this finding keep the release in? Without a ruling that stands, a blocking one does. A ruling opens the gate for
 * whom it prefers and closes it for the other, whatever the severity was.
 */
export const gateReasons = (finding: StoredFinding, releaseId: ReleaseId): readonly Reason[] => {
  if (finding.state === 'closed') return [];
  const ruling = standingRuling(finding);
  if (ruling === null) return finding.severity === 'block' ? [conflictRefusal.blocking(finding)] : [];
  switch (ruling.ruling) {
    case 'letStand':
    case 'notAConflict':
      return [];
    case 'preferA':
      return finding.releases[0] === releaseId ? [] : [conflictRefusal.ruledAgainst(finding)];
    case 'preferB':
      return finding.releases[1] === releaseId ? [] : [conflictRefusal.ruledAgainst(finding)];
    case 'withdraw':
      return (ruling.targetId ?? finding.raisedBy) === releaseId
        ? [conflictRefusal.ruledAgainst(finding)]
        : [];
    case 'joint':
      // Once the co-organs stand in the release and the texts agree, the detector finds nothing and this is closed.
      return finding.raisedBy === releaseId ? [conflictRefusal.jointNotYet(finding)] : [];
  }
};
