import { json, type Queries } from '@koujing/database';
import { newId } from '@koujing/kernel';
import type { NumberValue } from '@koujing/settings';

/** A number that was set in the console. */
export interface SetNumber {
  readonly key: string;
  readonly value: NumberValue;
  /** What the city rests it on. */
  readonly basis: string;
  readonly by: string;
  readonly at: Date;
}

/** Numbers that are set; what was replaced or taken back is kept. */
export class NumberStore {
  async all(queries: Queries): Promise<readonly SetNumber[]> {
    const rows = await queries
      .selectFrom('rule_number')
      .selectAll()
      .where('ended_at', 'is', null)
      .orderBy('key')
      .execute();
    return rows.map(({ key, value, basis, set_by, set_at }) => ({
      ...{ key, basis, by: set_by, at: set_at },
      value: value as NumberValue,
    }));
  }

  /** Held until the transaction ends, so that of two persons one is told of the other's change. */
  async hold(queries: Queries, key: string): Promise<SetNumber | null> {
    const row = await queries
      .selectFrom('rule_number')
      .selectAll()
      .where('key', '=', key)
      .where('ended_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) return null;
    return { key, value: row.value as NumberValue, basis: row.basis, by: row.set_by, at: row.set_at };
  }

  async end(queries: Queries, key: string, { by, at }: Pick<SetNumber, 'by' | 'at'>): Promise<void> {
    await queries
      .updateTable('rule_number')
      .set({ ended_by: by, ended_at: at })
      .where('key', '=', key)
      .where('ended_at', 'is', null)
      .execute();
  }

  /** False where another process has just set the same one. */
  async insert(queries: Queries, { key, value, basis, by, at }: SetNumber): Promise<boolean> {
    const row = await queries
      .insertInto('rule_number')
      .values({
        ...{ id: newId(), key, value: json<unknown>(value), basis, set_by: by, set_at: at },
        ...{ ended_by: null, ended_at: null },
      })
      .onConflict((conflict) => conflict.column('key').where('ended_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }
}
