import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import { idSchema, pageOf, pageQuerySchema, reasonSchema } from '../../kernel/answer.api.js';
import { organRefSchema } from '../../organ/organ.api.js';
import { releaseFormSchema } from '../plan/release-form.api.js';

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: '年月，如 2026-11 (YYYY-MM)' });

const itemInputSchema = z.strictObject({
  /** Of an item that is known already; its release stays linked. */
  id: idSchema.exactOptional(),
  organId: idSchema,
  topic: z.string().trim().min(2, { error: '2 至 200 字的选题 (a topic of 2–200 characters)' }).max(200),
  month: monthSchema,
  form: releaseFormSchema,
  keyContent: z.string().trim().max(2000).default(''),
});

/** POST /api/period-plans */
export const periodPlanInputSchema = z.strictObject({
  title: z.string().trim().min(2, { error: '2 至 100 字的名称 (a title)' }).max(100),
  fromMonth: monthSchema,
  toMonth: monthSchema,
  /** 重点内容 of the whole period. */
  keyContent: z.string().trim().min(1, { error: '重点内容 (the key content)' }).max(5000),
  items: z.array(itemInputSchema).max(500).default([]),
});
export type PeriodPlanInput = z.output<typeof periodPlanInputSchema>;

/** PUT /api/period-plans/:id */
export const revisePeriodPlanSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  plan: periodPlanInputSchema,
});
export type RevisePeriodPlanInput = z.output<typeof revisePeriodPlanSchema>;

/** POST /api/period-plans/:id/items/:itemId/link */
export const linkItemSchema = z.strictObject({ releaseId: idSchema });

/** POST /api/period-plans/:id/items/:itemId/drop */
export const dropItemSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '理由 (a reason)' }).max(500),
});

/** GET /api/period-plans */
export const periodPlanQuerySchema = pageQuerySchema;
export type PeriodPlanQuery = z.infer<typeof periodPlanQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

/** 计划 · 已完成 · 逾期 · 取消 */
export const itemStateSchema = z.enum(['planned', 'done', 'overdue', 'dropped']);
export type ItemState = z.infer<typeof itemStateSchema>;

const countsSchema = z.object({
  /** Dropped items do not count. */
  planned: z.number(),
  done: z.number(),
  overdue: z.number(),
  dropped: z.number(),
  /** Of the planned, in percent; null where nothing is planned. */
  share: z.number().nullable(),
});
export type PeriodCounts = z.infer<typeof countsSchema>;

const itemSchema = z.object({
  id: idSchema,
  organ: organRefSchema,
  topic: z.string(),
  month: z.string(),
  form: releaseFormSchema,
  keyContent: z.string(),
  state: itemStateSchema,
  droppedReason: z.string().nullable(),
  release: z
    .object({ id: idSchema, number: z.string(), title: z.string(), releasedAt: z.string().nullable() })
    .nullable(),
  actions: z.object({ link: actionSchema, drop: actionSchema }),
});
export type PeriodItemView = z.infer<typeof itemSchema>;

export const periodPlanSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  fromMonth: z.string(),
  toMonth: z.string(),
  state: z.enum(['draft', 'issued']),
  counts: countsSchema,
  issuedAt: z.string().nullable(),
  revision: z.number(),
});
export type PeriodPlanSummary = z.infer<typeof periodPlanSummarySchema>;

export const periodPlanListSchema = pageOf(periodPlanSummarySchema).extend({
  actions: z.object({ create: actionSchema }),
});
export type PeriodPlanList = z.infer<typeof periodPlanListSchema>;

export const periodPlanSchema = periodPlanSummarySchema.extend({
  keyContent: z.string(),
  madeBy: personRefSchema,
  items: z.array(itemSchema),
  /** The same counts for each organ of the plan. */
  byOrgan: z.array(countsSchema.extend({ organ: organRefSchema })),
  actions: z.object({ revise: actionSchema, issue: actionSchema }),
});
export type PeriodPlanView = z.infer<typeof periodPlanSchema>;
