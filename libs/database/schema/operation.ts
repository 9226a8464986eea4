import type { Json } from './organ.js';

export interface LeaseTable {
  name: string;
  holder: string;
  until: Date;
  /** What the holder finished last, e.g. the minute of a tick. */
  mark: string | null;
}

export interface AuditEntryTable {
  id: string;
  at: Date;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  digest: string | null;
  detail: Json<unknown>;
  /** Position in the sealed chain; null until the sealer has come by. */
  seal_seq: number | null;
  seal_hash: string | null;
}

/** How far the chain of entries was verified. One row, `chain`. */
export interface AuditCheckTable {
  name: string;
  through_seq: number;
  /** The seal of that entry when it was verified. */
  through_hash: string;
  checked_at: Date | null;
  checked_by: string | null;
  /** The first altered, missing or moved entry, if one was found. */
  fault: Json<unknown> | null;
}

/** Who signs checkpoints; earlier keys stay, for what they signed. */
export interface AuditKeyTable {
  id: string;
  public_key: string;
  /** Null where the private key comes from a file or the environment. */
  sealed_private: string | null;
  created_at: Date;
}

/** An entry of the chain with its seal, signed. */
export interface AuditCheckpointTable {
  sequence: number;
  hash: string;
  at: Date;
  key_id: string;
  signature: string;
}

/** The last sealed entry, signed. One row, `chain`. */
export interface AuditHeadTable extends AuditCheckpointTable {
  name: string;
}

export interface NotificationTable {
  id: string;
  person_id: string;
  kind: string;
  subject: string;
  html: string;
  text: string;
  link: string;
  /** `planned`, `sending`, `sent`, `failed`, `unknown`. */
  state: string;
  message_id: string;
  attempts: number;
  next_at: Date;
  lease_until: Date | null;
  last_message: string | null;
  created_at: Date;
  read_at: Date | null;
}

/** Facts about the database itself: `stamp` = demo, `dispatch` = held. */
export interface HouseTable {
  name: string;
  value: string;
}
