import type { Rendition } from '@koujing/channel';
import { digestOf, mailboxKey, newId } from '@koujing/kernel';
import type { DeliveryState, Operation, WaitingFor } from './delivery.js';
import { idempotencyKey } from './idempotency-key.js';

/** One account's share of a release. */
export interface Share {
  readonly accountId: string;
  readonly channel: string;
  readonly rendition: Rendition;
  readonly perRecipient: boolean;
  readonly waitsForPortal: boolean;
}

export interface PlanInput {
  readonly releaseId: string;
  readonly version: number;
  readonly portalUrl: string;
  /** An emergency or a warning. */
  readonly urgent?: boolean;
  readonly shares: readonly Share[];
  /** For channels with one row per recipient; each address once. */
  readonly recipients: readonly string[];
  /** Addresses that get nothing, by `mailboxKey`, with the sentence that says why. */
  readonly suppressed?: ReadonlyMap<string, string>;
}

/** A row as it is planned; everything else has its default. */
export interface PlannedDelivery {
  readonly id: string;
  readonly releaseId: string;
  readonly version: number;
  readonly accountId: string;
  readonly channel: string;
  readonly operation: Operation;
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly waitingFor: WaitingFor | null;
  readonly renditionDigest: string;
  readonly portalUrl: string;
  readonly idempotencyKey: string;
  readonly batch: string;
  readonly urgent: boolean;
  /** Why a row is planned as one that is never sent. */
  readonly skipped: string | null;
  readonly amendmentId: string | null;
  readonly amends: string | null;
}

/** Rows per account, or per recipient; the portal first, everyone else waits for its page (Art.17). */
export const plan = (input: PlanInput): readonly PlannedDelivery[] => {
  const batch = newId();
  const recipients = uniqueAddresses(input.recipients);
  const portalFirst = input.shares.toSorted((a, b) => Number(a.waitsForPortal) - Number(b.waitsForPortal));
  return portalFirst.flatMap((share) => {
    const renditionDigest = digestOf(share.rendition);
    return (share.perRecipient ? recipients : ['']).map((recipient) => ({
      ...standing(share, input.suppressed?.get(mailboxKey(recipient)) ?? null),
      id: newId(),
      releaseId: input.releaseId,
      version: input.version,
      accountId: share.accountId,
      channel: share.channel,
      operation: 'send' as const,
      recipient,
      renditionDigest,
      portalUrl: input.portalUrl,
      idempotencyKey: idempotencyKey({
        releaseId: input.releaseId,
        version: input.version,
        accountId: share.accountId,
        operation: 'send',
        recipient,
        generation: 1,
      }),
      batch,
      urgent: input.urgent ?? false,
      amendmentId: null,
      amends: null,
    }));
  });
};

/** A suppressed address keeps a row of its own, so that whoever looks for it finds why it got nothing. */
const standing = (
  { waitsForPortal }: Share,
  skipped: string | null,
): Pick<PlannedDelivery, 'state' | 'waitingFor' | 'skipped'> => {
  if (skipped !== null) return { state: 'cancelled', waitingFor: null, skipped };
  return waitsForPortal
    ? { state: 'waiting', waitingFor: 'portal', skipped }
    : { state: 'planned', waitingFor: null, skipped };
};

/** The same mailbox in two spellings would get two copies; the first spelling is kept. */
export const uniqueAddresses = (addresses: readonly string[]): readonly string[] => {
  const seen = new Map<string, string>();
  for (const address of addresses) {
    const key = mailboxKey(address);
    if (key !== '' && !seen.has(key)) seen.set(key, address.trim());
  }
  return [...seen.values()];
};
