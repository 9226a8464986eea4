import type { Alternative, Beyond, Fix, Pending, Receipt } from '@koujing/channel';
import type { Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { Delivery, DeliveryState, Operation, Told, WaitingFor } from './delivery.js';

export type DeliveryRow = Selectable<Schema['delivery']>;

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  releaseId: row.release_id,
  version: row.version,
  accountId: row.account_id,
  channel: row.channel,
  operation: row.operation as Operation,
  recipient: row.recipient,
  urgent: row.urgent,
  state: row.state as DeliveryState,
  waitingFor: row.waiting_for as WaitingFor | null,
  generation: row.generation,
  epoch: row.epoch,
  attempts: row.attempts,
  failures: row.failures,
  nextAt: row.next_at,
  firstIntentAt: row.first_intent_at,
  lastIntentAt: row.last_intent_at,
  portalUrl: row.portal_url,
  idempotencyKey: row.idempotency_key,
  renditionDigest: row.rendition_digest,
  phase: row.phase as Delivery['phase'],
  pending: row.pending as Pending | null,
  receipt: row.receipt as Receipt | null,
  amendmentId: row.amendment_id,
  amends: row.amends,
  trace: row.trace,
  fix: row.fix as Fix | null,
  field: row.field,
  beyond: row.beyond as Beyond | null,
  alternatives: (row.alternatives as readonly Alternative[] | null) ?? [],
  alternative: row.alternative,
  told: row.told as Told | null,
  lastCode: row.last_code,
  lastMessage: row.last_message,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  settledAt: row.settled_at,
});
