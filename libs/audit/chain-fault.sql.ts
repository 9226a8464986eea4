import type { Queries } from '@koujing/database';
import type { ChainFault } from './audit.api.js';
import { chainStart, contentOf, sealOf, type StoredEntry } from './chain.js';

/** How far a walk along the chain has come, and the seal of the last entry that held. */
export interface Reached {
  readonly sequence: number;
  readonly hash: string;
}

export const atStart: Reached = { sequence: 0, hash: chainStart };

/** Rows in memory at once. */
const batch = 500;
/** Whoever moves an entry by hand moves it nearby; further off it counts as missing from its place. */
const nearby = 5_000;

/** Walks on from there for at most so many entries, to the end or the first that does not follow from the one before. */
export const walkChain = async (
  queries: Queries,
  from: Reached,
  most: number,
): Promise<{ readonly reached: Reached; readonly fault: ChainFault | null; readonly done: boolean }> => {
  let reached = from;
  while (reached.sequence - from.sequence < most) {
    const rows = await entriesFrom(
      queries,
      reached.sequence + 1,
      Math.min(batch, most - (reached.sequence - from.sequence)),
    );
    if (rows.length === 0) return { reached, fault: null, done: true };
    for (const row of rows) {
      const sequence = reached.sequence + 1;
      const hash = sealOf(contentOf(row), sequence, reached.hash);
      if (row.seal_seq !== sequence || row.seal_hash !== hash)
        return { reached, fault: await faultAt(queries, reached, row), done: false };
      reached = { sequence, hash };
    }
  }
  const [next] = await entriesFrom(queries, reached.sequence + 1, 1);
  return { reached, fault: null, done: next === undefined };
};

/** The entry whose seal continues the chain here may stand elsewhere: then it was moved, and neither altered nor lost. */
const faultAt = async (queries: Queries, reached: Reached, row: StoredEntry): Promise<ChainFault> => {
  const sequence = reached.sequence + 1;
  for (let first = sequence; first < sequence + nearby; first += batch) {
    const others = await entriesFrom(queries, first, batch);
    const belongs = others.find(
      (other) => other.seal_hash === sealOf(contentOf(other), sequence, reached.hash),
    );
    if (belongs !== undefined)
      return { kind: 'moved', sequence, foundAt: belongs.seal_seq, entryId: belongs.id };
    if (others.length < batch) break;
  }
  return row.seal_seq === sequence
    ? { kind: 'altered', sequence, foundAt: null, entryId: row.id }
    : { kind: 'missing', sequence, foundAt: null, entryId: null };
};

const entriesFrom = (queries: Queries, sequence: number, limit: number): Promise<readonly StoredEntry[]> =>
  queries
    .selectFrom('audit_entry')
    .selectAll()
    .where('seal_seq', '>=', sequence)
    .orderBy('seal_seq')
    .limit(limit)
    .execute();
