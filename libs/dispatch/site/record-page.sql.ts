import {
  listsOf,
  sitemapSize,
  type ListName,
  type Owed,
  type Owing,
  type Place,
  type PublishedPage,
  type Withdrawal,
} from '@koujing/channels/portal';
import { json, type Queries } from '@koujing/database';
import { digestOf } from '@koujing/kernel';
import { sql } from 'kysely';
import { RenditionStore } from '../rendition-store.sql.js';
import { showOnly } from './site-assets.sql.js';
import { indexText } from './site-search.sql.js';
import { owe } from './site-journal.sql.js';
import { touched } from './site-places.sql.js';

const renditions = new RenditionStore();

/** The page, its places in the lists, the note of a correction, and what all this owes the site: together or not at all. */
export const recordPage = async (
  queries: Queries,
  accountId: string,
  { page, owing }: { readonly page: PublishedPage; readonly owing: Owing },
): Promise<readonly Owed[]> => {
  const { entry, rendition } = page;
  const known = await standing(queries, accountId, entry.releaseId);
  if (known !== undefined && known.version > entry.version) return [];
  await renditions.save(queries, [rendition]);
  await upsert(queries, accountId, page);
  await indexText(queries, accountId, page);
  const wanted = listsOf(entry);
  const left = await leave(queries, accountId, { releaseId: entry.releaseId, except: wanted });
  await enter(queries, accountId, { releaseId: entry.releaseId, lists: wanted });
  if (known !== undefined && known.version < entry.version)
    await tell(queries, accountId, {
      ...{ kind: 'corrected', release_id: entry.releaseId, version: entry.version, organ: entry.organ },
      ...{ note: rendition.parts['correctionNote'] ?? '', at: entry.updatedAt },
    });
  const { numDeletedRows } = await queries
    .deleteFrom('withdrawn_page')
    .where('account_id', '=', accountId)
    .where('release_id', '=', entry.releaseId)
    .executeTakeFirst();
  const now = await touched(queries, accountId, entry.releaseId);
  await changedAt(queries, accountId, { places: now.places, at: entry.updatedAt });
  const unshown = await showOnly(queries, accountId, {
    releaseId: entry.releaseId,
    assets: [...new Set(rendition.assets)],
  });
  const all = {
    ...now,
    ...{ places: [...now.places, ...left], goneChanged: numDeletedRows > 0n, left: unshown },
  };
  return owe(queries, accountId, owing(all));
};

export const removePage = async (
  queries: Queries,
  accountId: string,
  { withdrawal, owing }: { readonly withdrawal: Withdrawal; readonly owing: Owing },
): Promise<readonly Owed[]> => {
  const { releaseId, version, at } = withdrawal;
  const known = await standing(queries, accountId, releaseId);
  const left = await leave(queries, accountId, { releaseId, except: [] });
  const unshown = await showOnly(queries, accountId, { releaseId, assets: [] });
  await queries
    .deleteFrom('published_page')
    .where('account_id', '=', accountId)
    .where('release_id', '=', releaseId)
    .execute();
  const gone = { version, withdrawn_at: at };
  await queries
    .insertInto('withdrawn_page')
    .values({ account_id: accountId, release_id: releaseId, ...gone })
    .onConflict((conflict) => conflict.columns(['account_id', 'release_id']).doUpdateSet(gone))
    .execute();
  if (known !== undefined)
    await tell(queries, accountId, {
      ...{ kind: 'withdrawn', release_id: releaseId, version, organ: known.organ, note: '', at },
    });
  await changedAt(queries, accountId, { places: left, at });
  const now = await touched(queries, accountId, releaseId);
  return owe(queries, accountId, owing({ ...now, places: left, goneChanged: true, left: unshown }));
};

const standing = (queries: Queries, accountId: string, releaseId: string) =>
  queries
    .selectFrom('published_page')
    .select(['version', 'organ'])
    .where('account_id', '=', accountId)
    .where('release_id', '=', releaseId)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** The first publication keeps its time, whatever a later version says, and so does a version that is recorded again. */
const upsert = async (
  queries: Queries,
  accountId: string,
  { entry, rendition }: PublishedPage,
): Promise<void> => {
  const said = {
    ...{ version: entry.version, path: entry.path, title: entry.title, summary: entry.summary },
    ...{ organ: entry.organ, organs: json(entry.organs), column_name: entry.column },
    ...{ updated_at: entry.updatedAt, rendition_digest: digestOf(rendition) },
  };
  await queries
    .insertInto('published_page')
    .values({
      ...{ account_id: accountId, release_id: entry.releaseId, published_at: entry.publishedAt },
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'release_id']).doUpdateSet({
        ...said,
        updated_at: sql`case when published_page.version = excluded.version
          then published_page.updated_at else excluded.updated_at end`,
      }),
    )
    .execute();
};

/** Its places in these lists stay empty; answers where they were. */
const leave = async (
  queries: Queries,
  accountId: string,
  { releaseId, except }: { readonly releaseId: string; readonly except: readonly ListName[] },
): Promise<readonly Place[]> => {
  const kept = except.length === 0 ? sql`false` : sql`list in (${sql.join(except)})`;
  const { rows } = await sql<Place>`
    with went as (
      delete from published_place where account_id = ${accountId} and release_id = ${releaseId} and not ${kept}
      returning account_id, list, position)
    select list, position, last from went join published_list using (account_id, list)`.execute(queries);
  return rows;
};

/** The next place in each list in which it has none. */
const enter = async (
  queries: Queries,
  accountId: string,
  { releaseId, lists }: { readonly releaseId: string; readonly lists: readonly ListName[] },
): Promise<void> => {
  const wanted = lists.map((list) => sql`(${list}::text)`);
  await sql`
    with missing as (
      select list from (values ${sql.join(wanted)}) as wanted (list) where list not in (
        select list from published_place where account_id = ${accountId} and release_id = ${releaseId})),
    numbered as (
      insert into published_list (account_id, list, last) select ${accountId}, list, 1 from missing
      on conflict (account_id, list) do update set last = published_list.last + 1 returning list, last)
    insert into published_place (account_id, list, position, release_id)
    select ${accountId}, list, last, ${releaseId} from numbered`.execute(queries);
};

interface Change {
  readonly kind: 'corrected' | 'withdrawn';
  readonly release_id: string;
  readonly version: number;
  readonly organ: string;
  readonly note: string;
  readonly at: Date;
}

const tell = async (queries: Queries, accountId: string, change: Change): Promise<void> => {
  const { rows } = await sql<{ last: number }>`
    insert into published_list (account_id, list, last) values (${accountId}, 'changes', 1)
    on conflict (account_id, list) do update set last = published_list.last + 1 returning last`.execute(
    queries,
  );
  await queries
    .insertInto('published_change')
    .values({ ...change, account_id: accountId, position: rows[0]?.last ?? 1 })
    .execute();
};

/** When anything in a part of the sitemap changed last. */
const changedAt = async (
  queries: Queries,
  accountId: string,
  { places, at }: { readonly places: readonly Place[]; readonly at: Date },
): Promise<void> => {
  const place = places.find(({ list }) => list === 'site');
  if (place === undefined) return;
  const part = Math.ceil(place.position / sitemapSize);
  await sql`
    insert into sitemap_part (account_id, part, changed_at) values (${accountId}, ${part}, ${at})
    on conflict (account_id, part) do update
    set changed_at = greatest(sitemap_part.changed_at, excluded.changed_at)`.execute(queries);
};
