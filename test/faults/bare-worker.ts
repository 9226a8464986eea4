import { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { assembleWorker, secretBoxFrom, type Worker } from '@koujing/dispatch';
import { SystemClock } from '@koujing/kernel';
import { idlePorts } from '../medium/idle-ports.js';

/** A worker on a connection of its own, beside those of the house. */
export const bareWorker = (database: Database, channels: readonly Channel[], name: string): Worker => {
  const clock = new SystemClock();
  return assembleWorker({
    ...{ database, channels, name },
    audit: new AuditTrail(clock),
    ports: idlePorts(clock),
    pictures: { find: async () => [] },
    notifier: { notify: async () => undefined },
    box: secretBoxFrom('ab'.repeat(32)),
    wall: clock,
    timeZone: 'Asia/Shanghai',
    concurrency: 4,
    changed: () => undefined,
  });
};
