import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { digestSchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { releaseStateSchema } from '../release/release.api.js';

/** 工作缺位 · 重复发布 · 多头发布 · 交叉发布 · 信息不一致 (Art.15) */
export const findingKindSchema = z.enum(['duplicate', 'multiHeaded', 'crossRemit', 'inconsistent', 'gap']);
export const severitySchema = z.enum(['block', 'warn', 'info']);
/** 待处理 · 协调中 · 已裁定 · 已消除 */
export const findingStateSchema = z.enum(['open', 'coordinating', 'ruled', 'closed']);
export type FindingState = z.infer<typeof findingStateSchema>;

/** 以甲稿为准 · 以乙稿为准 · 联合发布 · 撤回 · 并存 · 不是冲突 (DETECTION.md, "Rulings") */
export const rulingKindSchema = z.enum([
  'preferA',
  'preferB',
  'joint',
  'withdraw',
  'letStand',
  'notAConflict',
]);
export type RulingKind = z.infer<typeof rulingKindSchema>;

/** POST /api/findings/:id/ruling */
export const rulingInputSchema = z.strictObject({
  ruling: rulingKindSchema,
  /** `joint` only: the lead releaser (主发布单位). */
  leadOrganId: idSchema.exactOptional(),
  /** `withdraw` only: the text that has to go; by default the one whose check raised the finding. */
  releaseId: idSchema.exactOptional(),
  reason: z.string().trim().min(1, { error: '裁定的理由 (a reason)' }).max(1_000),
});
export type RulingInput = z.infer<typeof rulingInputSchema>;

/** POST /api/findings/:id/coordination: 召集协调, a state and not a ruling. */
export const coordinationInputSchema = z.strictObject({
  note: z.string().trim().min(1, { error: '协调的说明 (a note)' }).max(1_000),
});
export type CoordinationInput = z.infer<typeof coordinationInputSchema>;

/** GET /api/findings */
export const findingQuerySchema = pageQuerySchema.extend({
  state: findingStateSchema.exactOptional(),
  kind: findingKindSchema.exactOptional(),
  severity: severitySchema.exactOptional(),
});
export type FindingQuery = z.infer<typeof findingQuerySchema>;

/** A release that a finding names, in the version that was compared; A is the first, B the second. */
export const findingReleaseSchema = z.object({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  organ: organRefSchema,
  version: z.number(),
  state: releaseStateSchema,
  releasedAt: z.string().nullable(),
});

export const rulingViewSchema = z.object({
  ruling: rulingKindSchema,
  leadOrgan: organRefSchema.nullable(),
  reason: z.string(),
  ruledBy: personRefSchema,
  ruledAt: z.string(),
  /** False once a fact has changed since: the finding is open again. */
  stands: z.boolean(),
  /** The ruling is an earlier one that was remembered, because the text says again what was ruled on. */
  remembered: z.boolean(),
});

/** 更正 · 撤回 · 改为联合发布: what a ruling asks of a text that is out. */
export const correctionDutySchema = z.object({
  id: idSchema,
  findingId: idSchema,
  releaseId: idSchema,
  organ: organRefSchema,
  kind: z.enum(['correct', 'withdraw', 'joint']),
  demand: z.string(),
  /** '' of a duty from before English was kept. */
  demandEn: z.string(),
  imposedAt: z.string(),
  /** Null while it is owed. */
  endedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  /** '' while it is owed, and of one that ended before English was kept. */
  outcomeEn: z.string(),
});
export type CorrectionDutyView = z.infer<typeof correctionDutySchema>;

/** GET /api/correction-duties: those still owed, by the organs that the reader sees. */
export const dutyQuerySchema = pageQuerySchema.extend({
  /** `mine`: of organs for which the reader writes, signs or releases; `others`: those that the reader only follows. */
  whose: z.enum(['mine', 'others']).exactOptional(),
});
export type DutyQuery = z.infer<typeof dutyQuerySchema>;
export const dutyListSchema = pageOf(correctionDutySchema.extend({ releaseTitle: z.string() }));
export type DutyList = z.infer<typeof dutyListSchema>;

const outsideTextSchema = z.object({
  organ: z.string(),
  title: z.string(),
  site: z.string(),
  url: z.string(),
  publishedAt: z.string(),
});

export const findingSummarySchema = z.object({
  id: idSchema,
  kind: findingKindSchema,
  severity: severitySchema,
  state: findingStateSchema,
  confidence: z.number(),
  explanation: z.string(),
  /** '' of a finding from before English was kept. */
  explanationEn: z.string(),
  /** Gap, or departure from an agreed line: the matter it is about. */
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** Its row on the board: all findings on one matter. */
  groupId: idSchema,
  releases: z.array(findingReleaseSchema),
  /** The text outside this system that the one release is held against. */
  outside: outsideTextSchema.nullable(),
  /** The second, where both texts stand outside: then `releases` is empty and `outside` is the earlier one. */
  outsideOther: outsideTextSchema.nullable(),
  ruling: rulingViewSchema.nullable(),
  raisedAt: z.string(),
  updatedAt: z.string(),
  /** Why it closed itself, if it did. */
  closedReason: z.string().nullable(),
  /** '' of one that is open, and of one that closed before English was kept. */
  closedReasonEn: z.string(),
});
export type FindingSummary = z.infer<typeof findingSummarySchema>;

export const findingListSchema = pageOf(findingSummarySchema);
export type FindingList = z.infer<typeof findingListSchema>;

const factSideSchema = z.object({
  /** A release's id, or `line:` and the id of an agreed line. */
  release: z.string(),
  /** The clause that states the fact; of an agreed line, the line in words. */
  text: z.string(),
  /** UTF-16 offsets into the release's title + "\n" + body. */
  start: z.number(),
  end: z.number(),
  value: z.string(),
  /** Where it stands if not in the release's own text, to which the offsets then do not apply: 微博, 附件1.docx. */
  source: z.string().exactOptional(),
  /** The same in English, where it is no mere name. */
  sourceEn: z.string().exactOptional(),
  /** Whom the text quotes; absent where the organ speaks for itself. */
  quoted: z.string().exactOptional(),
});

export const factConflictSchema = z.object({
  attribute: z.string(),
  a: factSideSchema,
  b: factSideSchema,
});
export type FactConflictView = z.infer<typeof factConflictSchema>;

/** GET /api/findings/:id */
export const findingSchema = findingSummarySchema.extend({
  facts: z.array(factConflictSchema),
  /** In the order of `releases`. */
  texts: z.array(
    z.object({
      releaseId: idSchema,
      version: z.number(),
      digest: digestSchema,
      title: z.string(),
      body: z.string(),
    }),
  ),
  rulings: z.array(rulingViewSchema),
  /** Owed by organs whose text is out and lost. */
  duties: z.array(correctionDutySchema),
  /** Empty reasons: the person who asks may do it now. */
  actions: z.object({
    rule: z.object({ reasons: z.array(reasonSchema) }),
    coordinate: z.object({ reasons: z.array(reasonSchema) }),
  }),
});
export type FindingView = z.infer<typeof findingSchema>;

/** POST /api/releases/:id/check: the detector's advice on the current version. */
export const checkResultSchema = z.object({
  findings: z.array(findingSummarySchema),
  /** How many released texts it was compared with. */
  checkedAgainst: z.number(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;
