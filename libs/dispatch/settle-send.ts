import type { Fix, SendOutcome } from '@koujing/channel';
import { change, type Change } from './change.js';
import { walk, type Delivery } from './delivery.js';
import { backOffs, delayAfter, failuresBeforePerson } from './retry-policy.js';

/** What a try at sending makes of its row. Pure; `jitter` in [0, 1). */
export const settleSend = (row: Delivery, outcome: SendOutcome, jitter: number): Change => {
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
      return change(walk(row.state, 'rejected'), {
        fix: outcome.fix,
        code: outcome.code,
        message: outcome.message,
        account: accountAfterRefusal(outcome.fix),
      });
    case 'deferred':
      return deferred(row, outcome, jitter);
    case 'unknown':
      // Asked at once: most platforms can tell right away, and those that lag are asked again until they settle.
      return change(walk(row.state, 'unknown'), {
        pending: outcome.pending ?? row.pending,
        failures: row.failures,
        message: outcome.reason,
      });
  }
};

/** A refused text is the drafter's; a refused credential or a banned account stops everything on that account. */
const accountAfterRefusal = (fix: Fix): Change['account'] =>
  fix === 'credential' || fix === 'operator' ? 'stopped' : 'worked';

const deferred = (
  row: Delivery,
  outcome: Extract<SendOutcome, { kind: 'deferred' }>,
  jitter: number,
): Change => {
  const failures = row.failures + 1;
  const facts = { failures, code: outcome.code ?? outcome.reason, message: outcome.message };
  if (outcome.reason === 'transient' && failures >= failuresBeforePerson)
    return change(walk(row.state, 'unknown', 'needsPerson'), { ...facts, account: 'failed' });
  return change(walk(row.state, 'deferred'), {
    ...facts,
    afterMs: Math.max(outcome.delayMs, delayAfter(backOffs[outcome.reason], failures, jitter)),
    account: outcome.reason === 'transient' ? 'failed' : 'untouched',
  });
};
