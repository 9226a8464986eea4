import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { idSchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/** POST /api/releases/:id/concerned/:organId/dismissal: why an organ that the text touches need not confirm. */
export const dismissalInputSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '不需要会签的理由 (a reason)' }).max(500),
});
export type DismissalInput = z.output<typeof dismissalInputSchema>;

/** An element of this kind of release, and the sentence that carries it. */
export const elementViewSchema = z.object({
  element: z.string(),
  title: z.string(),
  titleEn: z.string(),
  article: z.string(),
  hard: z.boolean(),
  state: z.enum(['found', 'ticked', 'missing']),
  sentence: z.string(),
});
export type ElementView = z.infer<typeof elementViewSchema>;

/** An organ that the text touches (Art.14(c)). */
export const concernViewSchema = z.object({
  organ: organRefSchema,
  by: z.enum(['name', 'remit']),
  /** The name in the text, or the subject of the title. */
  words: z.string(),
  state: z.enum(['joint', 'dismissed', 'open']),
  dismissal: z.object({ reason: z.string(), by: personRefSchema, at: z.string() }).nullable(),
});
export type ConcernView = z.infer<typeof concernViewSchema>;

/** What a release must say and declare, and whom it concerns. */
export const contentViewSchema = z.object({
  elements: z.array(elementViewSchema),
  concerned: z.array(concernViewSchema),
  /** Media scrutiny: the result that was published to this response; null while it is owed. */
  result: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** Bar submission. */
  missing: z.array(reasonSchema),
  /** Are told and bar nothing. */
  advice: z.array(reasonSchema),
  actions: z.object({ dismiss: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type ContentView = z.infer<typeof contentViewSchema>;
