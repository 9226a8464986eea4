import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** What a restoration did to the ledger. */
export interface Held {
  /** Rows that could have moved since the backup, now to be asked about. */
  readonly unknown: number;
  /** Rows that wait for their portal page; they are asked about when it is found. */
  readonly waiting: number;
}

/** Every state that something may have come of since the backup. */
const movable = [
  ...['planned', 'waiting', 'deferred', 'sending', 'correcting', 'withdrawing', 'accepted', 'unknown'],
  ...['needsPerson', 'rejected', 'notWithdrawable'],
];

/**
 * A restored ledger does not know what was sent since the backup (DESIGN: "A restored database starts with dispatch
 * held"): nothing is sent, and every row that could have moved is asked about first. What waits for its portal page keeps
 * waiting: if the page is there, it is asked about in its turn; if not, it was never sent (Art.17).
 */
export const holdAfterRestore = async (queries: Queries, madeAt: string): Promise<Held> => {
  await sql`insert into house (name, value) values ('dispatch', 'held'), ('restoredFrom', ${madeAt}),
      ('restoredAt', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    on conflict (name) do update set value = excluded.value`.execute(queries);
  // One row of a publication is asked about at a time: the one in flight, else the newest; what stands behind it is a person's.
  // A search reaches back to the backup; a mail's date is never set back, so a mail gets no such intent.
  const { rows } = await sql<{ id: string }>`
    with movable as (
      select id, state, row_number() over (partition by release_id, account_id, recipient
        order by (state in ('sending', 'accepted', 'unknown', 'correcting', 'withdrawing')) desc, seq desc) as place
      from delivery where state = any(${movable}) and waiting_for is distinct from 'portal')
    update delivery d set state = case when m.place = 1 then 'unknown' else 'needsPerson' end, waiting_for = null,
      epoch = epoch + 1, lease_holder = null, lease_until = null,
      next_at = clock_timestamp(), updated_at = clock_timestamp(), settled_at = null, failures = 0,
      first_intent_at = case when recipient = '' then coalesce(first_intent_at, ${madeAt}::timestamptz)
        else first_intent_at end,
      last_intent_at = clock_timestamp(), last_code = 'restored',
      last_message = '数据库由备份恢复，其间可能已发送，先向平台核实 (restored from a backup; it may have been sent since, asking the platform)'
    from movable m where m.id = d.id and (m.place = 1 or m.state in ('planned', 'waiting', 'deferred'))
    returning d.id`.execute(queries);
  const waiting = await sql<{ count: number }>`
    select count(*)::int as count from delivery where state = 'waiting' and waiting_for = 'portal'`.execute(
    queries,
  );
  // Notices to persons: one too few is seen in the console, two of each are taken for two events.
  await sql`update notification set state = 'unknown', lease_until = null,
    last_message = '由备份恢复，无法确认是否已寄出 (restored; it may have been sent)'
    where state in ('planned', 'sending')`.execute(queries);
  await sql`update chat_message set state = 'unknown', lease_until = null, settled_at = clock_timestamp(),
    last_message = '由备份恢复，无法确认是否已发出 (restored; it may have been sent)'
    where state in ('planned', 'sending')`.execute(queries);
  return { unknown: rows.length, waiting: waiting.rows[0]?.count ?? 0 };
};

/**
 * Whether this text was in the backup: then what came after the backup may have sent it, and its row is asked about before
 * it is sent, also where it is released once more. When it was made; null for a text that is newer.
 */
export const restoredText = (row: 'delivery' | 'p') => sql<Date | null>`
  (select h.value::timestamptz from house h join release_version v
    on v.release_id = ${sql.ref(`${row}.release_id`)} and v.version = ${sql.ref(`${row}.version`)}
    where h.name = 'restoredFrom' and v.created_at <= h.value::timestamptz
      and ${sql.ref(`${row}.operation`)} in ('send', 'correct'))`;

export interface Hold {
  readonly madeAt: string | null;
  readonly restoredAt: string | null;
  /** Rows whose platforms have not answered yet. */
  readonly unclear: number;
  /** Rows that a person must settle, of those that were asked about. */
  readonly needsPerson: number;
  /** Rows that will be sent when the hold is lifted. */
  readonly planned: number;
  /** Posts on our accounts that no release in this database put there. */
  readonly outside: readonly {
    readonly accountId: string;
    readonly url: string | null;
    readonly text: string;
    readonly publishedAt: Date | null;
  }[];
}

/** More of them would be no list that a person reads. */
const mostOutside = 200;

export class HoldStore {
  /** Null while dispatch is not held. */
  async find(queries: Queries): Promise<Hold | null> {
    const house = await queries
      .selectFrom('house')
      .selectAll()
      .where('name', 'in', ['dispatch', 'restoredFrom', 'restoredAt'])
      .execute();
    const valueOf = (name: string): string | null => house.find((row) => row.name === name)?.value ?? null;
    if (valueOf('dispatch') !== 'held') return null;
    const { rows } = await sql<Pick<Hold, 'unclear' | 'needsPerson' | 'planned'>>`
      select count(*) filter (where state in ('unknown', 'accepted', 'sending', 'correcting', 'withdrawing'))::int as unclear,
        count(*) filter (where state = 'needsPerson')::int as "needsPerson",
        count(*) filter (where state in ('planned', 'deferred', 'waiting'))::int as planned
      from delivery where state in ('unknown', 'accepted', 'sending', 'correcting', 'withdrawing', 'needsPerson',
        'planned', 'deferred', 'waiting')`.execute(queries);
    const [madeAt, restoredAt] = [valueOf('restoredFrom'), valueOf('restoredAt')];
    return {
      ...{ unclear: 0, needsPerson: 0, planned: 0, ...rows[0] },
      ...{ madeAt, restoredAt },
      outside: restoredAt === null ? [] : await outsideSince(queries, restoredAt),
    };
  }

  async lift(queries: Queries): Promise<boolean> {
    const { numDeletedRows } = await queries
      .deleteFrom('house')
      .where('name', '=', 'dispatch')
      .where('value', '=', 'held')
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}

const outsideSince = async (queries: Queries, restoredAt: string): Promise<Hold['outside']> => {
  const { rows } = await sql<Hold['outside'][number]>`
    select account_id as "accountId", url, left(text, 200) as text, published_at as "publishedAt" from stray_post
    where found_at >= ${restoredAt}::timestamptz order by published_at nulls last limit ${sql.lit(mostOutside)}`.execute(
    queries,
  );
  return rows;
};
