import type { Json } from './organ.js';

export interface FindingTable {
  id: string;
  /** Same cause, same key: a finding is raised once and follows its releases' versions. */
  key: string;
  kind: string;
  severity: string;
  /** `open`, `coordinating`, `ruled`, `closed`. */
  state: string;
  confidence: number;
  facts: Json<unknown>;
  /** Digest of the disagreeing facts: a ruling holds until it changes. */
  facts_digest: string;
  explanation: string;
  matter: string | null;
  raised_by_release: string | null;
  raised_at: Date;
  updated_at: Date;
  closed_reason: string | null;
  /** When the coordinators were told; a finding is reported once. */
  notified_at: Date | null;
}

export interface FindingReleaseTable {
  finding_id: string;
  release_id: string;
  version: number;
  position: number;
}

export interface RulingTable {
  id: string;
  finding_id: string;
  ruling: string;
  lead_organ_id: string | null;
  reason: string;
  facts_digest: string;
  ruled_by: string;
  ruled_at: Date;
}

export interface GateVerdictTable {
  id: string;
  release_id: string;
  version: number;
  digest: string;
  passed: boolean;
  gate_seq: number | null;
  finding_ids: Json<readonly string[]>;
  checked_against: number;
  at: Date;
}
