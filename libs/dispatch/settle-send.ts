import type { RetryBounds, SendOutcome } from '@koujing/channel';
import { change, type Change } from './change.js';
import { walk, type Delivery } from './delivery.js';
import { boundsOf, delayAfter, triesBeforePerson } from './retry-policy.js';

/** What is known besides the channel's answer. */
export interface SendCircumstances {
  /** Spreads retries; [0, 1). */
  readonly jitter: number;
  /** The channel's own bounds, from its manifest. */
  readonly retry?: RetryBounds | undefined;
}

/** What a try at sending makes of its row. Pure. */
export const settleSend = (row: Delivery, outcome: SendOutcome, circumstances: SendCircumstances): Change => {
  switch (outcome.kind) {
    case 'delivered':
      return change(walk(row.state, 'delivered'), { receipt: outcome.receipt, account: 'worked' });
    case 'accepted':
      return change(walk(row.state, 'accepted'), {
        pending: outcome.pending,
        afterMs: outcome.checkAfterMs,
        account: 'worked',
      });
    case 'rejected':
      return rejected(row, outcome);
    case 'deferred':
      return deferred(row, outcome, circumstances);
    case 'unknown':
      // Asked at once: most platforms can tell right away, and those that lag are asked again until they settle.
      return change(walk(row.state, 'unknown'), {
        pending: outcome.pending ?? row.pending,
        failures: row.failures + 1,
        message: outcome.reason,
        account: 'failed',
      });
  }
};

type Rejected = Extract<SendOutcome, { kind: 'rejected' }>;
type Deferred = Extract<SendOutcome, { kind: 'deferred' }>;

/** What only a person can publish waits for that person's word; the ledger would not know of it otherwise. */
const rejected = (row: Delivery, outcome: Rejected): Change => {
  const to =
    outcome.beyond === 'handOver' ? walk(row.state, 'unknown', 'needsPerson') : walk(row.state, 'rejected');
  return change(to, {
    fix: outcome.fix,
    field: outcome.field ?? null,
    beyond: outcome.beyond ?? null,
    code: outcome.code,
    message: outcome.message,
    account: accountAfterRefusal(outcome),
  });
};

/** A refused text is the drafter's; a refused credential or a banned account stops everything on that account. */
const accountAfterRefusal = ({ fix, beyond }: Rejected): Change['account'] =>
  fix === 'credential' || beyond === 'stopAccount' ? 'stopped' : 'worked';

const deferred = (row: Delivery, outcome: Deferred, { jitter, retry }: SendCircumstances): Change => {
  const { reason, message } = outcome;
  const code = outcome.code ?? reason;
  if (outcome.once === true && row.lastCode === code)
    return rejected(row, { kind: 'rejected', code, message, fix: 'operator' });
  const failures = row.failures + 1;
  const facts = { failures, code, message };
  if (reason === 'transient' && failures >= triesBeforePerson(retry))
    return change(walk(row.state, 'unknown', 'needsPerson'), { ...facts, account: 'failed' });
  return change(walk(row.state, 'deferred'), {
    ...facts,
    afterMs: Math.max(outcome.delayMs, delayAfter(boundsOf(reason, retry), failures, jitter)),
    fix: reason === 'quota' ? 'quota' : null,
    alternatives: outcome.alternatives ?? [],
    postponed: reason === 'quota',
    account: reason === 'transient' ? 'failed' : 'untouched',
  });
};
