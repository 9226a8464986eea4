import { z } from 'zod';

/** POST /api/releases/:id/schedule; `at` with its offset, e.g. `2026-11-24T08:00:00+08:00`. DELETE takes nothing. */
export const scheduleSchema = z.strictObject({ at: z.string().min(1).max(40) });
/** PUT /api/releases/:id/proposed-time; DELETE takes nothing. */
export const proposedTimeSchema = z.strictObject({
  at: z.string().min(1).max(40),
  why: z
    .string()
    .trim()
    .min(1, { error: '为什么建议这个时间 (why this time)' })
    .max(300, { error: '理由不超过 300 字 (at most 300 characters)' }),
});
export type ProposedTimeInput = z.output<typeof proposedTimeSchema>;

export type ScheduleInput = z.infer<typeof scheduleSchema>;
