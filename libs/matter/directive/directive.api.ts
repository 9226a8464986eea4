import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import {
  daysQuerySchema,
  idSchema,
  instantSchema,
  pageOf,
  pageQuerySchema,
  reasonSchema,
} from '../../kernel/answer.api.js';
import { organRefSchema } from '../../organ/organ.api.js';
import { releaseKindSchema } from '../../release/release.api.js';
import { lineInputSchema } from '../matter.api.js';

/** What is ordered: to release, or to report back. Only what was ordered fulfils it (Art.39(5)). */
export const directiveDemandSchema = z.enum(['release', 'report']);
export type DirectiveDemand = z.infer<typeof directiveDemandSchema>;

/** 已下达 · 已签收 · 已办结 · 已撤销 */
export const directiveStateSchema = z.enum(['issued', 'acknowledged', 'fulfilled', 'withdrawn']);
export type DirectiveState = z.infer<typeof directiveStateSchema>;

/** POST /api/directives */
export const directiveInputSchema = z.strictObject({
  /** The office, or an organ above the one that is ordered. */
  fromOrganId: idSchema,
  toOrganId: idSchema,
  title: z.string().trim().min(2, { error: '2 至 200 字的标题 (a title of 2–200 characters)' }).max(200),
  text: z.string().trim().min(1, { error: '指令内容 (what is ordered)' }).max(5000),
  demand: directiveDemandSchema.default('release'),
  /** An existing matter; without one, an order to release opens its own. */
  matterId: idSchema.exactOptional(),
  /** Category of the matter that it opens (Art.13). */
  kind: releaseKindSchema.default('routine'),
  /** The ordered line, newly stated: the issuing organ answers for it, so that the ordered one cannot change it. */
  line: lineInputSchema.omit({ ownerOrganId: true }).exactOptional(),
  /** Or a line that is agreed already on the matter. */
  lineId: idSchema.exactOptional(),
  /** Null: the city's limit, or else the hour of the directive itself. */
  acknowledgeBy: instantSchema.nullable().default(null),
  dueAt: instantSchema,
});
export type DirectiveInput = z.output<typeof directiveInputSchema>;

/** POST /api/directives/:id/fulfil: a release that is out, or a report, as was ordered. */
export const fulfilDirectiveSchema = z.union(
  [
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({ report: z.string().trim().min(1, { error: '办理情况 (the report)' }).max(5000) }),
  ],
  { error: 'releaseId 或 report (a releaseId, or a report)' },
);
export type FulfilDirectiveInput = z.output<typeof fulfilDirectiveSchema>;

/** POST /api/directives/:id/withdraw */
export const withdrawDirectiveSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '理由 (a reason)' }).max(500),
});

/** GET /api/directives */
export const directiveQuerySchema = pageQuerySchema.extend({
  /** `open`: neither fulfilled nor withdrawn; `standing`: not withdrawn. */
  state: z.enum(['open', 'standing', ...directiveStateSchema.options]).exactOptional(),
  organ: idSchema.exactOptional(),
  /** Days on which it was issued. */
  ...daysQuerySchema.shape,
});
export type DirectiveQuery = z.infer<typeof directiveQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

export const directiveSchema = z.object({
  id: idSchema,
  title: z.string(),
  text: z.string(),
  demand: directiveDemandSchema,
  from: organRefSchema,
  to: organRefSchema,
  state: directiveStateSchema,
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** The ordered line as it is in force now. */
  line: z.object({ about: z.string(), value: z.string(), unit: z.string() }).nullable(),
  issuedBy: personRefSchema,
  issuedAt: z.string(),
  acknowledgeBy: z.string(),
  dueAt: z.string(),
  acknowledgedBy: personRefSchema.nullable(),
  acknowledgedAt: z.string().nullable(),
  /** The acknowledgement, or the answer, is late. */
  unacknowledged: z.boolean(),
  overdue: z.boolean(),
  fulfilledAt: z.string().nullable(),
  release: z.object({ id: idSchema, number: z.string(), title: z.string() }).nullable(),
  report: z.string(),
  withdrawnReason: z.string(),
  /** The provisions that its two clocks rest on. */
  basis: z.object({ acknowledge: z.string(), fulfil: z.string() }),
  actions: z.object({ acknowledge: actionSchema, fulfil: actionSchema, withdraw: actionSchema }),
});
export type DirectiveView = z.infer<typeof directiveSchema>;

export const directiveListSchema = pageOf(directiveSchema).extend({
  actions: z.object({ issue: actionSchema }),
});
export type DirectiveList = z.infer<typeof directiveListSchema>;
