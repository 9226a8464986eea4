import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import { HEARD, type SequencedHeard } from './heard-text.js';

/** Narrow read model: what sites outside say, as the detector reads it; and how far it was compared. */
export class HeardTextStore {
  /** Everything heard after `gateSeq`, in order. */
  async after(queries: Queries, gateSeq: number): Promise<readonly SequencedHeard[]> {
    const rows = await heard(queries)
      .where('heard_text.gate_seq', '>', gateSeq)
      .orderBy('heard_text.gate_seq')
      .execute();
    return rows.map(read);
  }

  async within(
    queries: Queries,
    { from, to }: { readonly from: Date; readonly to: Date | null },
  ): Promise<readonly SequencedHeard[]> {
    const since = heard(queries).where('published_at', '>=', from).where('withdrawn', '=', false);
    return (await (to === null ? since : since.where('published_at', '<', to)).execute()).map(read);
  }

  /** The last place given; 0 before the first. */
  async lastPlace(queries: Queries): Promise<number> {
    const row = await queries
      .selectFrom('heard_text')
      .select(({ fn }) => fn.max('gate_seq').as('last'))
      .executeTakeFirst();
    return Number(row?.last ?? 0);
  }

  /** Not yet held against what is released, oldest first; held until the transaction ends, passed over by others. */
  async uncompared(queries: Queries, limit: number): Promise<readonly SequencedHeard[]> {
    const { rows } = await sql<{ id: string }>`
      select id from heard_text where compared_seq is distinct from gate_seq
      order by gate_seq limit ${limit} for no key update skip locked`.execute(queries);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return (
      await heard(queries).where('heard_text.id', 'in', ids).orderBy('heard_text.gate_seq').execute()
    ).map(read);
  }

  /** Asked without the lock: mostly there is nothing, and the lock is the gate's. */
  async isAnyUncompared(queries: Queries): Promise<boolean> {
    const { rows } = await sql`
      select from heard_text where compared_seq is distinct from gate_seq limit 1`.execute(queries);
    return rows.length > 0;
  }

  async compared(queries: Queries, { text, gateSeq }: SequencedHeard): Promise<void> {
    await queries
      .updateTable('heard_text')
      .set({ compared_seq: gateSeq })
      .where('id', '=', text.id.slice(HEARD.length))
      .execute();
  }
}

const heard = (queries: Queries) =>
  queries
    .selectFrom('heard_text')
    .innerJoin('foreign_source', 'foreign_source.id', 'heard_text.source_id')
    .innerJoin('organ', 'organ.id', 'foreign_source.organ_id')
    .select([
      'heard_text.id',
      'heard_text.gate_seq',
      'heard_text.url',
      'title',
      'body',
      'published_at',
      'withdrawn',
      'date_fault',
    ])
    .select(['organ.id as organ_id', 'organ.name as organ', 'foreign_source.name as site']);

const read = (row: Awaited<ReturnType<ReturnType<typeof heard>['execute']>>[number]): SequencedHeard => ({
  gateSeq: Number(row.gate_seq),
  withdrawn: row.withdrawn,
  text: {
    ...{ id: `${HEARD}${row.id}`, organId: row.organ_id, organ: row.organ, title: row.title, body: row.body },
    ...{ publishedAt: civilTime(row.published_at), site: row.site, url: row.url },
    isDated: row.date_fault === null,
  },
});
