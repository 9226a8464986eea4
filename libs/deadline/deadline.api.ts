import { z } from 'zod';

/**
 * What a limit is counted from, or towards; each clock is started at the moment of this name. A misspelt one in the rules file
 * would be shown to people as it stands, so that it is refused at boot.
 */
export const startEventSchema = z.enum([
  'applicationReceived',
  'conferenceHeld',
  'contentApproved',
  'decidedOrReviewed',
  'directiveIssued',
  'eventBegins',
  'halfYearBegins',
  'informationFormed',
  'interviewRequested',
  'learned',
  'occurred',
  'opinionFormed',
  'planApproved',
  'quarterBegins',
  'released',
  'responseReleased',
  'rosterChanged',
  'submitted',
  'yearBegins',
]);
export type StartEvent = z.infer<typeof startEventSchema>;

/** An open deadline as lists and pages show it; times carry their offset. */
export const deadlineViewSchema = z.object({
  id: z.string(),
  rule: z.string(),
  /** The duty: 常规政务信息发布. */
  duty: z.string(),
  /** The same in English; absent where the rules file has none. */
  dutyEn: z.string().exactOptional(),
  /** The provision that it rests on. */
  article: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  title: z.string(),
  /** The same in English; absent where the title is what somebody typed. */
  titleEn: z.string().exactOptional(),
  link: z.string(),
  organId: z.string(),
  dueAt: z.string(),
  /** Milliseconds left by the server's clock; negative when overdue. */
  leftMs: z.number(),
  hard: z.boolean(),
  provisional: z.boolean(),
  paused: z.boolean(),
});
/** `total`: how many are open, those beyond the limit as well. */
export const deadlineListSchema = z.object({ items: z.array(deadlineViewSchema), total: z.number() });
export type DeadlineView = z.infer<typeof deadlineViewSchema>;
export type DeadlineList = z.infer<typeof deadlineListSchema>;

export const deadlineQuerySchema = z.object({
  subjectKind: z.string().optional(),
  subjectId: z.string().optional(),
  /**
   * `mine`: running ones of an organ for which the reader acts, beside those of releases, which stand with the release;
   * `others`: every other one that the reader sees.
   */
  whose: z.enum(['mine', 'others']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeadlineQueryInput = z.infer<typeof deadlineQuerySchema>;

const countedDay = z.object({
  date: z.string(),
  /** Name of the holiday, '' for plain days. */
  name: z.string(),
  basis: z.enum(['weekday', 'weekend', 'holiday', 'makeupWorkday', 'statutoryHoliday', 'localRestDay']),
});
const change = z.object({
  at: z.string(),
  actor: z.string(),
  event: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
const reasons = z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() }));

/** GET /api/deadlines/:id: how it was counted, who is told when, and everything that happened to it. */
export const deadlineDetailSchema = deadlineViewSchema.extend({
  state: z.string(),
  /** As the rule had it when the clock started: a name of former days may stand here. */
  startEvent: z.string(),
  eventAt: z.string(),
  limit: z.number().nullable(),
  unit: z.string(),
  direction: z.string(),
  /** Whether emergencies are exempt, and on what the exemption rests: explicit, inferred or none. */
  emergencyExemption: z.string(),
  /** Percent of the span → roles; when that is (null while the clock stands still), and whether they were told. */
  reminders: z.array(
    z.object({ at: z.number(), tell: z.array(z.string()), dueAt: z.string().nullable(), sent: z.boolean() }),
  ),
  /** What its end rests on: days passed over, weekend days worked, the notices, and years whose notice is missing. */
  counting: z.object({
    skipped: z.array(countedDay),
    makeup: z.array(countedDay),
    papers: z.array(z.string()),
    unknownYears: z.array(z.number()),
  }),
  history: z.array(change),
  actions: z.object({ pause: reasons, resume: reasons }),
});
export type DeadlineDetail = z.infer<typeof deadlineDetailSchema>;

/** POST /api/deadlines/:id/pause and /resume: a clock stands still for a reason or not at all. */
export const holdInputSchema = z.strictObject({
  reason: z.string().trim().min(1, '理由 (a reason)').max(500),
});
export type HoldInput = z.infer<typeof holdInputSchema>;
