import type { Channel, ReconcileOutcome } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Account } from './account.js';
import type { AttemptRunner } from './attempt-runner.js';
import type { Delivery } from './delivery.js';
import type { QuotaStore } from './quota-store.sql.js';
import type { FoundRow } from './resend.api.js';

export interface AskParts {
  readonly database: Database;
  readonly runner: Pick<AttemptRunner, 'probe'>;
  readonly quotas: QuotaStore;
}

/** What the platform says of a row now, and what of it a person should read. */
export interface Found {
  readonly found: FoundRow;
  readonly message: string;
  readonly outcome: ReconcileOutcome | null;
}

/** Somebody waits at a screen: a platform that takes longer for one row has not answered. */
const patienceMs = 60_000;

/** Asks a channel what became of a closed row. It never publishes: the fence of a probe lets nothing through. */
export class AskAgain {
  constructor(private readonly parts: AskParts) {}

  async about(row: Delivery, channel: Channel, account: Account): Promise<Found> {
    if (account.breaker === 'stopped')
      return { found: 'accountStopped', message: account.breakerReason ?? '', outcome: null };
    if (!channel.manifest.can.reconcile) return unaskable(row);
    // The row is closed: no worker holds it, and whoever re-opens it meanwhile raises its epoch.
    const claim = { row, action: 'probe', leaseEndsAt: Number.POSITIVE_INFINITY } as const;
    const { outcome, calls } = await this.parts.runner.probe(claim, channel, {
      account,
      signal: AbortSignal.timeout(patienceMs),
    });
    const { rates } = channel.manifest;
    if (calls > 0) await this.parts.quotas.countCalls(this.parts.database.queries, account.id, rates, calls);
    return foundBy(outcome, row, {
      now: await this.parts.database.now(),
      settleMs: channel.manifest.settleMs,
    });
  }
}

/** A mailbox cannot be asked. A refusal by its server is certain; a lost answer stays in doubt, and is never sent again in bulk. */
const unaskable = (row: Delivery): Found =>
  row.state === 'rejected'
    ? { found: 'rejected', message: row.lastMessage ?? '', outcome: null }
    : { found: 'inDoubt', message: row.lastMessage ?? '', outcome: null };

const foundBy = (
  outcome: ReconcileOutcome,
  row: Delivery,
  { now, settleMs }: { readonly now: Date; readonly settleMs: number },
): Found => {
  switch (outcome.kind) {
    case 'present':
      return outcome.matches > 1
        ? { found: 'doubled', message: `${outcome.matches} ×`, outcome }
        : { found: 'present', message: outcome.receipt.url ?? outcome.receipt.remoteId, outcome };
    case 'absent': {
      // Before `settle` a lagging timeline reads as absence.
      const settled = (row.lastIntentAt?.getTime() ?? 0) + settleMs <= now.getTime();
      return { found: settled ? 'absent' : 'pending', message: '', outcome };
    }
    case 'rejected':
      return { found: 'rejected', message: `${outcome.code} ${outcome.message}`, outcome };
    case 'stillPending':
      return { found: 'pending', message: '', outcome };
    case 'unreadable':
      return { found: 'inDoubt', message: outcome.reason, outcome };
  }
};
