import { z } from 'zod';
import { numberUnits } from '../settings/number-unit.api.js';

/** A number, an hour, a rank; or what is set whole, as the rules file writes it, held to the same schema. */
const valueSchema = z.union([
  z.number(),
  z.string().max(40),
  z.array(z.unknown()).max(100).readonly(),
  z.record(z.string().max(40), z.unknown()).readonly(),
]);
const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** What an administrator may set one number to, and what was set. */
const numberSchema = z.object({
  unit: z.enum(numberUnits),
  /** What the rules files say; null where they leave it to the city. */
  inFile: valueSchema.nullable(),
  allowed: wordsSchema,
  /** From when a change counts: for limits that start afterwards, or for whatever is looked at next. */
  since: z.enum(['nextStart', 'atOnce']),
  /** `holds` is false where a later file no longer allows it: then the file's number is in force. */
  set: z
    .object({
      value: valueSchema,
      basis: z.string(),
      by: z.string(),
      at: z.string(),
      holds: z.boolean(),
    })
    .nullable(),
});

/** GET /api/rules: every number in force, with its article. */
export const rulesViewSchema = z.object({
  items: z.array(
    z.object({
      /** `deadlines.routineRelease.limit` */
      key: z.string(),
      value: z.unknown(),
      /** The provision it rests on; '' if the file names none. */
      article: z.string(),
      /** `console`: set there; `city`: the city's own file sets it; `measures`: inherited from the measures; `default`: none speaks of it. */
      origin: z.enum(['console', 'city', 'measures', 'default']),
      /** Null for what only the files say. */
      number: numberSchema.nullable(),
    }),
  ),
  /** Why this person may not set a number; empty if they may. */
  reasons: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() })),
});
export type RulesView = z.infer<typeof rulesViewSchema>;

/** POST /api/rules/numbers */
export const numberInputSchema = z.strictObject({
  key: z.string().min(1).max(200),
  value: valueSchema,
  basis: z.string().trim().min(1, '依据，如本市文件的文号 (what it rests on)').max(200),
  /** The number in force that was seen: another one by now is somebody else's change. */
  seen: valueSchema.nullable(),
});
export type NumberInput = z.infer<typeof numberInputSchema>;

/** POST /api/rules/numbers/removals */
export const numberRemovalSchema = numberInputSchema.pick({ key: true, seen: true });
export type NumberRemoval = z.infer<typeof numberRemovalSchema>;

/** What is in force after the change. */
export const numberInForceSchema = z.object({ key: z.string(), value: valueSchema.nullable() });
export type NumberInForce = z.infer<typeof numberInForceSchema>;
