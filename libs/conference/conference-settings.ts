import { section, type CityNumber } from '@koujing/settings';
import { z } from 'zod';
import { conferenceKindSchema, materialKindSchema } from './conference.api.js';
import { conferenceMistakes, lostSteps } from './conference-mistakes.js';

const article = z.string({ error: '所依据的条文，如 第三十三条 (the article it rests on)' }).min(1);
const hardness = z.enum(['hard', 'soft']);

/** `office`: a coordinator of the office; `releasingOrgan`: its main leader; `cityLeader`: on paper, recorded by a coordinator. */
const stepSchema = z.strictObject({
  step: z.string().min(1).max(40),
  title: z.string().min(1),
  titleEn: z.string().min(1),
  by: z.enum(['office', 'releasingOrgan', 'cityLeader']),
});

/** Groups follow each other; the steps of one group are signed in any order. */
const groupsSchema = z.array(z.array(stepSchema).min(1));

const chainSchema = z
  .strictObject({
    article,
    steps: groupsSchema.min(1),
    /** What a major matter needs beyond that. */
    major: groupsSchema.default([]),
  })
  .refine(({ steps, major }) => {
    const names = [...steps, ...major].flat().map(({ step }) => step);
    return new Set(names).size === names.length;
  }, '每一步的名称在一条签批链中只出现一次 (each step once in a chain)');

const kindSchema = z
  .strictObject({
    title: z.string().min(1),
    titleEn: z.string().min(1),
    article,
    /** In whose name it is held; `{party}`, `{government}`, `{organ}` and `{area}` are filled in. */
    name: z.string().min(1),
    host: z.string().min(1),
    /** Null: no place is laid down. A firm one is left only in an emergency. */
    venue: z.strictObject({ place: z.string().min(1), firm: z.boolean() }).nullable(),
    /** The deadline rule of the application; `major`: only major matters are applied for. */
    application: z.strictObject({ rule: z.string().min(1), when: z.enum(['always', 'major']) }),
    answer: z.string().min(1),
    /** The kind's own rule first; every one of them runs. */
    materials: z.array(z.string().min(1)).min(1),
    chain: chainSchema,
  })
  .check((context) => {
    for (const { path, allowed } of conferenceMistakes(context.value))
      context.issues.push({ code: 'custom', path: [...path], message: allowed, input: context.value });
  });

const limitSchema = z.strictObject({
  title: z.string().min(1),
  titleEn: z.string().min(1),
  limit: z.int().positive('正整数或 null (a positive whole number, or null)').nullable(),
  article,
  hardness,
  /** Counts only where several departments release together. */
  jointOnly: z.boolean().default(false),
});

const dutySchema = z.strictObject({
  kinds: z.array(conferenceKindSchema).min(1),
  /** Who has to have been there; null: the organ itself held it. */
  attended: z.enum(['official', 'principalLeader']).nullable(),
});

const settingsSchema = z.strictObject({
  /** Series of the approval numbers; `{prefix}` is the city's. */
  number: z.strictObject({ series: z.string().min(1), article }),
  kinds: z.strictObject({ party: kindSchema, government: kindSchema, own: kindSchema, county: kindSchema }),
  limits: z.strictObject({
    totalMinutes: limitSchema,
    leadMinutes: limitSchema,
    rostrumPersons: limitSchema,
  }),
  /** Why it is a conference and no other form; an emergency says it by itself. */
  justification: z.strictObject({ required: z.boolean(), article }),
  questionSession: z.strictObject({ required: z.boolean(), article, hardness }),
  materials: z.strictObject({
    article,
    required: z.array(materialKindSchema).min(1),
    /** Part of the content that is signed, where they are handed in with it. */
    signed: z.array(materialKindSchema),
  }),
  brief: z.strictObject({ rule: z.string().min(1), article }),
  /** Deadline rule → what counts for it; how often is the rule's limit, in which period its unit. */
  routineDuty: z.strictObject({ article, duties: z.record(z.string(), dutySchema) }),
});
type Settings = z.infer<typeof settingsSchema>;

/** Art.28–35 as this city has them. */
export const conferenceSection = section('conference', settingsSchema, ({ limits, kinds }) => [
  ...(['totalMinutes', 'leadMinutes', 'rostrumPersons'] as const).map((name): CityNumber => {
    const { limit, hardness } = limits[name];
    return {
      path: ['limits', name, 'limit'],
      unit: name === 'rostrumPersons' ? 'person' : 'minute',
      bound: limit === null || hardness === 'soft' ? 'free' : 'noMore',
    };
  }),
  ...conferenceKindSchema.options.flatMap((kind) =>
    (['steps', 'major'] as const).map((part): CityNumber => ({
      ...{ path: ['kinds', kind, 'chain', part], unit: 'conferenceStages', bound: 'noLess' },
      since: 'nextStart',
      guard: (next: Settings) => lostSteps(kinds[kind].chain[part], next.kinds[kind].chain[part]),
    })),
  ),
]);

export type ConferenceSettings = z.infer<(typeof conferenceSection)['schema']>;
export type KindSettings = ConferenceSettings['kinds']['party'];
export type ChainStep = z.infer<typeof stepSchema>;
export type LimitName = keyof ConferenceSettings['limits'];
