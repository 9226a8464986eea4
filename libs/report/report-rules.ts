import { section } from '@koujing/settings';
import { z } from 'zod';

const report = z.strictObject({
  article: z.string({ error: '所依据的条文，如 第四十二条 (the article it rests on)' }).min(1),
});

/** The counted reports and the article that each rests on (Art.38, 42). */
export const reportsSection = section('reports', z.strictObject({ bulletin: report, annualSection: report }));

export type ReportRules = z.infer<typeof reportsSection.schema>;
