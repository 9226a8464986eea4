import { z } from 'zod';

/** GET /api/newsroom/:token */
export const newsroomQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
/** POST /api/newsroom/:token/leave, a form. */
export const leaveFormSchema = z
  .object({ list: z.string().max(64), reporter: z.string().max(64) })
  .catch({ list: '', reporter: '' });
export type NewsroomQuery = z.output<typeof newsroomQuerySchema>;
