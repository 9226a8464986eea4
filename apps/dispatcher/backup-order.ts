import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditTrail } from '@koujing/audit';
import { writeBackup, type Manifest } from '@koujing/backup';
import type { LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { newId, Problem, type Clock, type Reason } from '@koujing/kernel';

/**
 * An embedded database has one opener, the server: whoever may write its directory leaves an order there, and the server
 * makes the backup. Nobody gains by it: who can write that directory can read everything in it.
 */
interface Order {
  readonly id: string;
  readonly folder: string;
}

export type Answer =
  | { readonly id: string; readonly manifest: Manifest }
  | { readonly id: string; readonly reasons: readonly Reason[] };

const lookEveryMs = 1_000;

const orderIn = (directory: string): string => join(directory, 'backup.order.json');
const takenIn = (directory: string): string => join(directory, 'backup.taken.json');
const answerIn = (directory: string): string => join(directory, 'backup.answer.json');

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

/** Looks for orders until it is stopped; what is being made is finished first. */
export const takeBackupOrders = (
  database: Database,
  directory: string,
  { clock, log }: { readonly clock: Clock; readonly log: LogPort },
): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  // An order that a process died with is not made again by itself: whoever gave it is told nothing and gives it anew.
  rmSync(takenIn(directory), { force: true });
  const timer = setInterval(() => {
    if (running !== null || !existsSync(orderIn(directory))) return;
    running = fulfil(database, directory, clock)
      .catch((error: unknown) => log.warn('backup.failed', { reason: String(error) }))
      .finally(() => {
        running = null;
      });
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
};

const fulfil = async (database: Database, directory: string, clock: Clock): Promise<void> => {
  renameSync(orderIn(directory), takenIn(directory));
  const { id, folder } = JSON.parse(readFileSync(takenIn(directory), 'utf8')) as Order;
  const answer: Answer = await makeBackup(database, folder, clock).then(
    (manifest) => ({ id, manifest }),
    (error: unknown) => ({ id, reasons: reasonsOf(error) }),
  );
  put(answerIn(directory), answer);
  rmSync(takenIn(directory), { force: true });
};

/** Leaves an order for the running server and waits for its answer; null if no server takes it. */
export const orderBackup = async (
  directory: string,
  folder: string,
  takenWithinMs: number,
): Promise<Answer | null> => {
  const id = newId();
  rmSync(answerIn(directory), { force: true });
  put(orderIn(directory), { id, folder });
  for (let waited = 0; existsSync(orderIn(directory)); waited += pollMs) {
    if (waited > takenWithinMs) {
      rmSync(orderIn(directory), { force: true });
      return null;
    }
    await pause();
  }
  for (;;) {
    if (existsSync(answerIn(directory))) {
      const answer = JSON.parse(readFileSync(answerIn(directory), 'utf8')) as Answer;
      rmSync(answerIn(directory), { force: true });
      if (answer.id === id) return answer;
    } else if (!existsSync(takenIn(directory))) return null;
    await pause();
  }
};

const pollMs = 100;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pollMs));

const put = (path: string, value: unknown): void => {
  writeFileSync(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

const reasonsOf = (error: unknown): readonly Reason[] => {
  if (error instanceof Problem) return error.reasons;
  const found = error instanceof Error ? error.message : String(error);
  return [
    {
      code: 'backupFailed',
      message: `备份没有完成：${found}`,
      messageEn: `The backup was not finished: ${found}`,
    },
  ];
};
