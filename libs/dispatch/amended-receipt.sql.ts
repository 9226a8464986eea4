import type { Receipt } from '@koujing/channel';
import type { Queries } from '@koujing/database';

/** How to find what an earlier row published; null if it never came to a receipt. */
export const amendedReceipt = async (queries: Queries, id: string): Promise<Receipt | null> => {
  const row = await queries.selectFrom('delivery').select('receipt').where('id', '=', id).executeTakeFirst();
  return (row?.receipt ?? null) as Receipt | null;
};
