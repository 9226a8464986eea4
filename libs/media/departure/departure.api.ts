import { z } from 'zod';
import { idSchema, instantSchema, reasonSchema } from '../../kernel/answer.api.js';

/** 在媒体专页退订 · 由邮件里的链接退订 */
export const departureWaySchema = z.enum(['page', 'mail']);
export type DepartureWay = z.infer<typeof departureWaySchema>;

/** GET /api/media/lists/:id/departures: who left it of their own will, newest first, at most 200. */
export const departureListSchema = z.object({
  items: z.array(
    z.object({ id: idSchema, address: z.string(), way: departureWaySchema, leftAt: instantSchema }),
  ),
  actions: z.object({ lift: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type DepartureList = z.infer<typeof departureListSchema>;
