import { z } from 'zod';
import { personRefSchema, roleSchema } from '../access/access.api.js';
import { traceSchema } from '../block/trace.api.js';
import { correctionDutySchema, findingSummarySchema } from '../conflict/conflict.api.js';
import { contentViewSchema } from '../content/content.api.js';
import { digestSchema, idSchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { releaseSummarySchema, releaseVersionSchema } from '../release/release.api.js';
import { remarkSchema } from './remark.api.js';

/** 初审 · 复审 · 终审 · 联合确认 · 保密审查 · 审定 · 上级审定 · 事后全面审查 */
export const signatureStepSchema = z.enum([
  'firstReview',
  'secondReview',
  'finalReview',
  'confirmation',
  'confidentialityReview',
  'contentApproval',
  'superiorApproval',
  'laterReview',
]);
export type SignatureStep = z.infer<typeof signatureStepSchema>;

/** The reviews of 三审三校; a chain may have any of them, or none. */
export const reviewStepSchema = z.enum(['firstReview', 'secondReview', 'finalReview']);
export type ReviewStep = z.infer<typeof reviewStepSchema>;

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

/** POST /api/releases/:id/review: one of the reviews that the chain asks for. */
export const textReviewInputSchema = z.strictObject({
  digest: digestSchema,
  step: reviewStepSchema,
  note: noteSchema,
});
export type TextReviewInput = z.input<typeof textReviewInputSchema>;

/** POST /api/releases/:id/send-up: a whole-of-city matter goes to a superior as well (Art.14(d)); null takes it back. */
export const sendUpInputSchema = z.strictObject({
  organId: idSchema.nullable(),
  note: z.string().trim().min(1, { error: '提请上级审定的理由 (a reason)' }).max(1_000),
});
export type SendUpInput = z.input<typeof sendUpInputSchema>;

/** POST /api/releases/:id/approval and /superior-approval; both ask for a password entered lately (`stepUpRequired`). */
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
  /** The colleague whose desk this person held. */
  onBehalfOf: personRefSchema.nullable(),
  /** The authorisation that the approval rests on; null by office. */
  authorisationId: idSchema.nullable(),
  decision: z.enum(['agree', 'return']),
  note: z.string(),
  items: z.record(z.string(), z.boolean()),
  signedAt: z.string(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
});
export type SignatureView = z.infer<typeof signatureSchema>;

/** 正文 · 事实核对 · 审核 · 会签 · 保密审查 · 冲突 · 渠道预览 · 审批 · 上级审定 · 发布 · 事后审查, in this order; what the chain does not ask for is left out. */
export const stageNameSchema = z.enum([
  'content',
  'facts',
  'review',
  'confirmation',
  'confidentialityReview',
  'conflict',
  'channels',
  'approval',
  'superiorApproval',
  'release',
  'laterReview',
]);
export const stageSchema = z.object({
  stage: stageNameSchema,
  state: z.enum(['done', 'current', 'waiting', 'blocked', 'notNeeded']),
  /** What is missing, for the row of the task list. */
  reasons: z.array(reasonSchema),
});
export type StageView = z.infer<typeof stageSchema>;

/** One step of the chain that this release goes, for the organ that owes it. */
export const chainStepSchema = z.object({
  step: signatureStepSchema,
  organ: organRefSchema,
  role: roleSchema,
  /** Stages follow one another; the steps of one may be signed in any order. Null: after the release. */
  stage: z.number().nullable(),
  state: z.enum(['signed', 'open', 'waiting']),
  reasons: z.array(reasonSchema),
});
export type ChainStepView = z.infer<typeof chainStepSchema>;

/** Empty `reasons`: the person who asks may do it now. */
export const actionSchema = z.object({ reasons: z.array(reasonSchema) });
export const actionNameSchema = z.enum([
  'revise',
  'submit',
  'takeBack',
  'review',
  'reviewConfidentiality',
  'confirm',
  'approve',
  'approveAsSuperior',
  'sendUp',
  'reviewLater',
  'return',
  'publish',
  'schedule',
  'cancelSchedule',
  'sendEmbargoedCopies',
  'proposeTime',
  'withdraw',
  'openCorrection',
  'abandonCorrection',
  'withdrawPublished',
]);
export type ActionName = z.infer<typeof actionNameSchema>;

/** What the scan found, as a hint for the reviewer; offsets into title + "\n" + plain, or into the text of its place. */
export const hintSchema = z.object({
  kind: z.enum(['identityCard', 'phone', 'bankCard', 'classificationMark', 'internalMark']),
  text: z.string(),
  /** Where else than in the release's text: an attachment, a remark of an imported file; null in the text itself. */
  place: z.object({ zh: z.string(), en: z.string() }).nullable(),
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
    /** Where it was sent up to (Art.14(d)). */
    superior: organRefSchema.nullable(),
    /** Signatures and publishing are bound to it; send it back with every action. */
    digest: digestSchema,
  }),
  content: releaseVersionSchema,
  versions: z.array(releaseVersionSchema),
  stages: z.array(stageSchema),
  /** The chain of the rules file, with its article, and where this release stands on it. */
  chain: z.object({
    title: z.string(),
    titleEn: z.string(),
    article: z.string(),
    steps: z.array(chainStepSchema),
  }),
  actions: z.record(actionNameSchema, actionSchema),
  /** Elements, concerned organs and what is missing of them (Art.12–14). */
  contentCheck: contentViewSchema,
  signatures: z.array(signatureSchema),
  /** Organs that it could be sent up to. */
  superiors: z.array(organRefSchema),
  /** What the confidentiality review of this release answers one by one, each with its article. */
  checklist: z.array(
    z.object({ item: z.string(), title: z.string(), titleEn: z.string(), article: z.string() }),
  ),
  hints: z.array(hintSchema),
  /** What the imported documents and the pictures said beside their content; none of it is in the release. */
  traces: z.array(z.object({ file: z.string(), picture: z.boolean(), traces: z.array(traceSchema) })),
  findings: z.array(findingSummarySchema),
  /** Owed after rulings against this text, newest first; `endedAt` null while it is owed. */
  duties: z.array(correctionDutySchema),
  /** What was said beside the text, oldest first; what the trail holds of it is not repeated in the timeline. */
  remarks: z.array(remarkSchema),
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
