import { sql } from 'kysely';
import type { House } from '../../medium/dispatch-house.js';

const usually = 1_000;

/**
 * A ledger that has worked for years: delivered rows, each with its attempt and its two audit entries, as the
 * product leaves them, and statistics as the server gathers them by itself.
 */
export const fillWithOldRows = async (
  house: House,
  rows: number,
  recipientsPerRelease = usually,
): Promise<void> => {
  const { queries } = house.database;
  const releases = Math.ceil(rows / recipientsPerRelease);
  const digest = await oldRendition(house);
  await sql`
    insert into release (id, number, organ_id, kind, state, version, title, joint_organ_ids, drafted_by, revision,
      created_at, updated_at)
    select 'old-' || n, '旧发〔2020〕' || n || '号', ${house.organ}, 'routine', 'released', 1, '旧稿', '[]',
      ${house.person}, 1, timestamptz '2020-01-01' + n * interval '1 hour', timestamptz '2020-01-01' + n * interval '1 hour'
    from generate_series(1, ${releases}::int) as n`.execute(queries);
  await sql`
    insert into delivery (id, release_id, version, account_id, channel, operation, recipient, state, rendition_digest,
      portal_url, idempotency_key, epoch, attempts, next_at, first_intent_at, last_intent_at, receipt, batch, created_at,
      updated_at, settled_at)
    select 'old-' || n, 'old-' || (n / ${recipientsPerRelease}::int + 1), 1, 'sink', 'sink', 'send',
      'desk' || n % ${recipientsPerRelease}::int || '@news.example', 'delivered', ${digest}, 'http://127.0.0.1/r/old.html',
      md5('old-' || n), 1, 1, at, at, at, jsonb_build_object('remoteId', md5('old-' || n)), 'old', at, at, at
    from (select n, timestamptz '2020-01-01' + n * interval '1 second' as at
      from generate_series(0, ${rows - 1}::int) as n) as old`.execute(queries);
  await sql`
    insert into delivery_attempt (id, delivery_id, epoch, action, worker, started_at, ended_at, outcome, evidence)
    select md5('attempt' || id), id, 1, 'send', 'old', created_at, created_at, 'delivered',
      jsonb_build_object('kind', 'delivered', 'receipt', receipt) from delivery where batch = 'old'`.execute(
    queries,
  );
  await sql`
    insert into audit_entry (id, at, actor, action, subject_kind, subject_id, digest, detail)
    select md5(step || id), created_at, 'system:old', 'delivery.' || step, 'delivery', id, rendition_digest, '{}'
    from delivery, unnest(array['sending', 'delivered']) as step where batch = 'old'`.execute(queries);
  await sql`vacuum analyze`.execute(queries);
};

const oldRendition = async (house: House): Promise<string> => {
  const { rows } = await sql<{ digest: string }>`select digest from rendition limit 1`.execute(
    house.database.queries,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the ledger has no rendition yet: run a few deliveries first');
  return row.digest;
};
