import { writableKinds, type Owed, type Part } from '@koujing/channels/portal';
import type { Queries } from '@koujing/database';
import { canonicalJson } from '@koujing/kernel';
import { sql } from 'kysely';

/** Rows of one statement: a site that is written anew owes thousands. */
const batch = 1_000;

/** What releases owe is written before what a new form does. */
const lots = { release: 0, form: 1 } as const;
/** Keys are sorted, so that every ping begins like this; the hub is told when the feeds stand. */
const pings = '{"kind":"ping",%';

/** What is owed already is owed anew: whoever is writing it now may have read the older state. */
export const owe = async (
  queries: Queries,
  accountId: string,
  parts: readonly Part[],
  by: 'release' | 'form' = 'release',
): Promise<readonly Owed[]> => {
  const keys = [...new Set(parts.map((part) => canonicalJson(part)))];
  const owed: Owed[] = [];
  for (const some of batchesOf(keys)) {
    const rows = await queries
      .insertInto('portal_owed')
      .values(some.map((part) => ({ account_id: accountId, part, lot: lots[by] })))
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'part']).doUpdateSet({
          turn: sql`excluded.turn`,
          lot: sql`least(portal_owed.lot, excluded.lot)`,
        }),
      )
      .returning(['part', 'turn'])
      .execute();
    owed.push(...rows.map(owedOf));
  }
  return owed;
};

const batchesOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, turn) =>
    all.slice(turn * batch, (turn + 1) * batch),
  );

const owedOf = ({ part, turn }: { readonly part: string; readonly turn: number }): Owed => ({
  part: JSON.parse(part) as Part,
  turn,
});

export const nowOwed = async (
  queries: Queries,
  accountId: string,
  limit: number,
): Promise<readonly Owed[]> => {
  const rows = await queries
    .selectFrom('portal_owed')
    .select(['part', 'turn'])
    .where('account_id', '=', accountId)
    .where(sql<string>`part::jsonb ->> 'kind'`, 'in', [...writableKinds])
    .orderBy('lot')
    .orderBy('turn')
    .limit(limit)
    .execute();
  return rows.map(owedOf);
};

/** Of every portal, and drawn before what is owed is committed: it may move for nothing, and never stands still while somebody owes. */
export const turnNow = async (queries: Queries): Promise<number> => {
  const { rows } = await sql<{ turn: string }>`select last_value as turn from portal_owed_turn`.execute(
    queries,
  );
  return Number(rows[0]?.turn ?? 0);
};

/** A hub that is told before the feed stands fetches the old one. */
export const owedPings = async (queries: Queries, accountId: string): Promise<readonly Owed[]> => {
  const owed = queries.selectFrom('portal_owed').select(['part', 'turn']).where('account_id', '=', accountId);
  const untold = (await owed.where('part', 'like', pings).orderBy('turn').execute()).map(owedOf);
  if (untold.length === 0) return [];
  const feedsOf = ({ part }: Owed) => canonicalJson({ kind: 'feeds', list: 'list' in part ? part.list : '' });
  const unwritten = await owed.where('part', 'in', untold.map(feedsOf)).execute();
  const waiting = new Set(unwritten.map(({ part }) => part));
  return untold.filter((ping) => !waiting.has(feedsOf(ping)));
};

export const settled = async (queries: Queries, accountId: string, owed: readonly Owed[]): Promise<void> => {
  if (owed.length === 0) return;
  const rows = owed.map(({ part, turn }) => sql`(${canonicalJson(part)}::text, ${turn}::bigint)`);
  await sql`
    delete from portal_owed where account_id = ${accountId} and (part, turn) in (${sql.join(rows)})`.execute(
    queries,
  );
};
