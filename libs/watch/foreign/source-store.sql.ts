import { json, type Queries, type Schema } from '@koujing/database';
import { digestOf, newId } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';
import { selectorsSchema, type Selectors, type SourceKind } from './foreign-source.api.js';
import type { SaidItem } from './said-item.js';
import { missesOfAbsence, nextVisit } from './visit-cadence.js';

/** A site or feed that an organ keeps outside this system. */
export interface ForeignSource {
  readonly id: string;
  readonly organId: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly selectors: Selectors;
  readonly enabled: boolean;
  readonly revision: number;
}

/** One to be looked at now; this process's until its lease ends. */
export interface DueSource extends ForeignSource {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly failures: number;
}

export interface SourceLook {
  readonly outcome: 'read' | 'unchanged' | 'refused' | 'later' | 'failed';
  readonly reason: string | null;
  readonly at: Date;
  readonly nextAt: Date;
  readonly failures: number;
  /** What to ask with next time; left as it is if absent. */
  readonly marks?: { readonly etag: string | null; readonly lastModified: string | null };
}

const leaseSeconds = 300;

export class SourceStore {
  async all(queries: Queries): Promise<readonly Selectable<Schema['foreign_source']>[]> {
    return queries.selectFrom('foreign_source').selectAll().orderBy('organ_id').orderBy('name').execute();
  }

  /** Held for writing. */
  async held(queries: Queries, id: string): Promise<ForeignSource | null> {
    const row = await queries
      .selectFrom('foreign_source')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row === undefined ? null : sourceOf(row);
  }

