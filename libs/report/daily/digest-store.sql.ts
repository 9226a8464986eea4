import { json, type Queries } from '@koujing/database';
import type { InconsistencyDigest } from '@koujing/template';
import { sql } from 'kysely';

export interface KeptDigest {
  readonly day: string;
  readonly madeAt: Date;
  readonly content: InconsistencyDigest;
  readonly digest: string;
}

/** The daily reports as they were sent. */
export class DigestStore {
  /** False if the day was told already. Whoever else tries waits for this transaction, and finds the day free again if it dies. */
  async claim(queries: Queries, day: string, at: Date): Promise<boolean> {
    const claimed = await queries
      .insertInto('inconsistency_digest')
      .values({ day, made_at: at, content: json({}), digest: '' })
      .onConflict((conflict) => conflict.doNothing())
      .returning('day')
      .execute();
    return claimed.length > 0;
  }

  async keep(queries: Queries, { day, content, digest }: Omit<KeptDigest, 'madeAt'>): Promise<void> {
    await queries
      .updateTable('inconsistency_digest')
      .set({ content: json(content), digest })
      .where('day', '=', day)
      .execute();
  }

  /** When the report before this day was made; null if there was none. */
  async before(queries: Queries, day: string): Promise<Date | null> {
    const row = await queries
      .selectFrom('inconsistency_digest')
      .select('made_at')
      .where('day', '<', day)
      .orderBy('day', 'desc')
      .executeTakeFirst();
    return row?.made_at ?? null;
  }

  /** Not ruled on and not gone, the newest first; texts that were only imported raise nothing here. */
  async unsettled(queries: Queries): Promise<readonly { readonly id: string; readonly raisedAt: Date }[]> {
    const rows = await queries
      .selectFrom('finding')
      .leftJoin('release', 'release.id', 'finding.raised_by_release')
      .select(['finding.id', 'finding.raised_at'])
      .where('finding.state', 'in', ['open', 'coordinating'])
      .where('release.imported_from', 'is', null)
      .orderBy(sql`case severity when 'block' then 0 when 'warn' then 1 else 2 end`)
      .orderBy('finding.raised_at', 'desc')
      .orderBy('finding.id')
      .execute();
    return rows.map((row) => ({ id: row.id, raisedAt: row.raised_at }));
  }

  async find(queries: Queries, day: string): Promise<KeptDigest | null> {
    const row = await queries
      .selectFrom('inconsistency_digest')
      .selectAll()
      .where('day', '=', day)
      .where('digest', '<>', '')
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      day: row.day,
      madeAt: row.made_at,
      content: row.content as InconsistencyDigest,
      digest: row.digest,
    };
  }

  /** Days on which there was something to tell, the newest first. */
  async page(
    queries: Queries,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<{ readonly items: readonly KeptDigest[]; readonly total: number }> {
    const told = queries.selectFrom('inconsistency_digest').where('digest', '<>', '');
    const { total } = await told
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await told
      .selectAll()
      .orderBy('day', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    const items = rows.map((row) => ({
      ...{ day: row.day, madeAt: row.made_at, digest: row.digest },
      content: row.content as InconsistencyDigest,
    }));
    return { items, total: Number(total) };
  }
}
