import type { Generated } from 'kysely';
import type { Json } from './organ.js';

/** A program elsewhere that is told of what happens here. */
export interface EventSubscriptionTable {
  id: string;
  /** Null: the whole city. */
  organ_id: string | null;
  name: string;
  /** Sealed: an address may hold a token. */
  address: string;
  hint: string;
  /** Sealed: both sides sign and check with it. */
  secret: string;
  kinds: Json<readonly string[]>;
  created_by: string;
  created_at: Date;
  paused_at: Date | null;
  pause_reason: Generated<string>;
  ended_at: Date | null;
}

/** What happened, written by triggers in the transaction of what happened. */
export interface OutwardEventTable {
  seq: Generated<number>;
  id: Generated<string>;
  kind: string;
  subject_id: string;
  version: number | null;
  detail: Json<unknown>;
  at: Date;
  /** When its deliveries were planned. */
  handed_on_at: Date | null;
}

export interface EventDeliveryTable {
  id: string;
  /** Order per subscription. */
  seq: Generated<number>;
  subscription_id: string;
  event_id: string;
  kind: string;
  body: string;
  /** `planned`, `sending`, `delivered`. */
  state: string;
  attempts: Generated<number>;
  next_at: Date;
  lease_until: Date | null;
  status: number | null;
  answer: Generated<string>;
  created_at: Date;
  settled_at: Date | null;
}
