import { sql } from 'kysely';
import type { Database, Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { chainStart, contentOf, sealOf, type SealedContent } from './chain.js';
import { signedHead, signHead } from './checkpoint-store.sql.js';
import type { Signer } from './checkpoint.js';

/** One sealer at a time in the whole system; the number only has to differ from other advisory locks. */
const sealerLock = 7_301;
const batch = 500;

/**
 * Chains the committed entries in the order in which it finds them. Writers never wait for the chain's head:
 * only this sealer does, and what it has not reached yet is the unsealed tail.
 */
export class SealEntries {
  /** Without a signer nothing vouches for the end of the chain, and a check says so. */
  constructor(
    private readonly database: Database,
    private readonly signing: { readonly signer: Signer; readonly clock: Clock } | null = null,
  ) {}

  /** Seals up to 500 entries and tells how many. */
  async perform(): Promise<number> {
    return this.database.transaction(async (queries) => {
      await sql`select pg_advisory_xact_lock(${sealerLock})`.execute(queries);
      const head = await chainHead(queries);
      const entries = await unsealed(queries);
      let { sequence, hash } = head;
      for (const entry of entries) {
        sequence += 1;
        hash = sealOf(entry, sequence, hash);
        await queries
          .updateTable('audit_entry')
          .set({ seal_seq: sequence, seal_hash: hash })
          .where('id', '=', entry.id)
          .execute();
      }
      await this.#sign(queries, { sequence, hash });
      return entries.length;
    });
  }

  /** Also of a chain that was sealed while nobody signed. */
  async #sign(queries: Queries, head: { readonly sequence: number; readonly hash: string }): Promise<void> {
    if (this.signing === null || head.sequence === 0) return;
    const { signer, clock } = this.signing;
    const known = await signedHead(queries);
    if (known?.sequence === head.sequence) return;
    // A chain that does not go on from what was signed was cut or sealed anew: signing it would hide that.
    if (known !== null && (await sealAt(queries, known.sequence)) !== known.hash) return;
    await signHead(queries, head, { signer, now: clock.now() });
  }
}

/** The seal at a place of the chain; null where none stands. */
export const sealAt = async (queries: Queries, sequence: number): Promise<string | null> => {
  const row = await queries
    .selectFrom('audit_entry')
    .select('seal_hash')
    .where('seal_seq', '=', sequence)
    .executeTakeFirst();
  return row?.seal_hash ?? null;
};

/** The last sealed entry; nothing yet stands for the start. */
export const chainHead = async (queries: Queries): Promise<{ sequence: number; hash: string }> => {
  const row = await queries
    .selectFrom('audit_entry')
    .select(['seal_seq', 'seal_hash'])
    .where('seal_seq', 'is not', null)
    .orderBy('seal_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { sequence: row?.seal_seq ?? 0, hash: row?.seal_hash ?? chainStart };
};

const unsealed = async (queries: Queries): Promise<readonly SealedContent[]> => {
  const rows = await queries
    .selectFrom('audit_entry')
    .selectAll()
    .where('seal_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(contentOf);
};
