import { section } from '@koujing/settings';
import { z } from 'zod';
import { releaseKindSchema } from '../release/release.api.js';

const article = z
  .string({ error: '所依据的条文，如 第二十三条 (the article it rests on)' })
  .min(1, { error: '所依据的条文，如 第二十三条 (the article it rests on)' });
const hardness = z.enum(['hard', 'soft'], { error: 'hard, soft' });

/** What in a text carries an element, beside the words. */
const carriers = [
  'occurredAt',
  'startsAt',
  'anyTime',
  'place',
  'casualties',
  'warningLevel',
  'organ',
] as const;
export type Carrier = (typeof carriers)[number];

const elementSchema = z.strictObject({
  element: z.string().regex(/^[a-z][A-Za-z]*$/u, { error: '英文标识，如 casualties (an identifier)' }),
  title: z.string().min(1),
  titleEn: z.string().min(1),
  article,
  hardness,
  /** Asked only of the first release on a matter (Art.23: 首次发布). */
  firstOnly: z.boolean().default(false),
  carriers: z.array(z.enum(carriers, { error: carriers.join(', ') })).default([]),
  words: z.array(z.string().min(1)).default([]),
});

const demandSchema = z.strictObject({ hardness, article });

const distinct = (elements: readonly { readonly element: string }[]): boolean =>
  new Set(elements.map(({ element }) => element)).size === elements.length;

/** What releases must say and declare (Art.5(1), 12–14, 19, 23, 24). */
export const contentSection = section(
  'content',
  z.strictObject({
    /** An Art.12 trigger is named. */
    trigger: demandSchema,
    /** The provision that it rests on is named (Art.5(1)). */
    legalBasis: demandSchema,
    /** Each organ named in the text confirms or is dismissed with a reason (Art.14(c)). */
    concernedByName: demandSchema,
    /** The same of organs whose remit holds the subject of the title. */
    concernedByRemit: demandSchema,
    elements: z.partialRecord(
      z.enum(releaseKindSchema.options, { error: releaseKindSchema.options.join(', ') }),
      z.array(elementSchema).refine(distinct, { error: '每项要素只写一次 (each element once)' }),
    ),
  }),
);

export type ContentRules = z.infer<(typeof contentSection)['schema']>;
export type ElementRule = z.infer<typeof elementSchema>;
