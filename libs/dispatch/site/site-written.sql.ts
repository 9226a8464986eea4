import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

type Written = ReadonlyMap<string, readonly string[]>;

export const writtenAt = async (
  queries: Queries,
  accountId: string,
  paths: readonly string[],
): Promise<Written> => {
  const { rows } = await sql<{ path: string; digests: readonly string[] }>`
    select path, digests from portal_written
    where account_id = ${accountId} and path = any(${[...paths]})`.execute(queries);
  return new Map(rows.map(({ path, digests }) => [path, digests]));
};

export const keepWritten = async (queries: Queries, accountId: string, files: Written): Promise<void> => {
  for (const [path, digests] of files)
    await sql`
      insert into portal_written (account_id, path, digests) values (${accountId}, ${path}, ${[...digests]}::text[])
      on conflict (account_id, path) do update set digests = excluded.digests`.execute(queries);
};
