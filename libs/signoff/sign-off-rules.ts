import { section } from '@koujing/settings';
import { z } from 'zod';
import { roleSchema } from '../access/access.api.js';
import { releaseKindSchema } from '../release/release.api.js';
import { signatureStepSchema } from './signoff.api.js';
import { chainMistakes, type Mistake } from './chain-mistakes.js';

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

const levels = ['central', 'province', 'city', 'county'] as const;

const chainSchema = z
  .strictObject({
    title: z.string().min(1),
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
    chains: chainsSchema,
  }),
);

export type SignOffRules = z.infer<(typeof signOffSection)['schema']>;
