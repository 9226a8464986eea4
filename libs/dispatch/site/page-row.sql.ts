import type { PublishedEntry } from '@koujing/channels/portal';
import type { Queries, Schema } from '@koujing/database';
import type { Selectable } from 'kysely';

export type PageRow = Selectable<Schema['published_page']>;

export const pagesOf = (queries: Queries, accountId: string) =>
  queries.selectFrom('published_page').selectAll().where('account_id', '=', accountId);

export const entryOf = (row: PageRow): PublishedEntry => ({
  releaseId: row.release_id,
  version: row.version,
  path: row.path,
  title: row.title,
  summary: row.summary,
  organ: row.organ,
  organs: row.organs,
  column: row.column_name,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
});
