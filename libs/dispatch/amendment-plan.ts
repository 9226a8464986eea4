import { mailboxKey, newId } from '@koujing/kernel';
import { isAwaited, isPublished, type Amendment, type AmendmentShare, type LedgerRow } from './amendment.js';
import type { DeliveryState, Operation, WaitingFor } from './delivery.js';
import { idempotencyKey } from './idempotency-key.js';
import type { PlannedDelivery } from './plan.js';

/** A row that an amendment plans; `steps` where only a person can act. */
export interface AmendingDelivery extends PlannedDelivery {
  readonly operation: Operation;
  readonly amendmentId: string;
  readonly amends: string | null;
  readonly steps: readonly string[];
}

export interface AmendmentState {
  /** Rows of the release; all of one account and recipient, or none of them. */
  readonly rows: readonly LedgerRow[];
  /**
   * Addresses that the new version is to reach, when all rows are given: those without a row get it too. Null where
   * only some rows are given: nobody is added.
   */
  readonly recipients: readonly string[] | null;
  /** The new version stands on the portal already: nobody waits for it any more. */
  readonly portalLive: boolean;
}

/**
 * What each channel account, or each recipient, has still to get: exactly who received an earlier version gets its
 * correction or recall, who received none gets the new version, and who is being sent to is decided when that settles.
 */
export const planAmendment = (
  amendment: Amendment,
  { rows, recipients, portalLive }: AmendmentState,
): readonly AmendingDelivery[] => {
  const shares = new Map(amendment.shares.map((share) => [share.accountId, share]));
  const targets = Map.groupBy(rows, (row) => targetKey(row.accountId, row.recipient));
  const pen = new Pen(amendment, portalLive);
  const listed = recipients === null ? null : new Set(recipients.map(mailboxKey));
  const known = [...targets.values()].flatMap((ofTarget) => {
    const share = shares.get(ofTarget[0]?.accountId ?? '');
    return share === undefined ? [] : target(pen, share, ofTarget, listed);
  });
  const fresh = amendment.shares.flatMap((share) =>
    (recipients === null ? [] : share.perRecipient ? recipients : [''])
      .filter((recipient) => !targets.has(targetKey(share.accountId, recipient)))
      .flatMap((recipient) => pen.firstCopy(share, recipient)),
  );
  return [...known, ...fresh].toSorted(
    (a, b) => Number(a.waitingFor !== null) - Number(b.waitingFor !== null),
  );
};

const targetKey = (accountId: string, recipient: string): string => `${accountId} ${mailboxKey(recipient)}`;

const target = (
  pen: Pen,
  share: AmendmentShare,
  rows: readonly LedgerRow[],
  recipients: ReadonlySet<string> | null,
): readonly AmendingDelivery[] => {
  const { id, fromVersion, kind } = pen.amendment;
  const earlier = rows.filter(({ version }) => version <= fromVersion);
  if (rows.some(({ amendmentId }) => amendmentId === id) || earlier.some(isAwaited)) return [];
  const live = liveRows(share, earlier);
  if (kind === 'withdraw')
    return withdrawals(pen, share, live.length > 0 ? live : halfWritten(share, earlier));
  if (live.length > 0) return corrections(pen, share, live);
  const [row] = earlier;
  const refused =
    share.perRecipient && earlier.some(({ state }) => state === 'rejected' || state === 'abandoned');
  const listed = !share.perRecipient || isListed(recipients, row?.recipient ?? '');
  return refused || !listed ? [] : pen.firstCopy(share, row?.recipient ?? '');
};

/** A row that is decided late was on the list when it was planned. */
const isListed = (recipients: ReadonlySet<string> | null, recipient: string): boolean =>
  recipients === null || recipients.has(mailboxKey(recipient));

/** What the public still has of it: newest first, one where the newest took the place of the others. */
const liveRows = (share: AmendmentShare, rows: readonly LedgerRow[]): readonly LedgerRow[] => {
  const takenBack = new Set(
    rows
      .filter(({ operation }) => operation === 'withdraw' || operation === 'recall')
      .map((row) => row.version),
  );
  const live = rows
    .filter((row) => isPublished(row) && !takenBack.has(row.version))
    .toSorted((a, b) => b.version - a.version);
  return share.way === 'inPlace' || share.perRecipient ? live.slice(0, 1) : live;
};

