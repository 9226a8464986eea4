import { z } from 'zod';

const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { error: '日期，如 2027-02-08 (a day, e.g. 2027-02-08)' });

/** POST /api/calendar/years: the text of a year as our own files write it, or the JSON of holiday-cn as it is. */
export const yearInputSchema = z.strictObject({
  text: z.string().trim().min(1, '一年的放假安排 (the arrangement of a year)').max(100_000),
});
export type YearInput = z.infer<typeof yearInputSchema>;

/** POST /api/calendar/rest-days */
export const restDayInputSchema = z.strictObject({
  date: dateSchema,
  name: z.string().trim().min(1, '名称，如“建城节” (its name)').max(40),
});
export type RestDayInput = z.infer<typeof restDayInputSchema>;

/** POST /api/calendar/rest-days/removals */
export const restDayRemovalSchema = z.strictObject({ date: dateSchema });
export type RestDayRemoval = z.infer<typeof restDayRemovalSchema>;

const arrangedDay = z.object({ date: z.string(), name: z.string(), workday: z.boolean() });

/** What an import changes: days that count otherwise than before, and open deadlines whose end moved. */
export const calendarChangeSchema = z.object({
  days: z.array(arrangedDay),
  movedDeadlines: z.number(),
});
export type CalendarChange = z.infer<typeof calendarChangeSchema>;

/** POST /api/calendar/years/preview: what an import would change; nothing is kept. */
export const calendarPreviewSchema = calendarChangeSchema.extend({
  /** The first hundred of them. An end that stays becomes certain, or ceases to be. */
  moved: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      duty: z.string(),
      dutyEn: z.string().exactOptional(),
      from: z.string(),
      to: z.string(),
      provisional: z.boolean(),
    }),
  ),
});
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;

/** GET /api/calendar */
export const calendarViewSchema = z.object({
  years: z.array(
    z.object({
      year: z.number(),
      papers: z.array(z.string()),
      days: z.array(arrangedDay),
      /** Null for a year that came along with the program. */
      imported: z.object({ by: z.string(), at: z.string() }).nullable(),
    }),
  ),
  /** Years that limits already reach into and whose notice is not known. */
  unknownYears: z.array(z.number()),
  restDays: z.array(z.object({ date: z.string(), name: z.string(), addedBy: z.string() })),
  /** Why this person may not change it; empty if they may. */
  reasons: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() })),
});
export type CalendarView = z.infer<typeof calendarViewSchema>;
