import { blocksFromText } from '@koujing/block';
import type { Publication } from '@koujing/channel';
import { bodyOfPage, type PortalChannel, type PortalSettings } from '@koujing/channels/portal';
import { json, type Database } from '@koujing/database';
import { digestOf } from '@koujing/kernel';
import type { SearchQuery } from '@koujing/template';
import { sql } from 'kysely';
import type { ReleaseText } from '../../../libs/conflict/release-text.js';
import { indexedWords, tagged } from '../../../libs/dispatch/site/search-words.js';
import { generatedReleases, generator } from '../generated-releases.js';

const most = 110_000;
const columns = ['通知公告', '新闻发布', '预警信息', '政策解读', '回应关切'] as const;
const rowsAtOnce = 200;
const firstMs = Date.parse('2023-01-01T00:00:00Z');
const everyMs = 15 * 60_000;

let texts: readonly ReleaseText[] = [];

/** The nth release of the city. */
export const publicationOf = (number: number): Publication => {
  if (texts.length === 0) texts = [...generatedReleases(most)];
  const { title = '', body = '', organ = '' } = texts[number % most] ?? {};
  const releaseId = `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    ...{ releaseId, version: 1, title, organ, summary: body.slice(0, 80), blocks: blocksFromText(body) },
    ...{ jointOrgans: [], keywords: [], images: [], column: columns[number % columns.length] ?? columns[0] },
    portalUrl: `https://www.binhai.gov.example/r/${releaseId}.html`,
  };
};

interface Growing {
  readonly channel: PortalChannel;
  readonly settings: PortalSettings;
  readonly from: number;
  readonly to: number;
}

/** Rows as publishing would leave them, in bulk; answers when the last of them was published. */
export const grown = async (database: Database, { channel, settings, from, to }: Growing): Promise<Date> => {
  for (let at = from; at < to; at += rowsAtOnce)
    await insert(
      database,
      Array.from({ length: Math.min(rowsAtOnce, to - at) }, (_, offset) =>
        rowOf(at + offset, channel, settings),
      ),
    );
  await number(database);
  return new Date(firstMs + to * everyMs);
};

const rowOf = (number: number, channel: PortalChannel, settings: PortalSettings) => {
  const publication = publicationOf(number);
  const rendition = channel.preview(publication, settings);
  const at = new Date(firstMs + number * everyMs);
  const { releaseId, title, summary, organ, column } = publication;
  const body = bodyOfPage(rendition.parts['html'] ?? '');
  const words = [
    ...indexedWords([title, summary, body, organ].join('\n')),
    ...[tagged('organ', organ), tagged('column', column), tagged('account', 'portal')],
  ];
  return {
    releaseId,
    title,
    summary,
    organ,
    column,
    body,
    words,
    rendition,
    digest: digestOf(rendition),
    at,
  };
};

const insert = async (database: Database, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> =>
  database.transaction(async (queries) => {
    const key = (row: ReturnType<typeof rowOf>) => ({ account_id: 'portal', release_id: row.releaseId });
    await queries
      .insertInto('rendition')
      .values(rows.map(({ digest, rendition }) => ({ digest, body: json<unknown>(rendition) })))
      .execute();
    await queries
      .insertInto('published_page')
      .values(
        rows.map((row) => ({
          ...key(row),
          ...{ version: 1, path: `r/${row.releaseId}.html`, title: row.title, summary: row.summary },
          ...{ organ: row.organ, organs: json([row.organ]), column_name: row.column },
          ...{ published_at: row.at, updated_at: row.at, rendition_digest: row.digest },
        })),
      )
      .execute();
    await queries
      .insertInto('portal_search')
      .values(
        rows.map((row) => ({
          ...key(row),
          published_at: row.at,
          words: sql<string>`array_to_tsvector(${row.words}::text[])`,
          body: row.body,
        })),
      )
      .execute();
  });

/** All places anew, in the order of publication. */
const number = async (database: Database): Promise<void> =>
  database.transaction(async (queries) => {
    for (const table of ['published_place', 'published_list', 'sitemap_part'] as const)
      await queries.deleteFrom(table).execute();
    await sql`
      insert into published_place (account_id, list, position, release_id)
      select account_id, list,
        row_number() over (partition by account_id, list order by published_at, release_id), release_id
      from published_page, lateral (values ('site'), ('column:' || column_name), ('organ:' || organ),
        ('year:' || extract(year from published_at at time zone 'Asia/Shanghai'))) as listed (list)`.execute(
      queries,
    );
    await sql`insert into published_list (account_id, list, last)
      select account_id, list, max(position) from published_place group by account_id, list`.execute(queries);
    await sql`insert into sitemap_part (account_id, part, changed_at)
      select account_id, (position + 999) / 1000, max(updated_at)
      from published_place join published_page using (account_id, release_id) where list = 'site' group by 1, 2`.execute(
      queries,
    );
  });

/** What people ask: a name of a title, two words of a text, a word of every title; one in three within an organ, a column or a year. */
export const questions = (count: number): readonly SearchQuery[] => {
  const random = generator(41);
  const one = (at: number): SearchQuery => {
    const { title, organ, column } = publicationOf(Math.floor(random() * most));
    const body = publicationOf(Math.floor(random() * most)).summary;
    const from = Math.floor(random() * 60);
    const q = [
      title.slice(0, 6),
      `${body.slice(from, from + 2)} ${body.slice(10, 12)}`,
      title.slice(-2),
      '云川市',
    ][at % 4];
    const within = [{ organ }, { column }, { from: '2024-01-01', to: '2024-12-31' }][at % 9];
    return { ...{ q: q ?? '', organ: '', column: '', from: '', to: '', page: 1 }, ...within };
  };
  return Array.from({ length: count }, (_, at) => one(at));
};
