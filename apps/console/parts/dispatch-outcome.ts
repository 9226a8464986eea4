/** Ledger states by what they mean to who looks on (DESIGN: "The delivery ledger"). */
const out = new Set(['delivered', 'verified', 'corrected', 'withdrawn']);
const needsAttention = new Set(['needsPerson', 'rejected', 'abandoned', 'notWithdrawable']);
const superseded = new Set(['superseded', 'cancelled']);

/** `verifying`: nobody knows yet whether it is out, and the channel is being asked; no person need act. */
export type Standing = 'out' | 'attention' | 'verifying' | 'running' | 'void';

export const standingOf = (state: string): Standing => {
  if (out.has(state)) return 'out';
  if (needsAttention.has(state)) return 'attention';
  if (state === 'unknown') return 'verifying';
  return superseded.has(state) ? 'void' : 'running';
};

export interface Tally {
  readonly out: number;
  readonly attention: number;
  readonly verifying: number;
  readonly running: number;
  readonly void: number;
}

/** Counts by standing from counts by state. */
export const tallyOf = (counts: Readonly<Record<string, number>>): Tally => {
  const tally = { out: 0, attention: 0, verifying: 0, running: 0, void: 0 };
  for (const [state, count] of Object.entries(counts)) tally[standingOf(state)] += count;
  return tally;
};

/** `none`: every channel waits for a person, and nothing is out; to say that part is would be the worse mistake. */
export type Outcome = 'running' | 'partly' | 'none' | 'complete';

export const outcomeOf = (counts: Readonly<Record<string, number>>): Outcome => {
  const tally = tallyOf(counts);
  if (tally.attention > 0 && tally.out > 0) return 'partly';
  if (tally.attention > 0) return tally.running + tally.verifying > 0 ? 'running' : 'none';
  return tally.running + tally.verifying > 0 ? 'running' : 'complete';
};
