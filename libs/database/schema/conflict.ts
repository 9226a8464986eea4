import type { ColumnType, Generated } from 'kysely';
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
  explanation_en: Generated<string>;
  matter: string | null;
  group_id: string;
  raised_by_release: string | null;
  raised_at: Date;
  updated_at: Date;
  closed_reason: string | null;
  closed_reason_en: Generated<string>;
  /** When the coordinators were told; a finding is reported once. */
  notified_at: Date | null;
  /** Of a gap: whose duty, and by which hour; null where it has not been compared yet. Of two texts outside: who spoke second. */
  owner_organ_id: Generated<string | null>;
  due_at: Generated<Date | null>;
  /** The text outside this system that it holds the release against. */
  outside: Json<unknown>;
  /** The other one, where both texts stand outside and no release is named. */
  outside_other: ColumnType<unknown, unknown, unknown>;
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
  /** Who said what when it was ruled, without ids: by it the ruling is known again. */
  basis: Json<readonly string[]>;
  /** Of the finding when it was ruled. */
  confidence: number;
  attributes: Json<readonly string[]>;
  /** The ruling that this one repeats, because nothing had changed. */
  follows: string | null;
  /** The text to be withdrawn, where that was ruled. */
  target_release_id: string | null;
}

/** Findings on one matter: one row of the board. */
export interface FindingGroupTable {
  id: string;
  title: string;
  matter_id: string | null;
  created_at: Date;
}

/** What an organ owes after a ruling against a text that is out. */
export interface CorrectionDutyTable {
  id: string;
  finding_id: string;
  ruling_id: string;
  release_id: string;
  organ_id: string;
  /** `correct`, `withdraw`, `joint`. */
  kind: string;
  demand: string;
  demand_en: Generated<string>;
  imposed_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  outcome_en: Generated<string>;
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

/** What the version that is out states, as the grammar read it. */
export interface ReleaseFactsTable {
  release_id: string;
  version: number;
  /** What read the facts, and from what beside the text. */
  key: string;
  /** Packed. */
  facts: Uint8Array;
}
