import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { correctionDutySchema, findingSummarySchema } from '../conflict/conflict.api.js';
import { digestSchema, idSchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { releaseSummarySchema, releaseVersionSchema } from '../release/release.api.js';

/** 联合确认 · 保密审查 · 审定 */
export const signatureStepSchema = z.enum(['confirmation', 'confidentialityReview', 'contentApproval']);
export type SignatureStep = z.infer<typeof signatureStepSchema>;

const noteSchema = z.string().trim().max(1_000).default('');

/** POST /api/releases/:id/confidentiality-review: every item of the checklist is answered, one by one. */
export const reviewInputSchema = z.strictObject({
  digest: digestSchema,
  items: z.record(z.string(), z.boolean()),
  note: noteSchema,
});
export type ReviewInput = z.input<typeof reviewInputSchema>;

/** POST /api/releases/:id/confirmation; `organId` is needed only by who signs for several co-organs. */
export const confirmationInputSchema = z.strictObject({
  digest: digestSchema,
  organId: idSchema.exactOptional(),
  note: noteSchema,
});
export type ConfirmationInput = z.input<typeof confirmationInputSchema>;

/** POST /api/releases/:id/approval */
export const approvalInputSchema = z.strictObject({ digest: digestSchema, note: noteSchema });
export type ApprovalInput = z.input<typeof approvalInputSchema>;

/** POST /api/releases/:id/return */
export const returnInputSchema = z.strictObject({
  digest: digestSchema,
  note: z.string().trim().min(1, { error: '退回的理由 (a reason)' }).max(1_000),
});
export type ReturnInput = z.input<typeof returnInputSchema>;

export const signatureSchema = z.object({
  id: idSchema,
  version: z.number(),
  digest: digestSchema,
  step: signatureStepSchema,
  organ: organRefSchema,
  person: personRefSchema,
  decision: z.enum(['agree', 'return']),
  note: z.string(),
  items: z.record(z.string(), z.boolean()),
  signedAt: z.string(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
});
export type SignatureView = z.infer<typeof signatureSchema>;

/** 正文 · 事实核对 · 会签 · 保密审查 · 冲突 · 渠道预览 · 审批 · 发布, in this order. */
export const stageNameSchema = z.enum([
  'content',
  'facts',
  'confirmation',
  'confidentialityReview',
  'conflict',
  'channels',
  'approval',
  'release',
]);
export const stageSchema = z.object({
  stage: stageNameSchema,
  state: z.enum(['done', 'current', 'waiting', 'blocked', 'notNeeded']),
  /** What is missing, for the row of the task list. */
  reasons: z.array(reasonSchema),
});
export type StageView = z.infer<typeof stageSchema>;

/** Empty `reasons`: the person who asks may do it now. */
export const actionSchema = z.object({ reasons: z.array(reasonSchema) });
export const actionNameSchema = z.enum([
  'revise',
  'submit',
  'reviewConfidentiality',
  'confirm',
  'approve',
  'return',
  'publish',
  'schedule',
  'withdraw',
  'openCorrection',
  'abandonCorrection',
  'withdrawPublished',
]);
export type ActionName = z.infer<typeof actionNameSchema>;

/** What the scan found in the text, as a hint for the reviewer; offsets into title + "\n" + plain. */
export const hintSchema = z.object({
  kind: z.enum(['identityCard', 'phone', 'bankCard', 'classificationMark', 'internalMark']),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  message: z.string(),
  messageEn: z.string(),
});
export type HintView = z.infer<typeof hintSchema>;

/** GET /api/releases/:id: everything that the page of one release shows. */
export const releasePageSchema = z.object({
  release: releaseSummarySchema.extend({
    relayOf: idSchema.nullable(),
    supersedes: idSchema.nullable(),
    matter: z.string().nullable(),
    /** Signatures and publishing are bound to it; send it back with every action. */
    digest: digestSchema,
  }),
  content: releaseVersionSchema,
  versions: z.array(releaseVersionSchema),
  stages: z.array(stageSchema),
  actions: z.record(actionNameSchema, actionSchema),
  signatures: z.array(signatureSchema),
  /** The items of the confidentiality review for this kind of release. */
  checklist: z.array(z.object({ item: z.string(), label: z.string(), labelEn: z.string() })),
  hints: z.array(hintSchema),
  findings: z.array(findingSummarySchema),
  /** Owed after rulings against this text, newest first; `endedAt` null while it is owed. */
  duties: z.array(correctionDutySchema),
  timeline: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type ReleasePage = z.infer<typeof releasePageSchema>;
