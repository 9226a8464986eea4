import type { ReconcileOutcome } from '@koujing/channel';
import { change, type Change } from './change.js';
import { walk, type Delivery } from './delivery.js';
import { acceptedBeforePersonMs, probeFloorMs, unknownBeforePersonMs } from './retry-policy.js';

/** What is known besides the channel's answer. */
export interface ProbeCircumstances {
  /** The database's clock at the time of the answer. */
  readonly now: Date;
  /** `settle` of the channel's manifest: before it, "absent" is not believed. */
  readonly settleMs: number;
}

/** What a search for our own publication makes of its row (`unknown` or `accepted`). Pure. */
export const settleProbe = (
  row: Delivery,
  outcome: ReconcileOutcome,
  circumstances: ProbeCircumstances,
): Change => {
  switch (outcome.kind) {
    case 'present':
      return present(row, outcome);
    case 'absent':
      return absent(row, circumstances);
    case 'stillPending':
      return stillPending(row, outcome, circumstances.now);
    case 'rejected':
      return change(walk(row.state, 'rejected'), {
        fix: outcome.fix,
        code: outcome.code,
        message: outcome.message,
      });
    case 'unreadable':
      return change(walk(asUnknown(row), 'needsPerson'), {
        pending: row.pending,
        code: 'unreadable',
        message: outcome.reason,
      });
  }
};

/** An accepted row whose platform does not stand by it goes through `unknown`, as the machine draws it. */
const asUnknown = (row: Delivery): Delivery['state'] =>
  row.state === 'unknown' ? row.state : walk(row.state, 'unknown');

const present = (row: Delivery, outcome: Extract<ReconcileOutcome, { kind: 'present' }>): Change =>
  outcome.matches > 1
    ? change(walk(asUnknown(row), 'needsPerson'), {
        receipt: outcome.receipt,
        code: 'doubled',
        message: `平台上有 ${outcome.matches} 条相同的发布 (${outcome.matches} copies are on the platform)`,
      })
    : change(walk(row.state, 'delivered'), { receipt: outcome.receipt, account: 'worked' });

/** Believed only after `settle`: a lagging timeline or a call that is still on its way would read as absence. */
const absent = (row: Delivery, { now, settleMs }: ProbeCircumstances): Change => {
  const settledAt = (row.lastIntentAt?.getTime() ?? 0) + settleMs;
  const remaining = settledAt - now.getTime();
  if (remaining > 0)
    return change(row.state, { afterMs: remaining, pending: row.pending, failures: row.failures });
  return change(walk(asUnknown(row), 'planned'), {
    raiseGeneration: true,
    failures: row.failures,
    code: 'absent',
    message: '平台上没有这条发布，将重新发送 (not on the platform; it will be sent again)',
  });
};

const stillPending = (
  row: Delivery,
  outcome: Extract<ReconcileOutcome, { kind: 'stillPending' }>,
  now: Date,
): Change => {
  const waitedMs = now.getTime() - (row.lastIntentAt?.getTime() ?? 0);
  const limitMs = row.state === 'accepted' ? acceptedBeforePersonMs : unknownBeforePersonMs;
  const pending = outcome.pending ?? row.pending;
  if (waitedMs > limitMs)
    return change(walk(asUnknown(row), 'needsPerson'), {
      pending,
      code: 'noAnswer',
      message: `平台 ${Math.round(waitedMs / 60_000)} 分钟内没有给出结果 (no result from the platform)`,
    });
  return change(row.state, {
    afterMs: Math.max(probeFloorMs, outcome.checkAfterMs),
    pending,
    failures: row.failures,
  });
};
