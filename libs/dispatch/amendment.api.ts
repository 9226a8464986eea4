import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { idSchema, pageOf, reasonSchema } from '../kernel/answer.api.js';

const reasonText = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `${what} (a reason)` })
    .max(500, { error: `${what}不超过 500 字 (at most 500 characters)` });

/** POST /api/releases/:id/withdrawal: takes back what is out, on every channel that received it. */
export const withdrawalSchema = z.strictObject({
  reason: reasonText('撤回的理由'),
  /** A spokesperson acts because no approver can be reached; an approver reviews it afterwards. */
  emergency: z.boolean().default(false),
});
export type WithdrawalInput = z.input<typeof withdrawalSchema>;

export const amendedSchema = z.object({
  done: z.literal(true),
  /** Rows of the ledger that were planned; more may follow when rows in flight have settled. */
  deliveries: z.number(),
});
export type AmendedView = z.infer<typeof amendedSchema>;

export const amendmentKindSchema = z.enum(['correct', 'withdraw']);

/** GET /api/releases/:id/amendment-plan?kind= */
export const amendmentPlanQuerySchema = z.object({ kind: amendmentKindSchema });

/**
 * What happens on one account: 原地更正 · 删除后重发 · 保留并另发更正 · 首次收到新版 · 删除 · 发撤稿函 · 人工处理 ·
 * 等在途结果 · 不处理
 */
export const amendmentActSchema = z.enum([
  'correct',
  'replace',
  'followUp',
  'firstCopy',
  'withdraw',
  'recall',
  'byHand',
  'wait',
  'none',
]);
export type AmendmentAct = z.infer<typeof amendmentActSchema>;

export const plannedActSchema = z.object({
  accountId: idSchema,
  accountName: z.string(),
  channel: z.string(),
  act: amendmentActSchema,
  /** Recipients for mail, otherwise 1. */
  count: z.number(),
  /** What is done, and what cannot be undone. */
  message: z.string(),
  messageEn: z.string(),
  undoable: z.boolean(),
  /** What readers find or get afterwards, byte for byte but for slots; null where nothing takes its place. */
  notice: z
    .object({ template: z.string(), parts: z.record(z.string(), z.string()), slots: z.array(z.string()) })
    .nullable(),
});
export type PlannedActView = z.infer<typeof plannedActSchema>;
export const amendmentPlanSchema = pageOf(plannedActSchema);
export type AmendmentPlanView = z.infer<typeof amendmentPlanSchema>;

/** One thing that a person must do by hand. */
export const manualStepSchema = z.object({
  id: idSchema,
  accountName: z.string(),
  channel: z.string(),
  recipient: z.string(),
  url: z.string().nullable(),
  text: z.string(),
  createdAt: z.string(),
  doneBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  doneNote: z.string(),
  actions: z.object({ finish: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type ManualStepView = z.infer<typeof manualStepSchema>;

/** GET /api/releases/:id/amendments, newest first. */
export const amendmentSchema = z.object({
  id: idSchema,
  kind: amendmentKindSchema,
  fromVersion: z.number(),
  toVersion: z.number().nullable(),
  reason: z.string(),
  emergency: z.boolean(),
  orderedBy: personRefSchema,
  orderedAt: z.string(),
  /** Earlier rows may still turn out to be published; they are dealt with when they settle. */
  waits: z.boolean(),
  /** Its rows of the ledger by state. */
  deliveries: z.record(z.string(), z.number()),
  review: z.object({ by: personRefSchema, at: z.string(), note: z.string() }).nullable(),
  actions: z.object({ review: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type AmendmentView = z.infer<typeof amendmentSchema>;
export const amendmentListSchema = pageOf(amendmentSchema).extend({ steps: z.array(manualStepSchema) });
export type AmendmentList = z.infer<typeof amendmentListSchema>;

/** POST /api/amendments/:id/review */
export const amendmentReviewSchema = z.strictObject({ note: reasonText('审核意见') });
/** POST /api/manual-steps/:id/finish */
export const finishStepSchema = z.strictObject({ note: z.string().trim().max(500).default('') });
