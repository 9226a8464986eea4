import { may, refuseIfAny, sees, visibilityOf, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Receipt } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';
import { Problem, type Reason } from '@koujing/kernel';
import type { Audience } from '@koujing/media';
import type { Release, ReleaseStore } from '@koujing/release';
import type { AccountStore } from './account-store.sql.js';
import type { AdvanceAmendments } from './advance-amendments.js';
import type { AmendmentStore } from './amendment-store.sql.js';
import type { Delivery, DeliveryState } from './delivery.js';
import type { DeliveryStore } from './delivery-store.sql.js';
import { idempotencyKey } from './idempotency-key.js';
import { releaseWaiting } from './portal-first.sql.js';
import { dispatchQueue } from './publish-release.js';
import { dispatchRefusal } from './refusal.js';

/** What the verbs on one delivery work with. */
export interface DeedParts {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly accounts: AccountStore;
  readonly releases: ReleaseStore;
  readonly audit: AuditTrail;
  readonly jobs: Jobs;
  readonly amendments: AmendmentStore;
  readonly advance: AdvanceAmendments;
  /** Which addresses get nothing at present. */
  readonly audience: Audience;
  /** Channels that others wait for (Art.17). */
  readonly opensTheWay: (channel: string) => boolean;
}

export interface Deed {
  readonly to: DeliveryState;
  readonly action: string;
  readonly message: string;
  readonly receipt?: Receipt;
}

/** Who may act on deliveries of a release: who speaks for the organ, who coordinates, who runs the system. */
export const mayHandle = (actor: Actor, release: Pick<Release, 'organId'>): readonly Reason[] =>
  (['spokesperson', 'coordinator', 'administrator'] as const).some(
    (role) => may(actor, role, release.organId).length === 0,
  )
    ? []
    : may(actor, 'spokesperson', release.organId);

/** States out of which a person may have a row tried again. */
export const retriable: ReadonlySet<DeliveryState> = new Set(['rejected', 'notWithdrawable']);

/** Why this row is not sent again, whoever asks: its version was corrected or withdrawn, or its address gets nothing. */
export const againReasons = async (
  parts: Pick<DeedParts, 'amendments' | 'audience'>,
  queries: Queries,
  row: Delivery,
): Promise<readonly Reason[]> => {
  const amended = await amendedReasons(parts, queries, row);
  if (amended.length > 0 || row.recipient === '') return amended;
  const stopped = await parts.audience.suppressed(queries, [row.recipient]);
  return stopped.size > 0 ? [dispatchRefusal.addressStopped] : [];
};

const amendedReasons = async (
  { amendments }: Pick<DeedParts, 'amendments'>,
  queries: Queries,
  row: Delivery,
): Promise<readonly Reason[]> => {
  if (row.operation === 'withdraw' || row.operation === 'recall') return [];
  const [newest] = await amendments.ofRelease(queries, row.releaseId);
  return newest !== undefined && newest.fromVersion >= row.version
    ? [dispatchRefusal.amended(newest.kind)]
    : [];
};

/** Holds the delivery and asks `reasons` before anything is done. */
export const heldDelivery = async (
  parts: DeedParts,
  queries: Queries,
  id: string,
  actor: Actor,
): Promise<Delivery> => {
  const row = await parts.deliveries.lock(queries, id);
  const release = row === null ? null : await parts.releases.find(queries, row.releaseId);
  const seen = release !== null && sees(visibilityOf(actor), { ...release, released: true });
  if (row === null || !seen) throw new Problem('notFound', [dispatchRefusal.deliveryNotFound]);
  refuseIfAny(mayHandle(actor, release));
  return row;
};

/** Writes what a person did: the row, the audit entry, and a wake-up. */
export const doDeed = async (
  parts: DeedParts,
  queries: Queries,
  row: Delivery,
  deed: Deed & { readonly actor: Actor },
): Promise<void> => {
  const again = deed.to === 'planned';
  const generation = row.generation + (again ? 1 : 0);
  await parts.deliveries.decide(queries, row.id, {
    to: deed.to,
    message: deed.message,
    generation,
    ...(deed.receipt === undefined ? {} : { receipt: deed.receipt }),
    key: again ? idempotencyKey({ ...keyParts(row), generation }) : row.idempotencyKey,
  });
  await parts.audit.record(queries, {
    actor: deed.actor.personId,
    action: deed.action,
    subjectKind: 'delivery',
    subjectId: row.id,
    digest: row.renditionDigest,
    detail: { from: row.state, to: deed.to, reason: deed.message },
  });
  const isLive = deed.to === 'delivered' || deed.to === 'corrected';
  if (isLive && parts.opensTheWay(row.channel)) await releaseWaiting(queries, row);
  await parts.advance.follow(queries, [row]);
  await parts.jobs.enqueue(queries, dispatchQueue, [{ releaseId: row.releaseId }]);
};

const keyParts = ({ releaseId, version, accountId, operation, recipient }: Delivery) => ({
  releaseId,
  version,
  accountId,
  operation,
  recipient,
});
