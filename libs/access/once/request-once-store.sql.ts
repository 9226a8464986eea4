import { json, type Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';

/** What a repeated request is known by. */
export interface RequestName {
  readonly personId: PersonId;
  /** Chosen by the sender. */
  readonly key: string;
  /** Of method, address and body: the same key on something else is a mistake, not a repetition. */
  readonly digest: string;
  /** It holds a secret: its answer is not kept. */
  readonly secret: boolean;
}

export interface KnownRequest {
  readonly digest: string;
  /** Null where it was done and its answer was not kept, or is under way. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
}

export class RequestOnceStore {
  async find(queries: Queries, { personId, key }: RequestName): Promise<KnownRequest | null> {
    const row = await queries
      .selectFrom('request_once')
      .select(['request_digest', 'status', 'answer'])
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return null;
    const answer = row.status === null ? null : { status: row.status, body: row.answer };
    return { digest: row.request_digest, answer };
  }

  /** False if it was taken before; waits for whoever is taking it at this moment. */
  async take(queries: Queries, { personId, key, digest }: RequestName, at: Date): Promise<boolean> {
    const taken = await queries
      .insertInto('request_once')
      .values({
        ...{ person_id: personId, key, request_digest: digest, made_at: at, status: null, answer: null },
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    return taken !== undefined;
  }

  async answered(
    queries: Queries,
    { personId, key }: RequestName,
    { status, body }: { readonly status: number; readonly body: unknown },
  ): Promise<void> {
    await queries
      .updateTable('request_once')
      .set({ status, answer: json(body ?? null) })
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .execute();
  }

  async forgetBefore(queries: Queries, at: Date): Promise<void> {
    await queries.deleteFrom('request_once').where('made_at', '<', at).execute();
  }
}