  /** New, or changed: then everything is asked for anew, at once. */
  async save(queries: Queries, source: Omit<ForeignSource, 'revision'>, at: Date): Promise<void> {
    const values = {
      ...{ organ_id: source.organId, name: source.name, kind: source.kind, url: source.url },
      ...{ selectors: json<Readonly<Record<string, string>>>(source.selectors), enabled: source.enabled },
      ...{ next_at: at, etag: null, last_modified: null, failures: 0 },
    };
    await queries
      .insertInto('foreign_source')
      .values({
        ...{ id: source.id, ...values, created_at: at, lease_holder: null, lease_until: null },
        ...{ looked_at: null, outcome: null, reason: null },
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ ...values, revision: sql<number>`foreign_source.revision + 1` }),
      )
      .execute();
  }

  async claim(
    queries: Queries,
    { holder, now, limit }: { readonly holder: string; readonly now: Date; readonly limit: number },
  ): Promise<readonly DueSource[]> {
    const { rows } = await sql<Selectable<Schema['foreign_source']>>`
      update foreign_source set lease_holder = ${holder},
        lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      where id in (select id from foreign_source where enabled and next_at <= ${now}
        and (lease_until is null or lease_until < clock_timestamp())
        order by next_at limit ${limit} for no key update skip locked)
      returning *`.execute(queries);
    return rows.map((row) => ({
      ...sourceOf(row),
      ...{ etag: row.etag, lastModified: row.last_modified, failures: row.failures },
    }));
  }

  /** False where the source was changed or taken over meanwhile: then what was read is nobody's. */
  async settle(queries: Queries, source: DueSource, holder: string, look: SourceLook): Promise<boolean> {
    const { rows } = await sql`
      update foreign_source set lease_holder = null, lease_until = null, next_at = ${look.nextAt},
        looked_at = ${look.at}, outcome = ${look.outcome}, reason = ${look.reason}, failures = ${look.failures},
        etag = case when ${look.marks !== undefined} then ${look.marks?.etag ?? null} else etag end,
        last_modified = case when ${look.marks !== undefined} then ${look.marks?.lastModified ?? null} else last_modified end
      where id = ${source.id} and lease_holder = ${holder} and revision = ${source.revision} and enabled
      returning id`.execute(queries);
    return rows.length > 0;
  }

  /** Which of these addresses are of what went out from here. */
  async ownAmong(queries: Queries, urls: readonly string[]): Promise<ReadonlySet<string>> {
    if (urls.length === 0) return new Set();
    const { rows } = await sql<{ url: string }>`
      select distinct receipt ->> 'url' as url from delivery where receipt ->> 'url' = any(${[...urls]})`.execute(
      queries,
    );
    return new Set(rows.map(({ url }) => url));
  }

  /** Which of these are not heard yet, or were given up. */
  async unknown(queries: Queries, sourceId: string, guids: readonly string[]): Promise<ReadonlySet<string>> {
    if (guids.length === 0) return new Set();
    const known = await queries
      .selectFrom('heard_text')
      .select('guid')
      .where('source_id', '=', sourceId)
      .where(({ or, eb }) => or([eb('withdrawn', '=', false), eb('misses', '>=', missesOfAbsence)]))
      .where('guid', 'in', [...guids])
      .execute();
    const seen = new Set(known.map(({ guid }) => guid));
    return new Set(guids.filter((guid) => !seen.has(guid)));
  }

  /** New and reworded items get a place in the order of what is said in public; answers how many. */
  async hear(
    queries: Queries,
    sourceId: string,
    {
      items,
      at,
      takePlace,
    }: { readonly items: readonly SaidItem[]; readonly at: Date; readonly takePlace: () => Promise<number> },
  ): Promise<number> {
    let heard = 0;
    for (const item of items) {
      const digest = digestOf([item.title, item.body]);
      const before = await queries
        .selectFrom('heard_text')
        .select(['id', 'digest', 'withdrawn', 'misses'])
        .where('source_id', '=', sourceId)
        .where('guid', '=', item.guid)
        .executeTakeFirst();
      // Its page was taken down; a list that still tells of it does not bring it back.
      const isTakenDown = before?.withdrawn === true && before.misses >= missesOfAbsence;
      if (before?.digest === digest && (!before.withdrawn || isTakenDown)) continue;
      heard += 1;
      const words = {
        ...{ url: item.url, title: item.title, body: item.body, digest, heard_at: at },
        ...{ looks: 0, misses: 0, next_look_at: nextVisit(0, { publishedAt: item.publishedAt, at }) },
      };
      const gate_seq = await takePlace();
      if (before === undefined)
        await queries
          .insertInto('heard_text')
          .values({
            ...{ id: newId(), source_id: sourceId, guid: item.guid, ...words, gate_seq, compared_seq: null },
            ...{ published_at: item.publishedAt, date_fault: item.dateFault },
          })
          .execute();
      else
        await queries
          .updateTable('heard_text')
          // Where the source gives no usable date, the moment at which it was first heard stays.
          .set({
            ...words,
            gate_seq,
            withdrawn: false,
            ...(item.dateFault === null ? { published_at: item.publishedAt } : {}),
          })
          .where('id', '=', before.id)
          .execute();
    }
    return heard;
  }

  /** Nobody is held any more against what a given-up source said. */
  async withdraw(queries: Queries, sourceId: string, takePlace: () => Promise<number>): Promise<void> {
    const rows = await queries
      .selectFrom('heard_text')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('withdrawn', '=', false)
      .execute();
    for (const { id } of rows)
      await queries
        .updateTable('heard_text')
        .set({ withdrawn: true, gate_seq: await takePlace() })
        .where('id', '=', id)
        .execute();
  }

  async newest(queries: Queries, sourceId: string, limit: number) {
    return queries
      .selectFrom('heard_text')
      .select(['title', 'url', 'published_at', 'date_fault'])
      .where('source_id', '=', sourceId)
      .where('withdrawn', '=', false)
      .orderBy('published_at', 'desc')
      .limit(limit)
      .execute();
  }

  async count(queries: Queries, sourceId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from heard_text where source_id = ${sourceId} and not withdrawn`.execute(
      queries,
    );
    return rows[0]?.count ?? 0;
  }
}

const sourceOf = (row: Selectable<Schema['foreign_source']>): ForeignSource => ({
  ...{ id: row.id, organId: row.organ_id, name: row.name, kind: row.kind as SourceKind, url: row.url },
  ...{ selectors: selectorsSchema.parse(row.selectors), enabled: row.enabled, revision: row.revision },
});
