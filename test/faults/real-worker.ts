import { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { assembleWorker, secretBoxFrom, type PersonMessage, type Worker } from '@koujing/dispatch';
import { SystemClock } from '@koujing/kernel';
import { openChannels, openPorts } from '../../apps/dispatcher/channels.js';

export const testBox = secretBoxFrom('ab'.repeat(32));

/** A worker with the four real channels, as the product builds it. */
export const realWorker = (database: Database, name: string, told: PersonMessage[] = []): Worker => {
  const clock = new SystemClock();
  const quiet = { info: () => undefined, warn: () => undefined };
  return assembleWorker({
    database,
    audit: new AuditTrail(clock),
    channels: openChannels(database),
    ports: openPorts(clock, quiet),
    pictures: { find: async () => [] },
    notifier: { notify: async (_, message) => void told.push(message) },
    box: testBox,
    name,
    wall: clock,
    timeZone: 'Asia/Shanghai',
    concurrency: 4,
    changed: () => undefined,
  });
};
