import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { selectorsSchema } from './foreign-source.api.js';
import type { DateFault } from './feed-date.js';
import type { SaidItem } from './said-item.js';
import { missesOfAbsence } from './visit-cadence.js';

/** A heard text whose page is to be opened again. */
export interface DueVisit {
  readonly id: string;
  readonly sourceId: string;
  readonly item: SaidItem;
  /** Selector of the article's text; '' where the text came with the list. */
  readonly article: string;
  readonly looks: number;
  /** How often in a row it was not there. */
  readonly misses: number;
}

interface Row {
  readonly id: string;
  readonly source_id: string;
  readonly guid: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly published_at: Date;
  readonly date_fault: string | null;
  readonly looks: number;
  readonly misses: number;
  readonly selectors: unknown;
}

/** Longer than a visit takes; whoever dies with one is followed by another after it. */
const takenForMs = 10 * 60_000;

/** Visits to the pages of heard texts: whose turn it is, and when the next one is. */
export class VisitStore {
  /** One for each source at a time. */
  async claim(queries: Queries, now: Date, limit: number): Promise<readonly DueVisit[]> {
    const { rows } = await sql<Row>`
      update heard_text set next_look_at = ${new Date(now.getTime() + takenForMs)}
      from foreign_source where foreign_source.id = heard_text.source_id and heard_text.id in (
        select id from heard_text where id in (
          select distinct on (source_id) text.id from heard_text text join foreign_source s on s.id = text.source_id
          where s.enabled and not text.withdrawn and text.next_look_at <= ${now} order by source_id, next_look_at)
        limit ${limit} for no key update skip locked)
      returning heard_text.id, source_id, guid, heard_text.url, title, body, published_at, date_fault, looks, misses, selectors`.execute(
      queries,
    );
    return rows.map((row) => ({
      ...{ id: row.id, sourceId: row.source_id, looks: row.looks, misses: row.misses },
      article: selectorsSchema.parse(row.selectors).article,
      item: {
        ...{ guid: row.guid, url: row.url, title: row.title, body: row.body },
        ...{ publishedAt: row.published_at, dateFault: row.date_fault as DateFault | null },
      },
    }));
  }

  async visited(
    queries: Queries,
    id: string,
    {
      looks,
      misses,
      nextAt,
    }: { readonly looks: number; readonly misses: number; readonly nextAt: Date | null },
  ): Promise<void> {
    await queries
      .updateTable('heard_text')
      .set({ looks, misses, next_look_at: nextAt })
      .where('id', '=', id)
      .execute();
  }

  /** Nobody is held against it any more: what was raised for it closes when it is compared. */
  async takenDown(queries: Queries, id: string, place: number): Promise<void> {
    await queries
      .updateTable('heard_text')
      .set({ withdrawn: true, gate_seq: place, next_look_at: null, misses: missesOfAbsence })
      .where('id', '=', id)
      .where('withdrawn', '=', false)
      .execute();
  }
}
