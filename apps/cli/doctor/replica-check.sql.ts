import { setTimeout as pause } from 'node:timers/promises';
import {
  openPostgres,
  troubleOf,
  type Database,
  type Queries,
  type ReplicaSettings,
} from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import { sql } from 'kysely';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

const againMs = 250;

/** Whether the read-only replica is one of this database, and keeps up with it. */
export const checkReplica = async (
  url: string,
  replica: Omit<ReplicaSettings, 'told'>,
): Promise<Diagnosis> => {
  const own = { connections: 2, migrate: 'none' as const };
  let database: Database;
  try {
    database = await openPostgres(url, { ...own, replica: { ...replica, told: () => undefined } });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { message, messageEn } = error.reasons[0];
    return ill('replica', message, messageEn);
  }
  try {
    return await examined(database, replica.mostLagMs);
  } catch (error) {
    if (troubleOf(error) !== 'away') throw error;
    return away;
  } finally {
    await database.close();
  }
};

const examined = async (database: Database, mostLagMs: number): Promise<Diagnosis> => {
  const { replica } = database;
  // As long as an answer may be late, to come to where the primary stood when it was first asked.
  for (let waited = 0; waited <= mostLagMs && replica?.standing.kind === 'behind'; waited += againMs)
    await pause(againMs);
  const standing = replica?.standing ?? null;
  if (replica === null || standing === null || !('lagMs' in standing)) return away;
  const seconds = ((standing.lagMs ?? 0) / 1_000).toFixed(1);
  if (standing.kind === 'used')
    return well(
      'replica',
      `只读副本跟得上主库：至多落后 ${seconds} 秒。`,
      `The replica keeps up with the primary: ${seconds} s late at most.`,
    );
  const { replayedAt, steps } = await replica.ask(progressOf);
  const lacking = (await stepsOf(database.queries)) - steps;
  const until = replayedAt === null ? '–' : civilTime(replayedAt);
  return warning(
    'replica',
    `只读副本落后：${mostLagMs / 1_000} 秒之内没有跟上，最后重放的一次写入是 ${until} 的${lacking > 0 ? `，数据库结构还差 ${lacking} 步` : ''}；跟上以前都由主库回答。请看备库的日志和 pg_stat_wal_receiver。`,
    `The replica is behind: it did not come up within ${mostLagMs / 1_000} s, and last replayed a write of ${until}${lacking > 0 ? `, ${lacking} steps of the schema short` : ''}. Until it has, the primary answers everything. See its log and pg_stat_wal_receiver.`,
  );
};

const stepsOf = async (queries: Queries): Promise<number> => {
  const { rows } = await sql<{ steps: number }>`select count(*)::int as steps from kysely_migration`.execute(
    queries,
  );
  return rows[0]?.steps ?? 0;
};

const progressOf = async (queries: Queries) => {
  const { rows } = await sql<{ at: Date | null }>`select pg_last_xact_replay_timestamp() as at`.execute(
    queries,
  );
  return { replayedAt: rows[0]?.at ?? null, steps: await stepsOf(queries) };
};

const away = warning(
  'replica',
  '只读副本（DATABASE_REPLICA_URL）没有应答，都由主库回答；请检查地址、网络和备库是否在运行（hot_standby = on）。',
  'The replica (DATABASE_REPLICA_URL) does not answer, and the primary answers everything; check the address, the network, and whether the standby runs (hot_standby = on).',
);
