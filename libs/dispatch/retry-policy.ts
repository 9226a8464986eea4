import type { BackOff, DeferReason, RetryBounds } from '@koujing/channel';

const second = 1_000;
const minute = 60 * second;

/**
 * By class, not by exception, and each channel may narrow or widen its own in its manifest. Too short hammers a platform that is already down and burns Weibo's hundred
 * calls a day; too long delays a warning to the public. The worse of the two is the ban, so the caps are minutes.
 */
const backOffs: Readonly<Record<DeferReason, BackOff>> = {
  transient: { firstMs: 2 * second, factor: 2, maxMs: 5 * minute },
  rate: { firstMs: minute, factor: 2, maxMs: 30 * minute },
  // The platform's own window decides; this is the floor for a platform that names none.
  quota: { firstMs: 30 * minute, factor: 2, maxMs: 6 * 60 * minute },
  token: { firstMs: 2 * second, factor: 2, maxMs: 2 * minute },
};

/** Consecutive tries without acceptance before a person is asked: at the caps above, about an hour. */
const failuresBeforePerson = 20;
export const triesBeforePerson = (retry?: RetryBounds): number =>
  retry?.triesBeforePerson ?? failuresBeforePerson;

export const boundsOf = (reason: DeferReason, retry?: RetryBounds): BackOff =>
  retry?.[reason] ?? backOffs[reason];

/** An account with so many transient failures in a row rests, so that its rows stop taking places. */
export const failuresBeforeRest = 5;
export const restMs: BackOff = { firstMs: 30 * second, factor: 2, maxMs: 10 * minute };

/**
 * A row may stay unknown so long before a person is asked. WeChat's administrator has 30 minutes to confirm
 * (CHANNELS.md A6): asking earlier would alarm people for nothing.
 */
export const unknownBeforePersonMs = 45 * minute;
/** The platform said it took it and never says more: review there can take hours, silence longer than that is a fault. */
export const acceptedBeforePersonMs = 6 * 60 * minute;

/** While its account waits for an operator, a row is asked about this rarely; resuming the account asks at once. */
export const stoppedProbeMs = 10 * minute;

/** Between two probes of one row whose answer was "still pending" without a hint. */
export const probeFloorMs = second;

/** `jitter` in [0, 1): spreads rows that failed together over the last quarter of the delay. */
export const delayAfter = (backOff: BackOff, failures: number, jitter: number): number => {
  const delay = Math.min(backOff.maxMs, backOff.firstMs * backOff.factor ** Math.max(0, failures - 1));
  return Math.round(delay * (0.75 + 0.25 * jitter));
};
