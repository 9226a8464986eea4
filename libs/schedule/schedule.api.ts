import { z } from 'zod';

/** POST /api/releases/:id/schedule; `at` with its offset, e.g. `2026-11-24T08:00:00+08:00`. DELETE takes nothing. */
export const scheduleSchema = z.strictObject({ at: z.string().min(1).max(40) });
export type ScheduleInput = z.infer<typeof scheduleSchema>;
