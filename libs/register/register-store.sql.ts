import { json, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import { bulletinRule, type RegisterEntry, type RegisterName } from './register.js';

/** Lines of the small registers. One valid entry of a key: the index of the table keeps it, too. */
export class RegisterStore {
  async find(queries: Queries, id: string): Promise<RegisterEntry | null> {
    const query = queries.selectFrom('register_entry').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }

  /** The valid entry of a key, held until the transaction ends. */
  async inForce(
    queries: Queries,
    of: Pick<RegisterEntry, 'register' | 'organId' | 'key'>,
  ): Promise<RegisterEntry | null> {
    const row = await queries
      .selectFrom('register_entry')
      .selectAll()
      .where('register', '=', of.register)
      .where('organ_id', '=', of.organId)
      .where('key', '=', of.key)
      .where('retired_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row === undefined ? null : entryOf(row);
  }

  /** Writers of one organ's register one after the other. */
  async lock(queries: Queries, register: RegisterName, organId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext(${`koujing.register ${register} ${organId}`}))`.execute(
      queries,
    );
  }

  /** All valid ones of a register, oldest first. */
  async valid<Name extends RegisterName>(
    queries: Queries,
    register: Name,
  ): Promise<readonly RegisterEntry<Name>[]> {
    const rows = await queries
      .selectFrom('register_entry')
      .selectAll()
      .where('register', '=', register)
      .where('retired_at', 'is', null)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => entryOf(row) as RegisterEntry<Name>);
  }

  async add(queries: Queries, entry: RegisterEntry): Promise<void> {
    await queries
      .insertInto('register_entry')
      .values({
        id: entry.id,
        register: entry.register,
        organ_id: entry.organId,
        key: entry.key,
        release_id: entry.releaseId,
        detail: json(entry.detail),
        recorded_by: entry.recordedBy,
        recorded_at: entry.recordedAt,
        retired_by: entry.retiredBy,
        retired_at: entry.retiredAt,
        retired_reason: entry.retiredReason,
      })
      .execute();
  }

  async retire(
    queries: Queries,
    id: string,
    how: { readonly by: string; readonly at: Date; readonly reason: string },
  ): Promise<void> {
    await queries
      .updateTable('register_entry')
      .set({ retired_by: how.by, retired_at: how.at, retired_reason: how.reason })
      .where('id', '=', id)
      .execute();
  }

  /** Bulletins that are still owed, and by when (Art.42). */
  async bulletinsOwed(queries: Queries): Promise<
    readonly {
      readonly key: string;
      readonly title: string;
      readonly titleEn: string;
      readonly dueAt: Date;
    }[]
  > {
    return queries
      .selectFrom('deadline')
      .select(['subject_id as key', 'title', 'title_en as titleEn', 'due_at as dueAt'])
      .where('rule', '=', bulletinRule)
      .where('state', 'in', ['running', 'paused'])
      .orderBy('due_at')
      .execute();
  }

  /** Whether a stored file belongs to a register. */
  /** What the file is called in the register that holds it; null in none. */
  async nameOfFile(queries: Queries, sha256: string): Promise<string | null> {
    const query = queries
      .selectFrom('register_entry')
      .select(sql<string>`detail ->> 'fileName'`.as('name'))
      .where('register', '=', 'workflow');
    const row = await query
      .where(sql<string>`detail ->> 'sha256'`, '=', sha256)
      .limit(1)
      .executeTakeFirst();
    return row?.name ?? null;
  }
}

export const entryOf = (row: Selectable<Schema['register_entry']>): RegisterEntry => ({
  id: row.id,
  register: row.register as RegisterName,
  organId: row.organ_id,
  key: row.key,
  releaseId: row.release_id,
  // Checked by the register's own schema when it was written, and never changed since.
  detail: row.detail as RegisterEntry['detail'],
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  retiredBy: row.retired_by,
  retiredAt: row.retired_at,
  retiredReason: row.retired_reason,
});
