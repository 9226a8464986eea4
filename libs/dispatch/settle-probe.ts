import { counted } from '@koujing/kernel';
import type { ReconcileOutcome, RetryBounds } from '@koujing/channel';
import { change, type Change } from './change.js';
import { doneState, walk, type Delivery } from './delivery.js';
import {
  acceptedBeforePersonMs,
  boundsOf,
  delayAfter,
  probeFloorMs,
  stoppedProbeMs,
  triesBeforePerson,
  unknownBeforePersonMs,
} from './retry-policy.js';

/** What is known besides the channel's answer. */
export interface ProbeCircumstances {
  /** The database's clock at the time of the answer. */
  readonly now: Date;
  /** `settle` of the channel's manifest: before it, "absent" is not believed. */
  readonly settleMs: number;
  /** Spreads what is sent again; [0, 1). */
  readonly jitter: number;
  /** The channel's own bounds, from its manifest. */
  readonly retry?: RetryBounds | undefined;
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
        field: outcome.field ?? null,
        code: outcome.code,
        message: outcome.message,
      });
    case 'unreadable':
      if (outcome.beyond === 'stopAccount') return accountClosed(row, outcome.reason, circumstances.now);
      return outcome.mayRepeatUrgent === true && row.urgent && row.attempts < 2
        ? sentOnceMore(row)
        : needsPerson(row, 'unreadable', outcome.reason);
  }
};

/** Same key, same Message-ID: whoever gets both can tell that they are one. Only once, and only where a city has chosen it. */
const sentOnceMore = (row: Delivery): Change =>
  change(walk(asUnknown(row), 'planned'), {
    failures: row.failures,
    code: 'repeatedUrgent',
    message:
      '紧急发布结果不明，按账号设置用同一标识再发一次 (urgent and not known: sent once more with the same Message-ID, as the account is set)',
  });

const needsPerson = (row: Delivery, code: string, message: string): Change =>
  change(walk(asUnknown(row), 'needsPerson'), {
    pending: row.pending,
    failures: row.failures,
    code,
    message,
  });

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
    : change(walk(row.state, doneState[row.operation]), { receipt: outcome.receipt, account: 'worked' });

/** Believed only after `settle`: a lagging timeline or a call that is still on its way would read as absence. */
const absent = (row: Delivery, { now, settleMs, jitter, retry }: ProbeCircumstances): Change => {
  const settledAt = (row.lastIntentAt?.getTime() ?? 0) + settleMs;
  const remaining = settledAt - now.getTime();
  const { failures } = row;
  if (remaining > 0) return change(row.state, { afterMs: remaining, pending: row.pending, failures });
  // Sent, lost and absent again and again: without this end it would go round for ever, unseen by anybody.
  if (failures >= triesBeforePerson(retry))
    return needsPerson(
      row,
      'absentAgain',
      `已发送 ${row.attempts} 次，平台上仍没有这条发布 (sent ${counted(row.attempts, 'time')}, still not on the platform)`,
    );
  return change(walk(asUnknown(row), 'planned'), {
    raiseGeneration: true,
    failures,
    afterMs: failures === 0 ? 0 : delayAfter(boundsOf('transient', retry), failures, jitter),
    code: 'absent',
    message: '平台上没有这条发布，将重新发送 (not on the platform; it will be sent again)',
  });
};

/** How long the row may still be asked about before a person is. */
const patienceMs = (row: Delivery, now: Date): number => {
  const limitMs = row.state === 'accepted' ? acceptedBeforePersonMs : unknownBeforePersonMs;
  return limitMs - (now.getTime() - (row.lastIntentAt?.getTime() ?? 0));
};

/** The platform can tell, once an operator has renewed the credential; until then it is not the drafter's riddle. */
const accountClosed = (row: Delivery, message: string, now: Date): Change => {
  const patience = patienceMs(row, now);
  if (patience < 0) return { ...needsPerson(row, 'unreadable', message), account: 'stopped' };
  return change(row.state, {
    afterMs: Math.min(stoppedProbeMs, patience + probeFloorMs),
    pending: row.pending,
    failures: row.failures,
    code: 'accountStopped',
    message,
    account: 'stopped',
  });
};

const stillPending = (
  row: Delivery,
  outcome: Extract<ReconcileOutcome, { kind: 'stillPending' }>,
  now: Date,
): Change => {
  const pending = outcome.pending ?? row.pending;
  const patience = patienceMs(row, now);
  if (patience < 0) {
    const minutes = Math.round((now.getTime() - (row.lastIntentAt?.getTime() ?? 0)) / 60_000);
    const message = `平台 ${minutes} 分钟内没有给出结果 (no result from the platform in ${counted(minutes, 'minute')})`;
    return { ...needsPerson(row, 'noAnswer', message), pending };
  }
  return change(row.state, {
    // Never past the moment at which a person is to be asked, however long the platform wants to be left alone.
    afterMs: Math.min(Math.max(probeFloorMs, outcome.checkAfterMs), patience + probeFloorMs),
    pending,
    failures: row.failures,
  });
};
