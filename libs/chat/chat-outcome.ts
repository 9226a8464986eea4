import type { HttpFailure } from '@koujing/channel';
import type { ChatAnswer } from './chat-platform.js';

/** What becomes of a message after one try. `unknown` is never sent again: the platforms refuse no double. */
export type ChatOutcome =
  | { readonly state: 'sent' | 'failed' | 'unknown'; readonly message: string }
  | { readonly state: 'planned'; readonly message: string; readonly delayMs: number };

/** Half a minute, doubling, at most an hour; after nine tries (some three hours) a notice in a group is of no use. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
const MOST_TRIES = 9;

/** An answer, or the failure of a connection: only what certainly did not leave is tried again. Pure. */
export const chatOutcome = (result: ChatAnswer | HttpFailure, attempts: number): ChatOutcome => {
  if (result instanceof Error) {
    if (result.privateAddress)
      return { state: 'failed', message: '地址指向内网，未予连接 (the address leads to an inner network)' };
    if (result.sent === 'maybe') return { state: 'unknown', message: result.message };
    return again(result.message, attempts, 0);
  }
  if (result.kind === 'later') return again(result.message, attempts, result.delayMs);
  if (result.kind === 'sent') return { state: 'sent', message: result.message };
  return { state: result.kind === 'unknown' ? 'unknown' : 'failed', message: result.message };
};

const again = (message: string, attempts: number, leastMs: number): ChatOutcome => {
  if (attempts + 1 >= MOST_TRIES) return { state: 'failed', message };
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  return { state: 'planned', message, delayMs: Math.max(waitMs, leastMs) };
};
