import { z } from 'zod';
import { civilDaySchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { routineDutyRowSchema } from '../conference/routine-duty.api.js';

const count = z.number().int().nonnegative();
const counts = z.record(z.string(), count);

/** GET /api/bulletin: the half-year that holds a day (Art.42); today's without one. */
export const bulletinQuerySchema = z.strictObject({
  day: civilDaySchema.exactOptional(),
});
export type BulletinQuery = z.infer<typeof bulletinQuerySchema>;

/** Limits that ended in the span, or passed in it: in time, late, and still open after their end. */
const timelinessSchema = z.object({ inTime: count, late: count, overdue: count });

/** One organ in a span of time. */
const organTallySchema = z.object({
  organ: organRefSchema,
  /** Courts and public services follow by reference: shown and marked (Art.44–45). */
  byReference: z.boolean(),
  /** Kind of release → how many went out. */
  releases: counts,
  conferences: count,
  timeliness: timelinessSchema,
  /** Kind of Art.39 → cases that were not dismissed. */
  violations: counts,
  /** Kind of Art.15 → findings that its releases raised. */
  conflicts: counts,
  interviews: z.object({ received: count, answered: count, refused: count }),
  directives: z.object({ received: count, fulfilled: count }),
  /** Changes of the roster that were filed: in time, late, and not yet (Art.9). */
  roster: timelinessSchema,
  /** Routine duties of the periods that hold the last day (Art.29); null where it has none. */
  routine: routineDutyRowSchema.shape.duties.nullable(),
});
export type OrganTally = z.infer<typeof organTallySchema>;

export const bulletinSchema = z.object({
  article: z.string(),
  /** `2026-H2`. */
  period: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  /** The half-year is not over: the numbers are those of today. */
  provisional: z.boolean(),
  items: z.array(organTallySchema),
});
export type Bulletin = z.infer<typeof bulletinSchema>;

/** GET /api/annual-section: the release work in the annual report on disclosure (Art.38). */
export const annualQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(2000, { error: '年份 (a year)' }).max(2999, { error: '年份 (a year)' }),
  /** One organ's own report; the whole city's without it. */
  organ: z.string().min(1).max(64).exactOptional(),
});
export type AnnualQuery = z.infer<typeof annualQuerySchema>;

export const annualSectionSchema = z.object({
  article: z.string(),
  year: z.number(),
  organ: organRefSchema.nullable(),
  provisional: z.boolean(),
  /** 新闻发布会: kind → how many were held. */
  conferences: counts,
  /** 新闻宣传: releases by kind, deliveries by channel, answers to the media by form, interviews held. */
  publicity: z.object({ releases: counts, deliveries: counts, answers: counts, interviews: count }),
  /** 政策解读: releases that explain (Art.12(3)), and experts' interpretations (Art.11). */
  interpretation: z.object({ releases: count, experts: count }),
});
export type AnnualSection = z.infer<typeof annualSectionSchema>;
