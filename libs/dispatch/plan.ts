import type { Rendition } from '@koujing/channel';
import { digestOf, newId } from '@koujing/kernel';
import type { DeliveryState, WaitingFor } from './delivery.js';
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
  readonly shares: readonly Share[];
  /** For channels with one row per recipient; each address once. */
  readonly recipients: readonly string[];
}

/** A row as it is planned; everything else has its default. */
export interface PlannedDelivery {
  readonly id: string;
  readonly releaseId: string;
  readonly version: number;
  readonly accountId: string;
  readonly channel: string;
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly waitingFor: WaitingFor | null;
  readonly renditionDigest: string;
  readonly portalUrl: string;
  readonly idempotencyKey: string;
  readonly batch: string;
}

/** Rows per account, or per recipient; the portal first, everyone else waits for its page (Art.17). */
export const plan = (input: PlanInput): readonly PlannedDelivery[] => {
  const batch = newId();
  const recipients = uniqueAddresses(input.recipients);
  const portalFirst = input.shares.toSorted((a, b) => Number(a.waitsForPortal) - Number(b.waitsForPortal));
  return portalFirst.flatMap((share) => {
    const renditionDigest = digestOf(share.rendition);
    return (share.perRecipient ? recipients : ['']).map((recipient) => ({
      id: newId(),
      releaseId: input.releaseId,
      version: input.version,
      accountId: share.accountId,
      channel: share.channel,
      recipient,
      state: share.waitsForPortal ? 'waiting' : 'planned',
      waitingFor: share.waitsForPortal ? 'portal' : null,
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
    }));
  });
};

/** The same mailbox in two spellings would get two copies; the first spelling is kept. */
const uniqueAddresses = (addresses: readonly string[]): readonly string[] => {
  const seen = new Map<string, string>();
  for (const address of addresses) {
    const key = address.trim().toLowerCase();
    if (key !== '' && !seen.has(key)) seen.set(key, address.trim());
  }
  return [...seen.values()];
};
