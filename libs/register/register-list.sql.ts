import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { RegisterName, RegisterQuery, RelayBoard } from './register.api.js';
import type { RegisterEntry } from './register.js';
import { entryOf } from './register-store.sql.js';
import { ownOnly } from './registers.js';
import { sql } from 'kysely';

/** An entry with the names that people read. */
export interface NamedEntry {
  readonly entry: RegisterEntry;
  readonly organ: RelayBoard['items'][number]['organ'];
  readonly release: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly expert: { readonly name: string; readonly field: string } | null;
  readonly recordedBy: string;
}

/** Narrow read model of the registers: lines with the names of organ, release and person. */
export class RegisterListing {
  async page(
    queries: Queries,
    register: RegisterName,
    query: RegisterQuery,
    visibility: Visibility,
  ): Promise<{ readonly items: readonly NamedEntry[]; readonly total: number }> {
    let found = queries
      .selectFrom('register_entry')
      .innerJoin('organ', 'organ.id', 'register_entry.organ_id')
      .leftJoin('release', 'release.id', 'register_entry.release_id')
      .leftJoin('person', 'person.id', 'register_entry.recorded_by')
      .leftJoin('register_entry as expert', (join) =>
        join
          .on('expert.register', '=', 'expert')
          .on(sql<boolean>`expert.id = register_entry.detail->>'expertId'`),
      )
      .where('register_entry.register', '=', register);
    if (query.all === undefined) found = found.where('register_entry.retired_at', 'is', null);
    if (query.organ !== undefined) found = found.where('register_entry.organ_id', '=', query.organ);
    if (query.release !== undefined) found = found.where('register_entry.release_id', '=', query.release);
    if (query.q !== undefined && query.q.trim() !== '') found = found.where(mentions(query.q.trim()));
    // What is said of a text that is not out yet is its own organ's business.
    if (!visibility.all) {
      const own = [...visibility.organIds];
      found = found.where(
        sql<boolean>`(register_entry.release_id is null or release.released_at is not null or release.organ_id = any(${own}))`,
      );
      if (ownOnly.has(register)) found = found.where(sql<boolean>`register_entry.organ_id = any(${own})`);
    }
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll('register_entry')
      .select(['organ.name', 'organ.short_name', 'release.number', 'release.title', 'person.name as person'])
      .select(sql<string | null>`expert.detail->>'name'`.as('expert_name'))
      .select(sql<string | null>`expert.detail->>'field'`.as('expert_field'))
      .orderBy('register_entry.recorded_at', 'desc')
      .orderBy('register_entry.id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = rows.map((row) => ({
      entry: entryOf(row),
      organ: { id: row.organ_id, name: row.name, shortName: row.short_name },
      release:
        row.release_id === null
          ? null
          : { id: row.release_id, number: row.number ?? '', title: row.title ?? '' },
      expert: row.expert_name === null ? null : { name: row.expert_name, field: row.expert_field ?? '' },
      recordedBy: row.person ?? row.recorded_by,
    }));
    return { items, total: Number(total) };
  }

  /** What is out, newest first: a page of the relay board. */
  async released(queries: Queries, { page, pageSize }: { readonly page: number; readonly pageSize: number }) {
    const found = queries.selectFrom('release').where('state', '=', 'released');
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .innerJoin('organ', 'organ.id', 'release.organ_id')
      .select(['release.id', 'number', 'title', 'released_at', 'organ_id', 'organ.name', 'organ.short_name'])
      .orderBy('released_at', 'desc')
      .orderBy('release.id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    return { rows, total: Number(total) };
  }
}

/** Never in a telephone or an address: a stranger would find it letter by letter. */
const mentions = (words: string) => {
  const pattern = `%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`concat_ws(' ', register_entry.detail->>'name', register_entry.detail->>'field',
    register_entry.detail->>'title', register_entry.detail->>'topic') like ${pattern}`;
};
