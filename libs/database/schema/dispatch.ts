import type { ColumnType, Generated } from 'kysely';
import type { Json } from './organ.js';

export interface AccountTable {
  id: string;
  organ_id: string | null;
  channel: string;
  name: string;
  settings: Json<Readonly<Record<string, unknown>>>;
  /** Encrypted at rest; null for channels without secrets. */
  secrets: string | null;
  enabled: boolean;
  /** `closed` lets through, `open` holds back until `breaker_until`, `stopped` waits for an operator. */
  breaker: string;
  breaker_until: Date | null;
  breaker_reason: string | null;
  breaker_failures: number;
  /** The configuration that the account was last written from, as a fingerprint; null where a person added it. */
  configured_as: ColumnType<string | null, string | null | undefined, string | null>;
  /** Raised by every change in the console; a change that read an older one is refused as stale. */
  revision: Generated<number>;
}

/** An authorisation of a platform that was begun and not brought home yet. */
export interface ConsentTable {
  /** SHA-256 of what the platform sends back. */
  digest: string;
  session_id: string;
  person_id: string;
  account_id: string;
  until: Date;
}

export interface TokenTable {
  account_id: string;
  token: string | null;
  expires_at: Date | null;
  generation: number;
  lease_holder: string | null;
  lease_until: Date | null;
}

export interface QuotaTable {
  account_id: string;
  name: string;
  window_start: Date;
  used: number;
}

/** The delivery ledger (DESIGN): the row is the truth; a job is only a wake-up for it. */
export interface DeliveryTable {
  id: string;
  release_id: string;
  version: number;
  account_id: string;
  channel: string;
  operation: string;
  /** Mail address, or '' for channels with one row per account. */
  recipient: string;
  /** An emergency or a warning. */
  urgent: Generated<boolean>;
  state: string;
  /** What a waiting row waits for: `portal`, `embargo`, `quota`, `order`. */
  waiting_for: string | null;
  /** Order per account. */
  seq: Generated<number>;
  rendition_digest: string;
  /** The page's permanent address, fixed at draft: renditions carry it and posts are recognised by it. */
  portal_url: string;
  idempotency_key: string;
  generation: number;
  epoch: number;
  lease_holder: string | null;
  lease_until: Date | null;
  attempts: number;
  /** Consecutive tries that ended without acceptance; back-off grows with it. */
  failures: number;
  /** Earliest instant of the next try or probe; database time. */
  next_at: Date;
  first_intent_at: Date | null;
  last_intent_at: Date | null;
  phase: Json<unknown>;
  pending: Json<unknown>;
  receipt: Json<unknown>;
  /** Who must act after a refusal: `content`, `credential`, `quota`, `operator`. */
  fix: string | null;
  /** The field that the drafter must mend, as the channel names it. */
  field: string | null;
  /** `stopAccount`, `handOver`, or null: what the refusal means beyond this row. */
  beyond: string | null;
  /** Other ways of publishing that the channel offers now. */
  alternatives: Json<unknown>;
  /** The way that a person chose among them. */
  alternative: string | null;
  /** Who was told last, by name, and when. */
  told: Json<unknown>;
  last_code: string | null;
  last_message: string | null;
  /** Rows planned by the same commit share it. */
  batch: string;
  /** The correction or withdrawal that planned this row. */
  amendment_id: string | null;
  /** The row whose publication this one corrects, takes back or follows up. */
  amends: string | null;
  /** The click or due hour that it goes back to; null for what an older version planned. */
  trace: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Date;
  updated_at: Date;
  settled_at: Date | null;
}

/** A correction or withdrawal: one operation over every channel that received a version. */
export interface AmendmentTable {
  id: string;
  release_id: string;
  /** `correct` or `withdraw`. */
  kind: string;
  from_version: number;
  /** The version that takes its place; null for a withdrawal. */
  to_version: number | null;
  reason: string;
  /** Ordered by a spokesperson in an emergency: an approver looks at it afterwards. */
  emergency: boolean;
  /** As the release itself. */
  urgent: boolean;
  portal_url: string;
  /** Each account's part, frozen when it was ordered. */
  shares: Json<unknown>;
  ordered_by: string;
  ordered_at: Date;
  /** When no earlier row was in flight any more; null while one may still turn out to be published. */
  settled_at: Date | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  review_note: string | null;
}

/** What a person must do by hand because a platform cannot, or did not. */
export interface ManualStepTable {
  id: string;
  release_id: string;
  amendment_id: string | null;
  delivery_id: string;
  position: number;
  text: string;
  created_at: Date;
  /** A person's id, or `system` when the platform did it after all. */
  done_by: string | null;
  done_at: Date | null;
  done_note: string;
}

/** The bytes that deliveries send, by their digest. */
export interface RenditionTable {
  digest: string;
  body: Json<unknown>;
}

/** Evidence of every claim: what was tried, under which epoch, and what came back. */
export interface DeliveryAttemptTable {
  id: string;
  delivery_id: string;
  epoch: number;
  action: string;
  worker: string;
  started_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  code: string | null;
  message: string | null;
  evidence: Json<unknown>;
  /** The click or due hour that it was made for. */
  trace: string | null;
  /** When its row was to be tried or asked about again; null where nothing was to follow. */
  next_at: Date | null;
}

/** What the last look at an account found. */
export interface AccountHealthTable {
  account_id: string;
  checked_at: Date;
  findings: Json<unknown>;
}

/** Looks ahead of a scheduled release: once a day before and once an hour before its hour. */
export interface PreflightTable {
  release_id: string;
  due_at: Date;
  /** `day` or `hour`. */
  step: string;
  ran_at: Date;
  findings: Json<unknown>;
}
