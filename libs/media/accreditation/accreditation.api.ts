import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import { idSchema, pageOf, reasonSchema } from '../../kernel/answer.api.js';
import { mediaQuerySchema } from '../media.api.js';

/** A civil day of the city. */
const daySchema = z.iso.date({ error: '日期，例如 2027-12-31 (a date)' });
const keySchema = z.string().min(1).max(40);

/** 有效 · 将到期 · 已过期 · 未核验 */
export const standingStateSchema = z.enum(['valid', 'ending', 'expired', 'missing']);
export type StandingState = z.infer<typeof standingStateSchema>;

/** POST /api/media/reporters/:id/accreditations: one look at one credential (Art.20). */
export const accreditationInputSchema = z.strictObject({
  credential: keySchema,
  number: z.string().trim().max(60, { error: '不超过 60 字 (at most 60 characters)' }).default(''),
  register: keySchema,
  confirmed: z.boolean(),
  validTo: daySchema.nullable().default(null),
  /** The accredited reporter who leads somebody without a card. */
  ledById: idSchema.nullable().default(null),
  matterId: idSchema.nullable().default(null),
  note: z.string().trim().max(300, { error: '不超过 300 字 (at most 300 characters)' }).default(''),
});
export type AccreditationInput = z.output<typeof accreditationInputSchema>;

const reporterRefSchema = z.object({ id: idSchema, name: z.string(), outletName: z.string() });

export const accreditationCheckSchema = z.object({
  id: idSchema,
  credential: keySchema,
  number: z.string(),
  register: keySchema,
  official: z.boolean(),
  confirmed: z.boolean(),
  validTo: z.string().nullable(),
  ledBy: reporterRefSchema.nullable(),
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  note: z.string(),
  checkedBy: personRefSchema,
  checkedAt: z.string(),
});
export type AccreditationCheckView = z.infer<typeof accreditationCheckSchema>;

export const standingSchema = z.object({
  reporter: reporterRefSchema,
  state: standingStateSchema,
  until: z.string().nullable(),
  /** An official register confirms it today: it may not be refused for want of credentials. */
  official: z.boolean(),
  ledBy: reporterRefSchema.nullable(),
});
export type StandingView = z.infer<typeof standingSchema>;

/** How a reporter of the register stands, or 不在册: who was taken out of it, and may be put back. */
export const standingChoiceSchema = z.enum([...standingStateSchema.options, 'inactive']);
export type StandingChoice = z.infer<typeof standingChoiceSchema>;

/** GET /api/media/accreditations: active reporters by how they stand, or inactive ones; the nearest end first. */
export const standingQuerySchema = mediaQuerySchema.extend({ state: standingChoiceSchema.exactOptional() });
export type StandingQuery = z.infer<typeof standingQuerySchema>;
export const standingListSchema = pageOf(standingSchema).extend({
  actions: z.object({ edit: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type StandingList = z.infer<typeof standingListSchema>;

/** GET /api/media/reporters/:id/accreditations: every look, newest first. */
export const accreditationViewSchema = standingSchema.extend({
  checks: z.array(accreditationCheckSchema),
  actions: z.object({ check: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type AccreditationView = z.infer<typeof accreditationViewSchema>;

const ruleSchema = z.object({ key: keySchema, title: z.string(), titleEn: z.string(), article: z.string() });
/** GET /api/media/accreditation-rules: what the city's rules file allows, for forms. */
export const accreditationRulesSchema = z.object({
  article: z.string(),
  endingWithinDays: z.number(),
  credentials: z.array(ruleSchema.extend({ led: z.boolean() })),
  registers: z.array(ruleSchema.extend({ official: z.boolean() })),
});
export type AccreditationRulesView = z.infer<typeof accreditationRulesSchema>;
