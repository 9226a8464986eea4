import { z } from 'zod';
import { civilDaySchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/** PUT /api/routine-duties/:organId: whether the organ must keep up routine release (Art.29). */
export const setRoutineDutySchema = z.strictObject({ on: z.boolean() });

/** GET /api/routine-duties: the counts of the periods that hold a day; today without one. */
export const routineDutyQuerySchema = pageQuerySchema.extend({
  day: civilDaySchema.exactOptional(),
  organ: idSchema.exactOptional(),
});
export type RoutineDutyQuery = z.infer<typeof routineDutyQuerySchema>;

const dutyCountSchema = z.object({
  rule: z.string(),
  title: z.string(),
  titleEn: z.string().exactOptional(),
  article: z.string(),
  /** `2026-Q4`, `2026-H2`, `2026`. */
  period: z.string(),
  lastDay: z.string(),
  required: z.number(),
  done: z.number(),
  met: z.boolean(),
  hard: z.boolean(),
});
export const routineDutyRowSchema = z.object({
  organ: organRefSchema,
  since: z.string(),
  duties: z.array(dutyCountSchema),
});
export type RoutineDutyRow = z.infer<typeof routineDutyRowSchema>;
export const routineDutyListSchema = pageOf(routineDutyRowSchema).extend({
  /** Who has the duty is the office's to say. */
  actions: z.object({ set: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type RoutineDutyList = z.infer<typeof routineDutyListSchema>;
