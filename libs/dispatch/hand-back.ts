import { change, type Change } from './change.js';
import type { Claim } from './claim.js';
import { walk } from './delivery.js';

const message = '发送进程正在退出，未开始发送 (the process is leaving; sending had not begun)';

/** A claim that was never begun goes back as it came: nothing was sent, no failure is counted. */
export const handBack = ({
  row,
  action,
}: Claim): { readonly change: Change; readonly outcome: { readonly kind: 'handedBack' } } => ({
  outcome: { kind: 'handedBack' },
  change:
    action === 'send'
      ? change(walk(row.state, 'deferred'), { failures: row.failures, code: 'handedBack', message })
      : change(row.state, {
          failures: row.failures,
          pending: row.pending,
          code: row.lastCode,
          message: row.lastMessage,
        }),
});
