import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { AuditFilter, AuditQuery } from './audit.api.js';
import type { StoredEntry } from './chain.js';
import { ofOrgans } from './of-organs.sql.js';

/** Whose acts may be read. */
export type Reach = { readonly all: true } | { readonly all: false; readonly organIds: readonly OrganId[] };

export interface EntryPage {
  readonly rows: readonly StoredEntry[];
  readonly older: string | null;
  readonly newer: string | null;
}

/** Things that a word may mean; more than these it names no thing any more. */
const mostThings = 500;

export const cursorOf = ({ at, id }: Pick<StoredEntry, 'at' | 'id'>): string => `${at.getTime()}.${id}`;

/** Reads the record as people ask for it, the newest first. */
export class AuditReading {
  async page(queries: Queries, query: AuditQuery, reach: Reach): Promise<EntryPage> {
    const { before, after, pageSize } = query;
    const isBackwards = after !== undefined;
    const cursor = after ?? before;
    let found = queries
      .selectFrom('audit_entry')
      .selectAll()
      .where(wanted(query, reach))
      .orderBy('at', isBackwards ? 'asc' : 'desc')
      .orderBy('id', isBackwards ? 'asc' : 'desc')
      .limit(pageSize + 1);
    if (cursor !== undefined) found = found.where(beyond(cursor, isBackwards));
    const rows = await found.execute();
    const hasMore = rows.length > pageSize;
    const shown = rows.slice(0, pageSize);
    if (isBackwards) shown.reverse();
    const [first, last] = [shown[0], shown.at(-1)];
    // Whoever came from a page knows that this one has a neighbour there; further on, the row too many tells.
    const [isOlder, isNewer] = isBackwards ? [true, hasMore] : [hasMore, before !== undefined];
    return {
      rows: shown,
      older: isOlder && last !== undefined ? cursorOf(last) : null,
      newer: isNewer && first !== undefined ? cursorOf(first) : null,
    };
  }

  async find(queries: Queries, id: string): Promise<StoredEntry | null> {
    const row = await queries.selectFrom('audit_entry').selectAll().where('id', '=', id).executeTakeFirst();
    return row ?? null;
  }

  /** The newest so many, in pieces of `size`: a table of thousands is never whole in memory. */
  async *all(
    queries: Queries,
    filter: AuditFilter,
    { reach, most, size = 1_000 }: { readonly reach: Reach; readonly most: number; readonly size?: number },
  ): AsyncGenerator<readonly StoredEntry[]> {
    let before: string | null = null;
    for (let told = 0; told < most;) {
      const page: EntryPage = await this.page(
        queries,
        { ...filter, pageSize: Math.min(size, most - told), ...(before === null ? {} : { before }) },
        reach,
      );
      if (page.rows.length > 0) yield page.rows;
      told += page.rows.length;
      before = page.older;
      if (before === null) return;
    }
  }
}

const beyond = (cursor: string, isBackwards: boolean): RawBuilder<boolean> => {
  const dot = cursor.indexOf('.');
  const at = new Date(Number(cursor.slice(0, dot)));
  const id = cursor.slice(dot + 1);
  return isBackwards
    ? sql<boolean>`(at, id) > (${at}::timestamptz, ${id})`
    : sql<boolean>`(at, id) < (${at}::timestamptz, ${id})`;
};

const wanted = (filter: AuditFilter, reach: Reach): RawBuilder<boolean> => {
  const { who, organ, act, thing, from, to } = filter;
  const parts: readonly (RawBuilder<boolean> | null)[] = [
    reach.all ? null : ofOrgans(reach.organIds),
    organ === undefined ? null : ofOrgans([organ]),
    who === undefined ? null : byActor(who),
    act === undefined ? null : ofAct(act),
    thing === undefined ? null : ofThing(thing),
    // Civil days here have one offset (kernel, "civilTime").
    from === undefined ? null : sql<boolean>`at >= ${`${from}T00:00:00+08:00`}::timestamptz`,
    to === undefined ? null : sql<boolean>`at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`,
  ];
  const asked = parts.filter((part) => part !== null);
  return asked.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asked, sql` and `)}`;
};

const literal = (word: string): string => word.replaceAll(/[\\%_]/gu, '\\$&');

const byActor = (who: string): RawBuilder<boolean> =>
  who === 'system' || who === '系统'
    ? sql<boolean>`actor like 'system:%'`
    : sql<boolean>`(actor = ${who} or actor in (select id from person where username = ${who}
        or name ilike ${`%${literal(who)}%`}))`;

const ofAct = (act: string): RawBuilder<boolean> =>
  act.includes('.') ? sql<boolean>`action = ${act}` : sql<boolean>`split_part(action, '.', 1) = ${act}`;

/** Of a release also how its deliveries fared. */
const ofThing = (thing: string): RawBuilder<boolean> => {
  const like = `%${literal(thing)}%`;
  const releases = sql`select id from release where id = ${thing} or number = ${thing} or title ilike ${like}
    order by id desc limit ${sql.lit(mostThings)}`;
  return sql<boolean>`(subject_id = ${thing}
    or (subject_kind = 'release' and subject_id in (${releases}))
    or (subject_kind = 'delivery' and subject_id in (select d.id from delivery d where d.release_id in (${releases})))
    or (subject_kind = 'person' and subject_id in (select id from person where username = ${thing} or name ilike ${like}))
    or (subject_kind = 'organ' and subject_id in (select id from organ where name ilike ${like} or short_name ilike ${like}))
    or (subject_kind = 'account' and subject_id in (select id from account where name ilike ${like}))
    or (subject_kind = 'matter' and subject_id in (select id from matter where title ilike ${like}))
    or (subject_kind = 'conference' and subject_id in (select id from conference where name ilike ${like})))`;
};
