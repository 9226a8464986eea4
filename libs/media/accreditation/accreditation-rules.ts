import { section } from '@koujing/settings';
import { z } from 'zod';

const named = {
  title: z.string().min(1),
  titleEn: z.string().min(1),
  /** What it rests on; a kind of credential without its provision would be nobody's rule. */
  article: z.string({ error: '所依据的条文，如 第二十条 (the article it rests on)' }).min(1),
};

/** Art.20: which credentials count, how they may be verified, and how long before its end one is told of. */
export const accreditationSection = section(
  'accreditation',
  z.strictObject({
    article: named.article,
    endingWithin: z.strictObject({
      days: z.int().positive('正整数 (a positive whole number)'),
      article: named.article,
    }),
    credentials: z.record(
      z.string(),
      z.strictObject({
        ...named,
        /** Staff without a card of their own, whom a named holder must lead. */
        led: z.boolean().default(false),
      }),
    ),
    registers: z.record(
      z.string(),
      z.strictObject({
        ...named,
        /** What it confirms may not be refused for want of credentials. */
        official: z.boolean(),
      }),
    ),
  }),
  () => [{ path: ['endingWithin', 'days'], unit: 'day', bound: 'free' }],
);

export type AccreditationRules = z.infer<(typeof accreditationSection)['schema']>;
