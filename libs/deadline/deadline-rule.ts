import { roleSchema } from '@koujing/access';
import { section, type CityNumber } from '@koujing/settings';
import { z } from 'zod';
import { startEventSchema } from './deadline.api.js';

/** A misspelt role would be told to nobody, and nobody would know. */
const toldRole = z.enum(roleSchema.options, {
  error: `角色之一 (one of the roles): ${roleSchema.options.join(', ')}`,
});

/** Who has to act; a misspelt one would be nobody. */
const actors = ['releasingOrgan', 'leadOrgan', 'responsibleOrgan', 'organ', 'county', 'office'] as const;

/**
 * A duty with a limit, as the rules file of the city writes it. Where the measures give no number the limit is
 * null: then nothing runs until the city sets one.
 */
const ruleSchema = z.strictObject({
  title: z.string().min(1),
  titleEn: z.string().min(1).optional(),
  /** The provision: `第十九条`. A number without its article would be nobody's rule. */
  article: z.string({ error: '所依据的条文，如 第十九条 (the article it rests on)' }).min(1),
  /** What happens at the start (or, counted backwards, at the end): `contentApproved`, `occurred`, `eventBegins`. */
  startEvent: z.enum(startEventSchema.options, {
    error: `起算事件之一 (one of the events): ${startEventSchema.options.join(', ')}`,
  }),
  limit: z.int().positive('正整数或 null (a positive whole number, or null)').nullable(),
  /** The provision itself names no number: the limit is our reading, and the city may set it as it likes. */
  numberInText: z.literal(false, { error: 'false，或不写 (false, or left out)' }).optional(),
  /** Four calculators that must not be mixed (RULES.md 0.6). */
  unit: z.enum(['workday', 'hour', 'minute', 'month', 'quarter', 'halfYear', 'year']),
  direction: z.enum(['after', 'before']).default('after'),
  /** "提前七个工作日": the seventh day itself, or seven clear days. The measures do not say (our reading). */
  clearDays: z.boolean().default(false),
  /** Who has to act. */
  actor: z.enum(actors, { error: `责任方之一 (one of those who act): ${actors.join(', ')}` }),
  /** Soft ones (原则上, 一般) warn and ask for a reason; hard ones block or are violations. */
  hardness: z.enum(['hard', 'soft']),
  /** Whether emergencies are exempt, and whether the text says so itself (RULES.md 0.3). */
  emergencyExemption: z.enum(['explicit', 'inferred', 'none']).default('none'),
  /** Its passing is 工作缺位 (Art.15): something that had to be released was not. */
  gap: z.boolean().default(false),
  /** Percent of the span → roles that are told; from 100 on it is escalation. */
  reminders: z
    .array(z.strictObject({ at: z.int().min(1).max(1000), tell: z.array(toldRole).min(1) }))
    .default([
      { at: 50, tell: ['drafter'] },
      { at: 80, tell: ['drafter', 'approver'] },
      { at: 100, tell: ['approver', 'coordinator'] },
    ])
    .refine(
      (reminders) => reminders.every(({ at }, index) => index === 0 || at > (reminders[index - 1]?.at ?? 0)),
      '按百分比递增 (in rising order of percent)',
    ),
});

/** Where the provision has a hard number, a city may ask for it sooner, and counted backwards earlier; never the other way. */
const boundOf = ({ limit, hardness, direction, numberInText }: DeadlineRule): CityNumber['bound'] => {
  if (limit === null || hardness === 'soft' || numberInText === false) return 'free';
  return direction === 'before' ? 'noLess' : 'noMore';
};

/** How often in a period: more is stricter. What is said 原则上 the city may ask for as often as it likes. */
const periods = { quarter: 'perQuarter', halfYear: 'perHalfYear', year: 'perYear' } as const;

const limitOf = (name: string, rule: DeadlineRule): readonly CityNumber[] => {
  const { unit, actor, limit, hardness } = rule;
  const path = [name, 'limit'];
  if (unit !== 'quarter' && unit !== 'halfYear' && unit !== 'year')
    return [{ path, unit, bound: boundOf(rule), since: 'nextStart' }];
  // Organs and the office are asked for so many in a period (Art.9, 29, 42); of the others nobody counts.
  if (actor !== 'organ' && actor !== 'office') return [];
  return [{ path, unit: periods[unit], bound: limit === null || hardness === 'soft' ? 'free' : 'noLess' }];
};

/** No provision says when somebody is reminded; the list's own check keeps the percentages rising. */
const remindersOf = (name: string, { reminders }: DeadlineRule): readonly CityNumber[] =>
  reminders.map((_, at) => ({
    ...{ path: [name, 'reminders', String(at), 'at'], unit: 'percent', bound: 'free', since: 'nextStart' },
  }));

/** Rules by name; owners of subjects start deadlines by these names. */
export const deadlinesSection = section('deadlines', z.record(z.string(), ruleSchema), (rules) =>
  Object.entries(rules).flatMap(([name, rule]) => [...limitOf(name, rule), ...remindersOf(name, rule)]),
);

export type DeadlineRule = z.infer<typeof ruleSchema>;
export type DeadlineRules = Readonly<Record<string, DeadlineRule>>;
export type DeadlineUnit = DeadlineRule['unit'];
