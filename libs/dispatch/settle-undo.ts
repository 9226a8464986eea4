import type { Inspection, UndoOutcome } from '@koujing/channel';
import { change, type Change } from './change.js';
import { doneState, walk, type Delivery } from './delivery.js';
import { boundsOf, delayAfter, probeFloorMs, triesBeforePerson } from './retry-policy.js';
import type { ProbeCircumstances } from './settle-probe.js';
import type { SendCircumstances } from './settle-send.js';

/** What a try at correcting or withdrawing makes of its row. Pure. */
export const settleUndo = (row: Delivery, outcome: UndoOutcome, circumstances: SendCircumstances): Change => {
  switch (outcome.kind) {
    case 'done':
      return change(walk(row.state, doneState[row.operation]), {
        receipt: outcome.receipt ?? null,
        account: 'worked',
      });
    case 'alreadyGone':
      return alreadyGone(row);
    case 'notPossible':
      return notPossible(row, outcome.operatorSteps);
    case 'deferred':
      return deferred(row, outcome, circumstances);
    case 'unknown':
      return change(walk(row.state, 'unknown'), { failures: row.failures, message: outcome.reason });
  }
};

/** For a withdrawal that is what was wanted; a correction has lost what it was to correct. */
const alreadyGone = (row: Delivery): Change =>
  row.operation === 'withdraw'
    ? change(walk(row.state, 'withdrawn'), {
        code: 'alreadyGone',
        message: '平台上已没有原文 (it was gone from the platform already)',
        account: 'worked',
      })
    : change(walk(row.state, 'rejected'), {
        code: 'alreadyGone',
        message: '平台上已没有原文，无法更正 (the publication is gone; there is nothing to correct)',
        fix: 'operator',
      });

/** The steps go to the list of what a person does by hand. */
const notPossible = (row: Delivery, steps: readonly string[]): Change =>
  change(walk(row.state, row.operation === 'withdraw' ? 'notWithdrawable' : 'rejected'), {
    code: 'notPossible',
    message: steps[0] ?? '平台不支持 (the platform does not allow it)',
    steps,
    ...(row.operation === 'withdraw' ? {} : { fix: 'operator' as const }),
  });

const deferred = (
  row: Delivery,
  outcome: Extract<UndoOutcome, { kind: 'deferred' }>,
  { jitter, retry }: SendCircumstances,
): Change => {
  const failures = row.failures + 1;
  const facts = { failures, code: 'deferred', message: outcome.message, account: 'failed' as const };
  if (failures >= triesBeforePerson(retry)) return change(walk(row.state, 'unknown', 'needsPerson'), facts);
  return change(walk(row.state, 'deferred'), {
    ...facts,
    afterMs: Math.max(outcome.delayMs, delayAfter(boundsOf('transient', retry), failures, jitter)),
  });
};

/**
 * What looking at the platform makes of a withdrawal whose outcome nobody knows. Taking back twice harms nothing
 * (the channel contract proves it of every channel), so what is still shown, or cannot be read, is taken back again.
 */
export const settleInspection = (
  row: Delivery,
  seen: Inspection,
  { now, settleMs, jitter, retry }: ProbeCircumstances,
): Change => {
  if (seen.kind === 'gone')
    return change(walk(row.state, 'withdrawn'), {
      code: 'seenGone',
      message: '已核实平台不再显示 (verified: the platform shows it no more)',
      account: 'worked',
    });
  // A call of the dead worker may still be on its way, and a platform's pages lag.
  const remaining = (row.lastIntentAt?.getTime() ?? 0) + settleMs - now.getTime();
  if (remaining > 0)
    return change(row.state, { afterMs: Math.max(probeFloorMs, remaining), failures: row.failures });
  const failures = row.failures + 1;
  if (failures >= triesBeforePerson(retry))
    return change(walk(row.state, 'needsPerson'), {
      failures,
      code: 'stillShown',
      message: '多次撤回后平台仍在显示或无法读取 (still shown, or unreadable, after many tries)',
    });
  return change(walk(row.state, 'planned'), {
    failures,
    afterMs: delayAfter(boundsOf('transient', retry), failures, jitter),
    code: seen.kind === 'shown' ? 'stillShown' : 'unreadable',
    message: '平台仍在显示，将再次撤回 (still shown; it will be taken back again)',
  });
};
