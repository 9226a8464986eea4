import { z } from 'zod';
import {
  daysQuerySchema,
  digestSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
} from '../kernel/answer.api.js';

/** 党委 · 政府 · 自主召开 · 县（市、区） (Art.30–31) */
export const conferenceKindSchema = z.enum(['party', 'government', 'own', 'county']);
export type ConferenceKind = z.infer<typeof conferenceKindSchema>;

export const conferenceStateSchema = z.enum([
  'draft',
  'applied',
  'returned',
  'signing',
  'approved',
  'filed',
  'held',
  'evaluated',
  'cancelled',
]);
export type ConferenceState = z.infer<typeof conferenceStateSchema>;

/** 新闻发布词 · 主持词 · 记者答问口径 · 背景材料 · 会场布置 (Art.34) */
export const materialKindSchema = z.enum([
  'statement',
  'hostScript',
  'qaLine',
  'backgroundMaterial',
  'venueLayout',
]);
export type MaterialKind = z.infer<typeof materialKindSchema>;

const words = (least: number, most: number, what: string) =>
  z
    .string()
    .trim()
    .min(least, { error: `${what}，${least} 至 ${most} 字 (${least}–${most} characters)` })
    .max(most, { error: `${what}，最多 ${most} 字 (at most ${most} characters)` });

/** Who speaks, and in which capacity: what Art.29 counts. */
export const speakerSchema = z.strictObject({
  name: words(1, 40, '发布人姓名'),
  post: words(1, 80, '发布人职务'),
  organId: idSchema,
  capacity: z.enum(['principalLeader', 'official', 'spokesperson', 'expert']),
});
export type Speaker = z.infer<typeof speakerSchema>;

const minutes = z.number().int().min(1).max(600);
const reasonText = words(1, 500, '理由');

/** POST /api/conferences. Name, host and the laid-down venue are not here: they are computed (Art.30). */
export const conferenceInputSchema = z.strictObject({
  kind: conferenceKindSchema,
  organId: idSchema,
  jointOrganIds: z.array(idSchema).max(20).default([]),
  theme: words(2, 200, '发布主题'),
  content: words(2, 5_000, '发布内容'),
  justification: z.string().trim().max(1_000).default(''),
  startsAt: instantSchema,
  /** Only where the venue is not laid down, or near the place of an emergency. */
  place: words(2, 200, '会场').nullable().default(null),
  emergency: z.boolean().default(false),
  incidentId: idSchema.nullable().default(null),
  /** 重大事项: the chain then goes further up. */
  major: z.boolean().default(false),
  speakers: z.array(speakerSchema).min(1, { error: '至少一位发布人 (at least one speaker)' }).max(20),
  totalMinutes: minutes,
  /** Speech of the lead releaser. */
  leadMinutes: minutes,
  rostrumPersons: z.number().int().min(1).max(50),
  questionSession: z.boolean(),
  limitReasons: z.record(z.string().max(40), z.string().trim().max(500)).default({}),
});
export type ConferenceInput = z.output<typeof conferenceInputSchema>;

/** PUT /api/conferences/:id */
export const reviseConferenceSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  conference: conferenceInputSchema,
});
export type ReviseConferenceInput = z.output<typeof reviseConferenceSchema>;

const note = z.string().trim().max(1_000).default('');

/** POST /api/conferences/:id/apply */
export const applySchema = z.strictObject({ digest: digestSchema });

/** POST /api/conferences/:id/answer: the office's (Art.31(1)). */
export const answerSchema = z
  .strictObject({ digest: digestSchema, decision: z.enum(['agreed', 'returned']), note })
  .refine(({ decision, note }) => decision === 'agreed' || note !== '', {
    path: ['note'],
    error: '退回须写明理由 (a return needs a reason)',
  });
export type AnswerInput = z.output<typeof answerSchema>;

/** POST /api/conferences/:id/signatures. `signer` where somebody signed on paper. */
export const signSchema = z.strictObject({
  digest: digestSchema,
  step: z.string().min(1).max(40),
  note,
  signer: z
    .strictObject({
      name: words(1, 40, '签批人姓名'),
      post: words(1, 80, '签批人职务'),
      document: words(1, 80, '签批件编号'),
    })
    .nullable()
    .default(null),
});
export type SignInput = z.output<typeof signSchema>;

/** POST /api/conferences/:id/return and /cancel */
export const conferenceReasonSchema = z.strictObject({ reason: reasonText });

/** POST /api/conferences/:id/filing */
export const filingSchema = z.strictObject({
  headcount: z.number().int().min(1).max(5_000),
  /** Needed when it is late. */
  reason: z.string().trim().max(500).default(''),
});
export type FilingInput = z.output<typeof filingSchema>;

/** POST /api/conferences/:id/materials/:kind/signature and /look: of that very file. */
export const materialFileSchema = z.strictObject({ sha256: digestSchema });

/** POST /api/conferences/:id/holding: what took place. */
export const holdingSchema = z.strictObject({
  heldAt: instantSchema,
  minutes,
  journalists: z.number().int().min(0).max(5_000),
  questions: z.number().int().min(0).max(500),
});
export type Holding = z.output<typeof holdingSchema>;

/** POST /api/conferences/:id/brief (Art.35) */
export const briefSchema = z.strictObject({
  coverage: z
    .array(
      z.strictObject({
        outlet: words(1, 80, '媒体名称'),
        title: words(1, 200, '报道标题'),
        url: z.url({ protocol: /^https?$/u, error: 'http(s) 链接 (an http(s) link)' }).max(1_000),
        /** Readers, viewers or views, as the outlet tells. */
        reach: z.number().int().min(0).nullable().default(null),
      }),
    )
    .max(200),
  evaluation: words(2, 5_000, '效果评估'),
});
export type BriefInput = z.output<typeof briefSchema>;

export const storedBriefSchema = briefSchema.extend({ sentAt: z.string(), sentBy: idSchema });
export type Brief = z.infer<typeof storedBriefSchema>;

/** GET /api/conferences/:id/brief */
export const briefFormatSchema = z.enum(['docx', 'pdf'], { error: 'docx 或 pdf (one of these)' });
export type BriefFormat = z.infer<typeof briefFormatSchema>;
export const briefQuerySchema = z.strictObject({ format: briefFormatSchema });

/** GET /api/conferences */
export const conferenceQuerySchema = pageQuerySchema.extend({
  state: conferenceStateSchema.exactOptional(),
  kind: conferenceKindSchema.exactOptional(),
  organ: idSchema.exactOptional(),
  q: z.string().max(100).exactOptional(),
  /** Days on which it was held. */
  ...daysQuerySchema.shape,
});
export type ConferenceQuery = z.infer<typeof conferenceQuerySchema>;
