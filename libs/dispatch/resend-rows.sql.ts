import type { Queries } from '@koujing/database';
import type { Delivery } from './delivery.js';
import { deliveryOf } from './delivery-row.sql.js';
import type { ResendInput } from './resend.api.js';

export interface ResendRows {
  readonly rows: readonly Delivery[];
  readonly total: number;
}

/** Refused first publications and those that wait for a person, oldest first. Corrections and withdrawals have verbs of their own. */
export const rowsToResend = async (
  queries: Queries,
  filter: Omit<ResendInput, 'reason'>,
  limit: number,
): Promise<ResendRows> => {
  let select = queries
    .selectFrom('delivery')
    .where('operation', '=', 'send')
    .where('state', 'in', filter.state === undefined ? ['rejected', 'needsPerson'] : [filter.state]);
  if (filter.releaseId !== undefined) select = select.where('release_id', '=', filter.releaseId);
  if (filter.accountId !== undefined) select = select.where('account_id', '=', filter.accountId);
  if (filter.code !== undefined) select = select.where('last_code', '=', filter.code);
  if (filter.recipient !== undefined)
    select = select.where('recipient', 'ilike', `%${filter.recipient.replace(/[%_\\]/gu, '\\$&')}%`);
  const { total } = await select
    .select((column) => column.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await select.selectAll().orderBy('seq').limit(limit).execute();
  return { rows: rows.map(deliveryOf), total };
};
