import { section } from '@koujing/settings';
import { z } from 'zod';

const article = z.string({ error: '所依据的条文，如 第三十九条第二项 (the article it rests on)' }).min(1);

/** Art.10, 20, 39(2): after how long an unanswered request is told, and for which reasons one may be refused. */
export const interviewsSection = section(
  'interviews',
  z.strictObject({
    /** The text has no number; this one is told in lists and to the coordinator, and is no limit of the measures. */
    ageAlarm: z.strictObject({ hours: z.int().positive('正整数 (a positive whole number)'), article }),
    refusals: z
      .record(
        z.string(),
        z.strictObject({
          title: z.string().min(1),
          titleEn: z.string().min(1),
          article,
          /** For want of credentials: barred where an official register confirms them. */
          credentials: z.boolean().default(false),
        }),
      )
      .refine((refusals) => Object.keys(refusals).length > 0, '至少一种理由 (at least one reason)'),
  }),
  () => [{ path: ['ageAlarm', 'hours'], unit: 'hour', bound: 'free' }],
);

export type InterviewRules = z.infer<(typeof interviewsSection)['schema']>;
