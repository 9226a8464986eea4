import type { Tone } from './state-tag.js';

/** A clock that nothing has ended yet. */
export interface OpenClock {
  readonly dueAt: string;
  readonly paused: boolean;
}

/** A day ahead it begins to be urgent. */
const soonMs = 86_400_000;

/** Late is an error, the last day a warning; a clock that stands still presses nobody. `leftMs` is negative when it is late. */
export const clockTone = ({
  leftMs,
  paused,
}: {
  readonly leftMs: number;
  readonly paused: boolean;
}): Tone => {
  if (paused) return 'quiet';
  if (leftMs <= 0) return 'error';
  return leftMs < soonMs ? 'warning' : 'info';
};
