import type { Bounce } from '@koujing/channels/email';

/** What came back to the return address about one recipient; `other` is any mail that is no delivery report. */
export interface MailReturn {
  readonly id: string;
  /** The same report that is delivered twice has the same mark. */
  readonly mark: string;
  readonly receivedAt: Date;
  /** Null where no delivery of ours could be found. */
  readonly deliveryId: string | null;
  readonly address: string;
  readonly bounce: Bounce | 'other';
  /** Enhanced status code, '' for other mail. */
  readonly status: string;
  readonly diagnostic: string;
  readonly subject: string;
}

/** What a return makes of its delivery, or null where it changes nothing. */
export interface Returned {
  readonly to: 'rejected' | 'delivered';
  readonly fix: 'content' | 'operator' | null;
  readonly message: string;
}

/**
 * A bounce after an accepted message: it did not arrive. A report about a message whose fate nobody knew settles it:
 * whoever reports had got it. Pure.
 */
export const returned = (
  state: string,
  { bounce, status, diagnostic }: Pick<MailReturn, 'bounce' | 'status' | 'diagnostic'>,
): Returned | null => {
  const wasOut = state === 'delivered' || state === 'verified';
  const wasUnclear = state === 'unknown' || state === 'needsPerson';
  if (!wasOut && !wasUnclear) return null;
  switch (bounce) {
    case 'hard':
    case 'soft':
      return { to: 'rejected', fix: 'content', message: `退信 (bounced) ${status} ${diagnostic}`.trim() };
    case 'refused':
      return {
        to: 'rejected',
        fix: 'operator',
        message: `对方拒收 (refused) ${status} ${diagnostic}`.trim(),
      };
    case 'arrived':
    case 'delayed':
      return wasUnclear
        ? {
            to: 'delivered',
            fix: null,
            message: `由回执确认已送出 (a report proves that it went out) ${status}`,
          }
        : null;
    case 'other':
      return null;
  }
};

/** A delivery that is still being worked on is looked at again when its outcome is committed. */
export const isStillOpen = (state: string): boolean =>
  ['planned', 'waiting', 'sending', 'deferred', 'accepted'].includes(state);
