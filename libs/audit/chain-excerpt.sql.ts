import type { Queries } from '@koujing/database';
import { sql, type RawBuilder } from 'kysely';
import { chainStart, contentOf, type SealedContent, type StoredEntry } from './chain.js';
import { lastCheckpoint, signedHead } from './checkpoint-store.sql.js';
import type { Checkpoint } from './checkpoint.js';

export interface Excerpt {
  readonly entries: {
    readonly sequence: number;
    readonly hash: string;
    /** The seal before it, which its own covers. */
    readonly previous: string;
    readonly content: SealedContent;
  }[];
  readonly unsealed: number;
  readonly checkpoint: Checkpoint | null;
  readonly head: Checkpoint | null;
}

/** Some entries of the chain, with what shows that each stood where it says. */
export const chainExcerpt = async (queries: Queries, which: RawBuilder<boolean>): Promise<Excerpt> => {
  const { rows } = await sql<StoredEntry & { readonly previous: string | null }>`
    select e.*, (select p.seal_hash from audit_entry p where p.seal_seq = e.seal_seq - 1) as previous
    from audit_entry e where ${which} order by e.seal_seq nulls last, e.at, e.id`.execute(queries);
  const sealed = rows.filter(({ seal_seq: sequence }) => sequence !== null);
  return {
    entries: sealed.map((row) => ({
      sequence: row.seal_seq ?? 0,
      hash: row.seal_hash ?? '',
      previous: row.previous ?? chainStart,
      content: contentOf(row),
    })),
    unsealed: rows.length - sealed.length,
    checkpoint: await lastCheckpoint(queries),
    head: await signedHead(queries),
  };
};
