import type { MailResult } from '@koujing/channel';

/** What becomes of a notice after one try. `unknown` is never tried again by itself. */
export type MailOutcome =
  | { readonly state: 'sent' | 'failed' | 'unknown'; readonly message: string }
  | { readonly state: 'planned'; readonly message: string; readonly nextAt: Date };

/** One minute, doubling, at most an hour; after ten tries (about six hours) a person must look. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
const MOST_TRIES = 10;

/** After all of DATA went out nobody can tell whether the mail was taken (CHANNELS.md C). */
export const mailOutcome = (result: MailResult, attempts: number, now: Date): MailOutcome => {
  if (result.kind === 'accepted') return { state: 'sent', message: result.reply };
  if (result.kind === 'refused' && result.permanent)
    return { state: 'failed', message: `${result.code} ${result.message}` };
  if (result.kind === 'failed' && result.dataWritten)
    return { state: 'unknown', message: `结果待核实：${result.message}` };
  if (attempts + 1 >= MOST_TRIES) return { state: 'failed', message: result.message };
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  return { state: 'planned', message: result.message, nextAt: new Date(now.getTime() + waitMs) };
};
