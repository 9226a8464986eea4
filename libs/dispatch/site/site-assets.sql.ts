import type { Queries } from '@koujing/database';
import { canonicalJson } from '@koujing/kernel';
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

/**
 * Of these digests those that a live page shows; those of a release that is neither out nor taken down, for its pictures are written
 * before its page, and stay where it was given up; and those that are still to be taken away.
 */
export const knownOf = async (
  queries: Queries,
  accountId: string,
  digests: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows: live } = await sql<{ sha256: string }>`
    select distinct sha256 from published_asset
    where account_id = ${accountId} and sha256 = any(${[...digests]})`.execute(queries);
  const known = new Set(live.map(({ sha256 }) => sha256));
  const left = digests.filter((sha256) => !known.has(sha256));
  if (left.length === 0) return known;
  const { rows: underWay } = await sql<{ sha256: string }>`
    select distinct asset.sha256 from delivery d join rendition r on r.digest = d.rendition_digest,
      lateral jsonb_array_elements_text(r.body -> 'assets') as asset (sha256)
    where d.account_id = ${accountId} and d.state not in ('delivered', 'verified', 'corrected', 'withdrawn')
      and asset.sha256 = any(${left})
    union select part::jsonb ->> 'sha256' from portal_owed
    where account_id = ${accountId}
      and part = any(${left.map((sha256) => canonicalJson({ kind: 'asset', sha256 }))})`.execute(queries);
  return new Set([...known, ...underWay.map(({ sha256 }) => sha256)]);
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
