import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

interface Shown {
  readonly releaseId: string;
  /** Digests of pictures and documents. */
  readonly assets: readonly string[];
}

/** What a live release shows from now on; answers what it showed before and no longer does. */
export const showOnly = async (
  queries: Queries,
  accountId: string,
  { releaseId, assets }: Shown,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ sha256: string }>`
    delete from published_asset where account_id = ${accountId} and release_id = ${releaseId}
      and not (sha256 = any(${assets}::text[])) returning sha256`.execute(queries);
  if (assets.length > 0)
    await queries
      .insertInto('published_asset')
      .values(assets.map((sha256) => ({ account_id: accountId, release_id: releaseId, sha256 })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return rows.map(({ sha256 }) => sha256);
};

export const shown = async (queries: Queries, accountId: string, sha256: string): Promise<boolean> => {
  const row = await queries
    .selectFrom('published_asset')
    .select('sha256')
    .where('account_id', '=', accountId)
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
