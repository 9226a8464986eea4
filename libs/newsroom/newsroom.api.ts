import { z } from 'zod';

/** GET /api/newsroom/:token */
export const newsroomQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type NewsroomQuery = z.output<typeof newsroomQuerySchema>;
