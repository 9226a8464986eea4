import { z } from 'zod';
import { civilDaySchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/** 新闻发言人 · 新闻助理 */
export const postSchema = z.enum(['spokesperson', 'pressAssistant'], {
  error: 'spokesperson（新闻发言人）或 pressAssistant（新闻助理）',
});
export type Post = z.infer<typeof postSchema>;

const textSchema = (max: number, what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: what })
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` });

/** POST /api/roster/:organId/entries */
export const appointSchema = z
  .strictObject({
    post: postSchema,
    /** A temporary spokesperson (临时新闻发言人, Art.8) speaks on one topic until a day. */
    temporary: z.boolean().default(false),
    topic: z.string().trim().max(200).default(''),
    name: textSchema(40, '姓名 (a name)'),
    /** The post held in the organ, as the public reads it: 副局长. */
    title: textSchema(60, '职务 (the post held)'),
    rank: z.string().min(1).max(40),
    /** Needed where the rank is not the one that Art.8 names. */
    rankReason: z.string().trim().max(300).default(''),
    phone: z.string().trim().max(40).default(''),
    fromOn: civilDaySchema,
    untilOn: civilDaySchema.nullable().default(null),
    /** The entry that ends the day before this one begins. */
    replaces: idSchema.nullable().default(null),
  })
  .refine(({ temporary, post }) => !temporary || post === 'spokesperson', {
    path: ['post'],
    error: '只有发言人可以是临时的 (only a spokesperson can be temporary)',
  })
  .refine(({ temporary, topic, untilOn }) => !temporary || (topic !== '' && untilOn !== null), {
    path: ['topic'],
    error: '临时发言人须写明专项工作和截止日期 (a temporary spokesperson needs a topic and a last day)',
  })
  .refine(({ temporary, untilOn }) => temporary || untilOn === null, {
    path: ['untilOn'],
    error: '只有临时发言人预先写明截止日期 (only a temporary one has a last day beforehand)',
  })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, {
    path: ['untilOn'],
    error: '不早于起始日期 (not before the first day)',
  });
export type AppointInput = z.output<typeof appointSchema>;

/** POST /api/roster/entries/:id/end */
export const endAppointmentSchema = z.strictObject({
  untilOn: civilDaySchema,
  reason: textSchema(300, '免去的理由 (a reason)'),
});
export type EndAppointmentInput = z.output<typeof endAppointmentSchema>;

/** POST /api/roster/:organId/filings */
export const fileRosterSchema = z.strictObject({ note: z.string().trim().max(500).default('') });
export type FileRosterInput = z.output<typeof fileRosterSchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

export const entrySchema = z.object({
  id: idSchema,
  post: postSchema,
  temporary: z.boolean(),
  topic: z.string(),
  name: z.string(),
  title: z.string(),
  rank: z.string(),
  rankTitle: z.string(),
  /** The same in English; absent where the rules have none. */
  rankTitleEn: z.string().exactOptional(),
  /** Which ranks Art.8 wants, where this is none of them; null if all is well. */
  rankWanted: z.string().nullable(),
  rankWantedEn: z.string().exactOptional(),
  rankReason: z.string(),
  /** '' for who is not of the organ or the office. */
  phone: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  active: z.boolean(),
});
export type EntryView = z.infer<typeof entrySchema>;

export const lackSchema = z.enum(['releaseUnit', 'spokesperson', 'pressAssistant']);
export type Lack = z.infer<typeof lackSchema>;

/** Where an organ stands with its filing (Art.9). */
const filingStandingSchema = z.object({
  filedAt: z.string().nullable(),
  /** Something changed since the last filing. */
  pending: z.boolean(),
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
});

export const rosterRowSchema = z.object({
  organ: organRefSchema,
  kind: z.string(),
  /** The measures ask this organ for a spokesperson and an assistant. */
  required: z.boolean(),
  spokespersons: z.array(entrySchema),
  pressAssistants: z.array(entrySchema),
  temporary: z.array(entrySchema),
  lacks: z.array(lackSchema),
  filing: filingStandingSchema,
});
export type RosterRow = z.infer<typeof rosterRowSchema>;

/** GET /api/roster */
export const rosterQuerySchema = pageQuerySchema.extend({
  q: z.string().max(60).exactOptional(),
  /** `lacking`: who lacks something; `overdue`: whose filing is late; `pending`: not filed yet. */
  only: z.enum(['lacking', 'pending', 'overdue']).exactOptional(),
});
export type RosterQuery = z.infer<typeof rosterQuerySchema>;
export const rosterListSchema = pageOf(rosterRowSchema).extend({
  /** Over all organs, whatever the filter. */
  counts: z.object({ lacking: z.number(), pending: z.number(), overdue: z.number() }),
  ranks: z.array(z.object({ rank: z.string(), title: z.string(), titleEn: z.string().exactOptional() })),
});
export type RosterList = z.infer<typeof rosterListSchema>;

/** GET /api/roster/:organId, and the answer of every change of it. */
export const organRosterSchema = rosterRowSchema.extend({
  history: z.array(entrySchema),
  filings: z.array(
    z.object({
      id: idSchema,
      filedAt: z.string(),
      filedBy: z.string(),
      note: z.string(),
      digest: z.string(),
    }),
  ),
  actions: z.object({ appoint: actionSchema, file: actionSchema }),
});
export type OrganRoster = z.infer<typeof organRosterSchema>;

/** GET /api/roster-publications */
export const publicationSchema = z.object({
  id: idSchema,
  year: z.number(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  organs: z.number(),
  persons: z.number(),
  digest: z.string(),
  /** When the public page showed it; null while it is on its way. */
  pageWrittenAt: z.string().nullable(),
});
export const publicationListSchema = z.object({
  items: z.array(publicationSchema),
  /** How often the list was published in the current year, of how often it is asked for (Art.9). */
  thisYear: z.object({ year: z.number(), done: z.int(), asked: z.int(), dueAt: z.string().nullable() }),
  page: z.string(),
  actions: z.object({ publish: actionSchema }),
});
export type PublicationList = z.infer<typeof publicationListSchema>;
