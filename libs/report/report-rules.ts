import { section } from '@koujing/settings';
import { z } from 'zod';

const report = z.strictObject({
  article: z.string({ error: '所依据的条文，如 第四十二条 (the article it rests on)' }).min(1),
});

/** The counted reports and the article that each rests on (Art.15, 38, 42). */
export const reportsSection = section(
  'reports',
  z.strictObject({
    bulletin: report,
    annualSection: report,
    consistency: report.extend({
      /** When the coordinators get the day's report of what is not ruled on; on working days. */
      dailyAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, {
        error: '钟点，例如 08:30 (a time of day)',
      }),
    }),
  }),
  () => [{ path: ['consistency', 'dailyAt'], unit: 'timeOfDay', bound: 'free' }],
);

export type ReportRules = z.infer<typeof reportsSection.schema>;
