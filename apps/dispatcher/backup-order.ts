import { AuditTrail } from '@koujing/audit';
import { writeBackup, type Manifest } from '@koujing/backup';
import type { LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { giveOrder, takeOrders, type Answer } from './orders.js';

interface Asked {
  readonly folder: string;
}

/** Makes a backup and records it. */
export const makeBackup = async (database: Database, folder: string, clock: Clock): Promise<Manifest> => {
  const manifest = await writeBackup(database, folder);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await new AuditTrail(clock).record(database.queries, {
    ...{ actor: 'system:backup', action: 'backup.make', subjectKind: 'house', subjectId: 'database' },
    detail: { folder, madeAt: manifest.madeAt, rows, audit: manifest.audit },
  });
  return manifest;
};

export const takeBackupOrders = (
  database: Database,
  directory: string,
  { clock, log }: { readonly clock: Clock; readonly log: LogPort },
): (() => Promise<void>) =>
  takeOrders(directory, { name: 'backup', log }, ({ folder }: Asked) => makeBackup(database, folder, clock));

export const orderBackup = (
  directory: string,
  folder: string,
  takenWithinMs: number,
): Promise<Answer<Manifest> | null> =>
  giveOrder<Manifest>(directory, { name: 'backup', asked: { folder } satisfies Asked }, takenWithinMs);
