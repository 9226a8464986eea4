import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { daysQuerySchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/** Art.39 (一)–(六). */
export const violationKindSchema = z.enum([
  'notReleased',
  'interviewRefused',
  'emergencyMishandled',
  'unauthorised',
  'directiveDisobeyed',
  'reviewMissing',
]);
export type ViolationKind = z.infer<typeof violationKindSchema>;

export const violationStateSchema = z.enum(['established', 'consequenceRecorded', 'closed', 'dismissed']);
export type ViolationState = z.infer<typeof violationStateSchema>;

/** 无不良影响 · 造成不良社会影响和后果 */
export const consequenceSchema = z.enum(['none', 'badInfluence']);
export type Consequence = z.infer<typeof consequenceSchema>;

const textSchema = z.string().trim().min(1, { error: '请写明 (a text)' }).max(2000);

/** POST /api/violations/:id/consequence */
export const consequenceInputSchema = z.strictObject({ consequence: consequenceSchema, text: textSchema });
export type ConsequenceInput = z.output<typeof consequenceInputSchema>;

/** POST /api/violations/:id/close, /dismiss */
export const violationEndSchema = z.strictObject({ reason: textSchema });

/** GET /api/violations */
export const violationQuerySchema = pageQuerySchema.extend({
  /** `open`: neither closed nor dismissed; `standing`: not dismissed. */
  state: z.enum(['open', 'standing', ...violationStateSchema.options]).exactOptional(),
  kind: violationKindSchema.exactOptional(),
  organ: idSchema.exactOptional(),
  /** Days of the act. */
  ...daysQuerySchema.shape,
});
export type ViolationQuery = z.infer<typeof violationQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

export const violationSummarySchema = z.object({
  id: idSchema,
  kind: violationKindSchema,
  /** What it is about, and where that is in the console. */
  title: z.string(),
  link: z.string(),
  /** The act that was established, as a sentence. */
  act: z.string(),
  actEn: z.string(),
  article: z.string(),
  organ: organRefSchema,
  occurredAt: z.string(),
  establishedAt: z.string(),
  state: violationStateSchema,
  /** The organ is outside the office's sanctions (Art.45). */
  byReference: z.boolean(),
  consequence: consequenceSchema.nullable(),
  /** Closed or dismissed; until then it is open since `establishedAt`, by no limit. */
  endedAt: z.string().nullable(),
});
export type ViolationSummary = z.infer<typeof violationSummarySchema>;

export const violationListSchema = pageOf(violationSummarySchema);
export type ViolationList = z.infer<typeof violationListSchema>;

export const evidenceSchema = z.object({
  kind: z.enum(['deadline', 'matter', 'finding', 'signature', 'delivery', 'audit', 'hit', 'post']),
  id: z.string(),
  /** In words. */
  text: z.string(),
  /** The same in English; absent of a quotation, and of what was frozen before English was kept. */
  textEn: z.string().exactOptional(),
  at: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type EvidenceView = z.infer<typeof evidenceSchema>;

export const violationSchema = violationSummarySchema.extend({
  consequenceText: z.string(),
  consequenceBy: personRefSchema.nullable(),
  consequenceAt: z.string().nullable(),
  endedBy: personRefSchema.nullable(),
  endNote: z.string(),
  evidence: z.array(evidenceSchema),
  evidenceDigest: z.string(),
  /** The evidence still has the digest that it was frozen with. */
  evidenceIntact: z.boolean(),
  actions: z.object({ recordConsequence: actionSchema, close: actionSchema, dismiss: actionSchema }),
});
export type ViolationView = z.infer<typeof violationSchema>;
