import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import {
  daysQuerySchema,
  idSchema,
  instantSchema,
  pageOf,
  pageQuerySchema,
} from '../../kernel/answer.api.js';
import { organRefSchema } from '../../organ/organ.api.js';

/** 电话 · 传真 · 电子邮件 (Art.16) */
export const answerFormSchema = z.enum(['telephone', 'fax', 'email']);
export type AnswerForm = z.infer<typeof answerFormSchema>;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` });

const saidFields = {
  organId: idSchema,
  matterId: idSchema.nullable().default(null),
  subject: text(120).min(2, { error: '事由 (what it is about)' }),
  answer: text(20_000).min(1, { error: '答复内容 (the answer)' }),
};

/** POST /api/media-answers/check: shown before anything is saved. */
export const answerCheckInputSchema = z.strictObject(saidFields);
export type AnswerCheckInput = z.output<typeof answerCheckInputSchema>;

/** Where an answer says something else than the agreed line or a released text. */
export const departureSchema = z.object({
  kind: z.enum(['inconsistent', 'crossRemit']),
  explanation: z.string(),
  /** Absent of what was logged before English was kept. */
  explanationEn: z.string().exactOptional(),
  releases: z.array(z.object({ id: idSchema, number: z.string(), title: z.string(), organName: z.string() })),
});
export type DepartureView = z.infer<typeof departureSchema>;
export const answerCheckSchema = z.object({ departures: z.array(departureSchema) });
export type AnswerCheckView = z.infer<typeof answerCheckSchema>;

const lineSchema = z.object({ lineId: idSchema, version: z.number().int().min(1) });

/** POST /api/media-answers */
export const answerInputSchema = z.strictObject({
  ...saidFields,
  form: answerFormSchema,
  outletId: idSchema,
  reporterId: idSchema.nullable().default(null),
  interviewId: idSchema.nullable().default(null),
  question: text(5_000).min(1, { error: '记者的问题 (the question)' }),
  /** Who answered: name and office. */
  answeredBy: text(80).min(1, { error: '答复人 (who answered)' }),
  answeredAt: instantSchema,
  /** The agreed lines that were used, in the versions that the person saw. */
  lines: z.array(lineSchema).max(50).default([]),
  /** Needed where the answer departs from the agreed line or from what is released. */
  departureReason: text(500).default(''),
});
export type AnswerInput = z.output<typeof answerInputSchema>;

const namedSchema = z.object({ id: idSchema, name: z.string() });
export const lineUsedSchema = lineSchema.extend({ words: z.string() });
export type LineUsed = z.infer<typeof lineUsedSchema>;

export const answerSchema = z.object({
  id: idSchema,
  organ: organRefSchema,
  form: answerFormSchema,
  subject: z.string(),
  outlet: namedSchema,
  reporter: namedSchema.nullable(),
  interviewId: idSchema.nullable(),
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  question: z.string(),
  answer: z.string(),
  answeredBy: z.string(),
  answeredAt: z.string(),
  lines: z.array(lineUsedSchema),
  departures: z.array(departureSchema),
  departureReason: z.string(),
  loggedBy: personRefSchema,
  loggedAt: z.string(),
});
export type AnswerView = z.infer<typeof answerSchema>;

/** GET /api/media-answers: the newest first. */
export const answerQuerySchema = pageQuerySchema.extend({
  q: z.string().max(120).exactOptional(),
  organ: idSchema.exactOptional(),
  interview: idSchema.exactOptional(),
  form: answerFormSchema.exactOptional(),
  /** Days on which it was given. */
  ...daysQuerySchema.shape,
});
export type AnswerQuery = z.infer<typeof answerQuerySchema>;
export const answerListSchema = pageOf(answerSchema);
export type AnswerList = z.infer<typeof answerListSchema>;

/** GET /api/media-answers/lines: the agreed lines of a matter that an organ may use now. */
export const linesQuerySchema = z.object({ organ: idSchema, matter: idSchema });
export type LinesQuery = z.infer<typeof linesQuerySchema>;
export const lineListSchema = z.object({ items: z.array(lineUsedSchema) });
export type LineList = z.infer<typeof lineListSchema>;