/** The portal writes its page before it knows that the public can open it: a page may stand without a receipt. */
const halfWritten = (share: AmendmentShare, rows: readonly LedgerRow[]): readonly LedgerRow[] =>
  share.waitsForPortal
    ? []
    : rows.filter(({ operation, attempts }) => operation !== 'withdraw' && attempts > 0).slice(-1);

const withdrawals = (
  pen: Pen,
  share: AmendmentShare,
  live: readonly LedgerRow[],
): readonly AmendingDelivery[] => live.map((row) => pen.takeBack(share, row));

const corrections = (
  pen: Pen,
  share: AmendmentShare,
  live: readonly LedgerRow[],
): readonly AmendingDelivery[] => {
  const [newest] = live;
  if (newest === undefined) return [];
  switch (share.way) {
    case 'closed':
      return [pen.takeBack(share, newest)];
    case 'inPlace':
      return pen.newVersion(share, 'correct', newest);
    case 'followUp':
      return pen.newVersion(share, 'send', newest);
    case 'replace':
      // In this order: the account's order keeps the new version behind the deletion.
      return [...live.map((row) => pen.takeBack(share, row)), ...pen.newVersion(share, 'send', newest)];
  }
};

/** Writes the rows of one amendment. */
class Pen {
  constructor(
    readonly amendment: Amendment,
    private readonly portalLive: boolean,
  ) {}

  firstCopy(share: AmendmentShare, recipient: string): readonly AmendingDelivery[] {
    return this.#version(share, { operation: 'send', recipient, amends: null });
  }

  newVersion(
    share: AmendmentShare,
    operation: 'send' | 'correct',
    amended: LedgerRow,
  ): readonly AmendingDelivery[] {
    return this.#version(share, { operation, recipient: amended.recipient, amends: amended.id });
  }

  takeBack(share: AmendmentShare, amended: LedgerRow): AmendingDelivery {
    const recalls = share.perRecipient && share.noticeDigest !== null;
    const what = {
      operation: recalls ? 'recall' : 'withdraw',
      recipient: amended.recipient,
      amends: amended.id,
      version: amended.version,
      renditionDigest: share.noticeDigest ?? amended.renditionDigest,
      waitingFor: null,
    } as const;
    if (share.way !== 'closed') return this.#row(share, { ...what, state: 'planned', steps: [] });
    const steps = [
      `账号“${share.accountName}”已停用，请登录平台手工处理。The account is closed: do it by hand on the platform.`,
    ];
    return this.#row(share, { ...what, state: 'notWithdrawable', steps });
  }

  /** Nothing where the account has no part in the new version. */
  #version(
    share: AmendmentShare,
    what: Pick<AmendingDelivery, 'operation' | 'recipient' | 'amends'>,
  ): readonly AmendingDelivery[] {
    const { toVersion } = this.amendment;
    if (toVersion === null || share.renditionDigest === null) return [];
    const waits = share.waitsForPortal && !this.portalLive;
    const row = { ...what, version: toVersion, renditionDigest: share.renditionDigest, steps: [] };
    return [
      this.#row(share, { ...row, state: waits ? 'waiting' : 'planned', waitingFor: waits ? 'portal' : null }),
    ];
  }

  #row(share: AmendmentShare, what: Written): AmendingDelivery {
    const { id, releaseId, portalUrl } = this.amendment;
    const { version, operation, recipient } = what;
    const { accountId, channel } = share;
    const key = { releaseId, version, accountId, operation, recipient, generation: 1 };
    return {
      id: newId(),
      releaseId,
      accountId,
      channel,
      portalUrl,
      idempotencyKey: idempotencyKey(key),
      batch: id,
      amendmentId: id,
      urgent: this.amendment.urgent,
      skipped: null,
      ...what,
    };
  }
}

interface Written {
  readonly operation: Operation;
  readonly recipient: string;
  readonly amends: string | null;
  readonly version: number;
  readonly renditionDigest: string;
  readonly state: DeliveryState;
  readonly waitingFor: WaitingFor | null;
  readonly steps: readonly string[];
}
