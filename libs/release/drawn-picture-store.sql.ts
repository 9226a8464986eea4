import type { Queries } from '@koujing/database';

/** The digests of all pictures that the house has drawn itself and kept, by themselves or inside a document. */
export class DrawnPictureStore {
  async has(queries: Queries, sha256: string): Promise<boolean> {
    const found = await queries
      .selectFrom('drawn_picture')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    return found !== undefined;
  }

  async save(queries: Queries, digests: readonly string[]): Promise<void> {
    if (digests.length === 0) return;
    await queries
      .insertInto('drawn_picture')
      .values([...new Set(digests)].sort().map((sha256) => ({ sha256 })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
