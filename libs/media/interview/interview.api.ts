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
import { standingSchema } from '../accreditation/accreditation.api.js';

/** 待答复 · 已受理 · 已安排 · 已采访 · 已婉拒 · 已办结 */
export const interviewStateSchema = z.enum(['received', 'accepted', 'arranged', 'held', 'refused', 'closed']);
export type InterviewState = z.infer<typeof interviewStateSchema>;

/** How the request came. */
export const interviewViaSchema = z.enum(['phone', 'email', 'fax', 'letter', 'inPerson']);
export type InterviewVia = z.infer<typeof interviewViaSchema>;

/** 专访 · 集体采访 · 电话采访 · 书面答复 (Art.16) */
export const interviewFormSchema = z.enum(['exclusive', 'group', 'telephone', 'written']);
export type InterviewForm = z.infer<typeof interviewFormSchema>;

/** `withdrawnByMedia`: the outlet does not want it any more; everything else needs an answer first. */
export const closingOutcomeSchema = z.enum(['done', 'withdrawnByMedia']);
export type ClosingOutcome = z.infer<typeof closingOutcomeSchema>;

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` });
const revision = { expectedRevision: z.number().int().min(1) };

const requestFields = {
  outletId: idSchema,
  reporterId: idSchema.nullable().default(null),
  matterId: idSchema.nullable().default(null),
  subject: line(120).min(2, { error: '采访主题 (a subject)' }),
  questions: line(5_000).min(1, { error: '问题提纲 (the questions)' }),
  via: interviewViaSchema,
  receivedAt: instantSchema.exactOptional(),
};
/** POST /api/interviews */
export const interviewInputSchema = z.strictObject({ ...requestFields, organId: idSchema });
export type InterviewInput = z.output<typeof interviewInputSchema>;

/** POST /api/interviews/:id/accept; the reporter may be named only now. */
export const acceptInterviewSchema = z.strictObject({ ...revision, reporterId: idSchema.exactOptional() });
export type AcceptInterviewInput = z.infer<typeof acceptInterviewSchema>;

const arrangementFields = {
  form: interviewFormSchema,
  at: instantSchema,
  /** May be empty for a telephone or written interview. */
  place: line(120).default(''),
  /** Who speaks: name and office. */
  person: line(80).min(1, { error: '接受采访的人 (who speaks)' }),
};
export const arrangementSchema = z.object(arrangementFields);
export type ArrangementInput = z.output<typeof arrangementSchema>;
/** POST /api/interviews/:id/arrange */
export const arrangeInterviewSchema = z.strictObject({ ...revision, ...arrangementFields });
export type ArrangeInterviewInput = z.output<typeof arrangeInterviewSchema>;

/**
 * POST /api/interviews/:id/revise: the request as it should read, with the reason. The organ asked stays: another organ's is
 * another request. An arrangement is revised where there is one.
 */
export const reviseInterviewSchema = z.strictObject({
  ...revision,
  ...requestFields,
  arrangement: z.strictObject(arrangementFields).exactOptional(),
  reason: line(300).min(2, { error: '修改的理由，至少 2 字 (a reason, at least 2 characters)' }),
});
export type ReviseInterviewInput = z.output<typeof reviseInterviewSchema>;

export const revisedFieldSchema = z.enum([
  ...['outlet', 'reporter', 'matter', 'subject', 'questions', 'via', 'receivedAt'],
  ...['form', 'at', 'place', 'person'],
] as const);
export type RevisedField = z.infer<typeof revisedFieldSchema>;
/** What one field read before and after, in names and times of that day; empty where it said nothing. */
const changeSchema = z.object({ field: revisedFieldSchema, from: z.string(), to: z.string() });
export type RevisedChange = z.infer<typeof changeSchema>;

/** POST /api/interviews/:id/hold */
export const holdInterviewSchema = z.strictObject({ ...revision, note: line(500).default('') });
export type HoldInterviewInput = z.output<typeof holdInterviewSchema>;

/** POST /api/interviews/:id/propose-refusal */
export const proposeRefusalSchema = z.strictObject({
  ...revision,
  reason: z.string().min(1).max(40),
  text: line(500).min(5, { error: '告知媒体的理由，至少 5 字 (the reason told, at least 5 characters)' }),
});
export type ProposeRefusalInput = z.output<typeof proposeRefusalSchema>;

/** POST /api/interviews/:id/approve-refusal */
export const approveRefusalSchema = z.strictObject(revision);
/** POST /api/interviews/:id/return-refusal */
export const returnRefusalSchema = z.strictObject({
  ...revision,
  note: line(500).min(1, { error: '退回的理由 (a reason)' }),
});
export type ReturnRefusalInput = z.output<typeof returnRefusalSchema>;

/** POST /api/interviews/:id/close */
export const closeInterviewSchema = z.strictObject({
  ...revision,
  outcome: closingOutcomeSchema,
  note: line(500).default(''),
});
export type CloseInterviewInput = z.output<typeof closeInterviewSchema>;

const namedSchema = z.object({ id: idSchema, name: z.string() });

export const interviewSummarySchema = z.object({
  id: idSchema,
  subject: z.string(),
  outlet: namedSchema,
  reporter: namedSchema.nullable(),
  organ: organRefSchema,
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  state: interviewStateSchema,
  receivedAt: z.string(),
  repliedAt: z.string().nullable(),
  /** Hours until it was answered, or until now. */
  ageHours: z.number(),
  /** Unanswered beyond the city's alarm. */
  alarm: z.boolean(),
  /** End of the clock, where the city set one. */
  dueAt: z.string().nullable(),
  /** The clock stands still for a reason that the office gave. */
  paused: z.boolean(),
  refusalProposed: z.boolean(),
  arrangement: arrangementSchema.nullable(),
  revision: z.number(),
});
export type InterviewSummary = z.infer<typeof interviewSummarySchema>;

/** GET /api/interviews: what waits longest first, then the newest. */
export const interviewQuerySchema = pageQuerySchema.extend({
  state: z.enum(['open', ...interviewStateSchema.options]).exactOptional(),
  organ: idSchema.exactOptional(),
  q: z.string().max(120).exactOptional(),
  /** `yes`: it was given, and may be closed since. */
  held: z.literal('yes').exactOptional(),
  /** Days on which the request came. */
  ...daysQuerySchema.shape,
});
export type InterviewQuery = z.infer<typeof interviewQuerySchema>;
export const interviewListSchema = pageOf(interviewSummarySchema).extend({ alarmHours: z.number() });
export type InterviewList = z.infer<typeof interviewListSchema>;

const stampFields = { by: personRefSchema, at: z.string() };
const actionSchema = z.object({ reasons: z.array(reasonSchema) });

/** GET /api/interviews/:id */
export const interviewSchema = interviewSummarySchema.extend({
  questions: z.string(),
  via: interviewViaSchema,
  received: z.object(stampFields),
  standing: standingSchema.nullable(),
  accepted: z.object(stampFields).nullable(),
  arranged: z.object(stampFields).nullable(),
  held: z.object({ ...stampFields, note: z.string() }).nullable(),
  refusal: z
    .object({
      reason: z.object({ key: z.string(), title: z.string(), titleEn: z.string(), article: z.string() }),
      text: z.string(),
      proposedBy: personRefSchema,
      proposedAt: z.string(),
      approvedBy: personRefSchema.nullable(),
      approvedAt: z.string().nullable(),
    })
    .nullable(),
  closing: z.object({ ...stampFields, outcome: closingOutcomeSchema, note: z.string() }).nullable(),
  /** Oldest first. */
  revisions: z.array(z.object({ ...stampFields, reason: z.string(), changes: z.array(changeSchema) })),
  actions: z.object({
    revise: actionSchema,
    accept: actionSchema,
    arrange: actionSchema,
    hold: actionSchema,
    proposeRefusal: actionSchema,
    approveRefusal: actionSchema,
    returnRefusal: actionSchema,
    close: actionSchema,
  }),
});
export type InterviewView = z.infer<typeof interviewSchema>;

/** GET /api/interviews/rules: what the city's rules file says, for forms. */
export const interviewRulesSchema = z.object({
  alarm: z.object({ hours: z.number(), article: z.string() }),
  refusals: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      titleEn: z.string(),
      article: z.string(),
      credentials: z.boolean(),
    }),
  ),
});
export type InterviewRulesView = z.infer<typeof interviewRulesSchema>;
