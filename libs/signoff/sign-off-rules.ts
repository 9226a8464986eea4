import { section } from '@koujing/settings';
import { z } from 'zod';
import { roleSchema } from '../access/access.api.js';
import { releaseKindSchema } from '../release/release.api.js';
import { signatureStepSchema } from './signoff.api.js';
import { chainMistakes, type Mistake } from './chain-mistakes.js';
import { checklistMistakes } from './checklist.js';

const article = z.string({ error: '所依据的条文，如 第十四条 (the article it rests on)' }).min(1, {
  error: '所依据的条文，如 第十四条 (the article it rests on)',
});

/** A number of the city with its article; null where neither the measures nor the city set one. */
const numberOf = (words: string) =>
  z.strictObject({
    value: z.int({ error: words }).positive({ error: words }).nullable(),
    article,
  });
const always = (words: string) =>
  z.strictObject({ value: z.int({ error: words }).positive({ error: words }), article });

const roles = roleSchema.options.join(', ');
const steps = signatureStepSchema.options.join(', ');
const stepSchema = z.strictObject({
  step: z.enum(signatureStepSchema.options, { error: steps }),
  role: z.enum(roleSchema.options, { error: roles }),
});

const chars = '字数，正整数 (a positive number of characters)';
const levels = ['central', 'province', 'city', 'county'] as const;

const chainSchema = z
  .strictObject({
    title: z.string().min(1),
    titleEn: z.string().min(1).exactOptional(),
    article,
    kinds: z.array(z.enum(releaseKindSchema.options, { error: releaseKindSchema.options.join(', ') })).min(1),
    levels: z
      .array(z.enum(levels, { error: levels.join(', ') }))
      .min(1)
      .default([...levels]),
    distinctPersons: z.boolean().default(false),
    stages: z
      .array(z.array(stepSchema).min(1, { error: '至少一个步骤 (at least one step)' }))
      .min(1, { error: '至少一个环节 (at least one stage)' }),
    /** How much must be said of why the full review waits, at least. */
    reason: z
      .strictObject({ atLeast: z.int({ error: chars }).positive({ error: chars }), article })
      .nullable()
      .default(null),
    later: z.array(stepSchema).default([]),
  })
  .check((context) => report(context, chainMistakes(context.value)));

/** One chain, and only one, for each kind at each level: with none nobody could complete it, with two nobody knew which. */
const chainsSchema = z.record(z.string(), chainSchema).check((context) => {
  const mistakes: Mistake[] = [];
  for (const kind of releaseKindSchema.options)
    for (const level of levels) {
      const found = Object.entries(context.value).filter(
        ([, chain]) => chain.kinds.includes(kind) && chain.levels.includes(level),
      );
      const [, second] = found;
      if (found.length === 0)
        mistakes.push({
          path: [],
          allowed: `${kind} 在 ${level} 级须有一条审签链 (a chain for ${kind}, ${level})`,
        });
      if (second !== undefined)
        mistakes.push({
          path: [second[0], 'kinds'],
          allowed: `${kind} 在 ${level} 级只能有一条审签链 (only one chain for ${kind}, ${level})`,
        });
    }
  report(context, mistakes);
});

const report = (
  context: { readonly issues: unknown[]; readonly value: unknown },
  mistakes: readonly Mistake[],
): void => {
  for (const { path, allowed } of mistakes)
    context.issues.push({ code: 'custom', path: [...path], message: allowed, input: context.value });
};

const itemIds = '字母开头的字母和数字，如 stateSecrets (letters and digits, a letter first)';
const itemSchema = z.strictObject({
  title: z
    .string({ error: '审查项的中文 (what is asked, in Chinese)' })
    .trim()
    .min(1, { error: '审查项的中文 (what is asked, in Chinese)' }),
  titleEn: z
    .string({ error: '审查项的英文 (what is asked, in English)' })
    .trim()
    .min(1, { error: '审查项的英文 (what is asked, in English)' }),
  article,
  urgent: z.boolean({ error: 'true, false' }),
});

const checklistSchema = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/u, { error: itemIds }), itemSchema)
  .check((context) => report(context, checklistMistakes(context.value)));

/** 审签: who signs what in what order, and for how long it holds (Art.5(6), 14, 21, 39(6)). */
export const signOffSection = section(
  'signOff',
  z.strictObject({
    /** Days after which a signature no longer carries a release; null: never. */
    signatureDays: numberOf('正整数或 null (a positive whole number, or null)'),
    /** How long ago the password may have been entered at the final approval. */
    stepUpMinutes: always('分钟数 (a positive number of minutes)'),
    authorisationDays: always('天数 (a positive number of days)'),
    delegationDays: always('天数 (a positive number of days)'),
    checklist: checklistSchema,
    chains: chainsSchema,
  }),
  // The measures have no number for any of these.
  () => [
    { path: ['signatureDays', 'value'], unit: 'day', bound: 'free' },
    { path: ['stepUpMinutes', 'value'], unit: 'minute', bound: 'free' },
    { path: ['authorisationDays', 'value'], unit: 'day', bound: 'free' },
    { path: ['delegationDays', 'value'], unit: 'day', bound: 'free' },
    // All of them at once: a kind that leaves one chain has to be in another.
    { path: ['chains'], unit: 'releaseChains', bound: 'free', since: 'nextStart' },
  ],
);

export type SignOffRules = z.infer<(typeof signOffSection)['schema']>;
