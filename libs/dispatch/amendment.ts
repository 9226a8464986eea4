import type { Delivery } from './delivery.js';

/**
 * How a channel account corrects what it published: changes it in place, deletes it and publishes the new version,
 * lets the new version follow it; `closed` accounts can do nothing, so a person does.
 */
export type CorrectionWay = 'inPlace' | 'replace' | 'followUp' | 'closed';

/** One account's part in a correction or withdrawal, frozen when it is ordered. */
export interface AmendmentShare {
  readonly accountId: string;
  readonly accountName: string;
  readonly channel: string;
  readonly perRecipient: boolean;
  readonly waitsForPortal: boolean;
  readonly way: CorrectionWay;
  /** The new version's rendition; null where the account is not in it, and for a withdrawal. */
  readonly renditionDigest: string | null;
  /** What takes the publication's place when it is withdrawn: a tombstone, a recall mail. */
  readonly noticeDigest: string | null;
}

export type AmendmentKind = 'correct' | 'withdraw';

/** A correction or withdrawal (更正、撤回): one operation over every channel that received a version. */
export interface Amendment {
  readonly id: string;
  readonly releaseId: string;
  readonly kind: AmendmentKind;
  /** It covers what was published of this version and of every earlier one. */
  readonly fromVersion: number;
  /** The version that takes its place; null for a withdrawal. */
  readonly toVersion: number | null;
  readonly reason: string;
  /** Ordered by a spokesperson when no approver could be reached; an approver looks at it afterwards. */
  readonly emergency: boolean;
  /** As the release itself: a warning is not left lying for a person where one mail more is the smaller harm. */
  readonly urgent: boolean;
  readonly orderedBy: string;
  readonly orderedAt: Date;
  readonly portalUrl: string;
  readonly shares: readonly AmendmentShare[];
  /** When no earlier row could turn out to be published any more. */
  readonly settledAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewNote: string | null;
}

/** What the plan needs to know of a row. */
export type LedgerRow = Pick<
  Delivery,
  | 'id'
  | 'version'
  | 'accountId'
  | 'operation'
  | 'recipient'
  | 'state'
  | 'attempts'
  | 'renditionDigest'
  | 'amendmentId'
>;

const publishing = (row: LedgerRow): boolean => row.operation === 'send' || row.operation === 'correct';

/** Its outcome decides whether there is anything to amend. */
export const isAwaited = (row: LedgerRow): boolean =>
  publishing(row) && ['sending', 'correcting', 'accepted', 'unknown', 'needsPerson'].includes(row.state);

/** The public, or this recipient, has it. */
export const isPublished = (row: LedgerRow): boolean =>
  publishing(row) && ['delivered', 'verified', 'corrected'].includes(row.state);
