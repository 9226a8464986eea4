import type { Queries } from '@koujing/database';
import type { RulingKind } from '../conflict.api.js';
import type { Attribute, FindingKind } from '../finding.js';

/** The last word on a finding, with what the detector had said when it was ruled. */
export interface RuledFinding {
  readonly kind: FindingKind;
  readonly attributes: readonly Attribute[];
  readonly confidence: number;
  readonly ruling: RulingKind;
}

/** Every finding that a person has ruled on; remembered rulings are no new evidence and stay out. */
export const ruledFindings = async (queries: Queries): Promise<readonly RuledFinding[]> => {
  const rows = await queries
    .selectFrom('ruling')
    .innerJoin('finding', 'finding.id', 'ruling.finding_id')
    .select(['finding.kind', 'ruling.attributes', 'ruling.confidence', 'ruling.ruling'])
    .distinctOn('ruling.finding_id')
    .where('ruling.follows', 'is', null)
    .orderBy('ruling.finding_id')
    .orderBy('ruling.ruled_at', 'desc')
    .orderBy('ruling.id', 'desc')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as FindingKind,
    attributes: row.attributes as readonly Attribute[],
    confidence: row.confidence,
    ruling: row.ruling as RulingKind,
  }));
};
