import type { Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { FindingState, RulingKind } from './conflict.api.js';
import type { Attribute, FactConflict, FindingKind, Severity } from './finding.js';
import type { OutsideText } from './heard/heard-text.js';
import type { Ruling, StoredFinding } from './stored-finding.js';

/** A row of the table as the lib speaks of it. */
export const findingOf = (
  row: Selectable<Schema['finding']>,
  of: Pick<StoredFinding, 'releases' | 'ruling'>,
): StoredFinding => ({
  id: row.id,
  key: row.key,
  kind: row.kind as FindingKind,
  severity: row.severity as Severity,
  state: row.state as FindingState,
  confidence: row.confidence,
  facts: row.facts as readonly FactConflict[],
  factsDigest: row.facts_digest,
  explanation: row.explanation,
  explanationEn: row.explanation_en,
  ...(row.matter === null ? {} : { matter: row.matter }),
  ...(row.outside === null ? {} : { outside: row.outside as OutsideText }),
  ...(row.outside_other === null ? {} : { outsideOther: row.outside_other as OutsideText }),
  groupId: row.group_id,
  raisedBy: row.raised_by_release,
  raisedAt: row.raised_at,
  updatedAt: row.updated_at,
  closedReason: row.closed_reason,
  closedReasonEn: row.closed_reason_en,
  notifiedAt: row.notified_at,
  ...of,
});

export const rulingOf = (row: Selectable<Schema['ruling']>): Ruling => ({
  id: row.id,
  findingId: row.finding_id,
  ruling: row.ruling as RulingKind,
  leadOrganId: row.lead_organ_id,
  reason: row.reason,
  factsDigest: row.facts_digest,
  ruledBy: row.ruled_by,
  ruledAt: row.ruled_at,
  basis: row.basis,
  confidence: row.confidence,
  attributes: row.attributes as readonly Attribute[],
  follows: row.follows,
  targetId: row.target_release_id,
});
