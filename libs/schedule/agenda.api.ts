import { z } from 'zod';
import { conferenceSummarySchema } from '../conference/conference-view.api.js';
import { civilDaySchema } from '../kernel/answer.api.js';
import { deadlineViewSchema } from '../deadline/deadline.api.js';
import { releaseSummarySchema } from '../release/release.api.js';

/** Two months and the weeks around them: more on one page nobody reads, and each day costs rows. */
const longestDays = 70;
const dayMs = 86_400_000;

/** GET /api/agenda: civil days, both of them in it. */
export const agendaQuerySchema = z.object({ from: civilDaySchema, to: civilDaySchema }).check((asked) => {
  const days = (Date.parse(asked.value.to) - Date.parse(asked.value.from)) / dayMs + 1;
  if (days >= 1 && days <= longestDays) return;
  asked.issues.push({
    code: 'custom',
    input: asked.value.to,
    path: ['to'],
    message: `不早于起始日、合计不超过 ${longestDays} 天的截止日 (not before the first day, ${longestDays} days at most)`,
  });
});
export type AgendaQuery = z.infer<typeof agendaQuerySchema>;

const releaseEntrySchema = z.object({
  kind: z.literal('release'),
  at: z.string(),
  /** Whether it went out at that hour, is to, or would by its drafter's proposal. A correction of what is out may stand twice. */
  phase: z.enum(['out', 'toGoOut', 'proposed']),
  release: releaseSummarySchema,
  matterId: z.string().nullable(),
  /** Open conflicts; two releases with one of them in common tell of the same. */
  findingIds: z.array(z.string()),
  /** Newsrooms that hold it under embargo until that hour. */
  embargoed: z.number(),
});
const conferenceEntrySchema = z.object({
  kind: z.literal('conference'),
  at: z.string(),
  conference: conferenceSummarySchema,
  /** Of its incident, or of the plan that it carries out. */
  matterId: z.string().nullable(),
});
const deadlineEntrySchema = z.object({
  kind: z.literal('deadline'),
  at: z.string(),
  deadline: deadlineViewSchema,
  /** Of what it runs on. */
  matterId: z.string().nullable(),
});

const entrySchema = z.discriminatedUnion('kind', [
  releaseEntrySchema,
  conferenceEntrySchema,
  deadlineEntrySchema,
]);
export type AgendaEntry = z.infer<typeof entrySchema>;

const agendaDaySchema = z.object({
  date: z.string(),
  workday: z.boolean(),
  /** Of the holiday, or of the one it is worked for; '' for plain days. */
  name: z.string(),
  /** The notice of its year is not known yet. */
  provisional: z.boolean(),
});
export type AgendaDay = z.infer<typeof agendaDaySchema>;

export const agendaSchema = z.object({
  days: z.array(agendaDaySchema),
  /** In the order of their hours. */
  items: z.array(entrySchema),
  /** Things that were too many to be told. */
  left: z.number(),
  /** The server's clock. */
  now: z.string(),
});
export type Agenda = z.infer<typeof agendaSchema>;
