import type { Database } from '@koujing/database';
import { Problem } from '@koujing/kernel';

/** Demo data are stamped, so that they can never be taken for the city's own, nor be sent anywhere real. */
export const stampAs = async (
  database: Database,
  kind: 'demo' | 'configured',
): Promise<'fresh' | 'known'> => {
  const { queries } = database;
  // Two processes may start at once on one PostgreSQL: one of them stamps, both read.
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto('house')
    .values({ name: 'stamp', value: kind })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return 'fresh';
  const row = await queries
    .selectFrom('house')
    .select('value')
    .where('name', '=', 'stamp')
    .executeTakeFirstOrThrow();
  if (row.value === kind) return 'known';
  const isDemo = row.value === 'demo';
  throw new Problem('unavailable', [
    {
      code: isDemo ? 'databaseIsDemo' : 'databaseIsConfigured',
      message: isDemo
        ? '这是演示数据库，正式配置不能使用它，请换一个数据目录或数据库。'
        : '这是正式数据库，演示模式不能使用它，请换一个数据目录。',
      messageEn: isDemo
        ? 'This is a demo database; a configured system does not use it. Choose another data directory or database.'
        : 'This database belongs to a configured system; the demo does not use it. Choose another data directory.',
      field: 'KOUJING_DATA',
    },
  ]);
};
