import type { Queries } from '@koujing/database';
import { breakGlassId } from './break-glass.js';

export class BreakGlassStore {
  /** In place of an earlier seal. */
  async seal(queries: Queries, at: Date): Promise<void> {
    const values = { sealed_at: at, used_at: null, reason: null };
    await queries
      .insertInto('break_glass')
      .values({ person_id: breakGlassId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute();
  }

  async isSealed(queries: Queries): Promise<boolean> {
    const row = await queries
      .selectFrom('break_glass')
      .select('used_at')
      .where('person_id', '=', breakGlassId)
      .executeTakeFirst();
    return row?.used_at === null;
  }

  /** False if somebody was faster. */
  async open(queries: Queries, at: Date, reason: string): Promise<boolean> {
    const { numUpdatedRows: opened } = await queries
      .updateTable('break_glass')
      .set({ used_at: at, reason })
      .where('person_id', '=', breakGlassId)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return opened === 1n;
  }
}
