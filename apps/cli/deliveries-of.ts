import type { DeliveryView } from '../../libs/dispatch/dispatch.api.js';
import { answered, type openApi } from './api-client.js';

/** Rows of one question. */
export const rowsAtOnce = 200;

/** All deliveries of a release, however many media it goes to. */
export const deliveriesOf = async (
  api: ReturnType<typeof openApi>,
  id: string,
): Promise<readonly DeliveryView[]> => {
  const rows: DeliveryView[] = [];
  for (let page = 1; ; page += 1) {
    const params = { path: { id }, query: { page, pageSize: rowsAtOnce } };
    const { items, total } = await answered(api.GET('/api/releases/{id}/deliveries', { params }));
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
};
