import { section, type CityNumber } from '@koujing/settings';
import { z } from 'zod';
import { incidentKindSchema } from './incident.api.js';

const article = z.string({ error: '所依据的条文 (the article it rests on)' }).min(1);
const count = z.int().positive('正整数 (a positive whole number)');

/** "以上" includes the number itself. Any one of the three is enough. */
const thresholdSchema = z.strictObject({ deaths: count, seriousInjuries: count, lossWan: count });
export type Threshold = z.infer<typeof thresholdSchema>;

/** From which figures a level is suggested; what is below the lowest is ordinary. */
const levelRuleSchema = z
  .strictObject({
    article,
    extraordinary: thresholdSchema,
    major: thresholdSchema,
    larger: thresholdSchema,
  })
  .refine(
    ({ extraordinary, major, larger }) =>
      (['deaths', 'seriousInjuries', 'lossWan'] as const).every(
        (name) => extraordinary[name] > major[name] && major[name] > larger[name],
      ),
    '三级须由高到低 (each level above the next)',
  );
export type LevelRule = z.infer<typeof levelRuleSchema>;

const daysSchema = z.strictObject({ days: count, article });

/** Numbers for emergencies that are no limits of a duty; those stand under `deadlines`. */
export const incidentsSection = section(
  'incidents',
  z.strictObject({
    /** Kinds that are not here get no suggestion: a person states their level. */
    levels: z.partialRecord(incidentKindSchema, levelRuleSchema),
    /** How long a change of the casualties is still to be told. */
    watchWindow: z.strictObject({ general: daysSchema, traffic: daysSchema, fire: daysSchema }),
  }),
  ({ levels, watchWindow }) => [
    ...Object.keys(levels).flatMap(thresholdsOf),
    ...Object.keys(watchWindow).map((kind): CityNumber => ({
      path: ['watchWindow', kind, 'days'],
      unit: 'day',
      bound: 'noLess',
    })),
  ],
);

const figures = [
  ['deaths', 'person'],
  ['seriousInjuries', 'person'],
  ['lossWan', 'tenThousandYuan'],
] as const;

/**
 * A city may suggest a level from fewer casualties on, never from more: a level too low loses the five hours (Art.23), one too high
 * is put right by the person who confirms it.
 */
const thresholdsOf = (kind: string): readonly CityNumber[] =>
  (['extraordinary', 'major', 'larger'] as const).flatMap((level) =>
    figures.map(([figure, unit]): CityNumber => ({
      path: ['levels', kind, level, figure],
      unit,
      bound: 'noMore',
    })),
  );

export type IncidentRules = NonNullable<ReturnType<(typeof incidentsSection)['schema']['parse']>>;
