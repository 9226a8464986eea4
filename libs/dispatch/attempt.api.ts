import { z } from 'zod';
import { idSchema, pageOf } from '../kernel/answer.api.js';

/** What came of a try or a look. `lost`: the process that tried was gone before it could say. */
export const attemptOutcomes = [
  ...(['delivered', 'accepted', 'rejected', 'deferred', 'unknown', 'lost'] as const),
  ...(['done', 'alreadyGone', 'notPossible'] as const),
  ...(['present', 'absent', 'stillPending', 'unreadable', 'shown', 'gone'] as const),
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** What the platform's code means here: why it waits, or who must act (`libs/channel/outcome.ts`). */
export const codeMeanings = [
  ...(['transient', 'rate', 'quota', 'token'] as const),
  ...(['content', 'credential', 'operator'] as const),
] as const;
export type CodeMeaning = (typeof codeMeanings)[number];

/** One step in the life of a delivery: what this house tried, and what a person did to it. */
export const attemptSchema = z.object({
  id: idSchema,
  /** `send`: sent, corrected or withdrew; `probe`: asked the platform what became of it; `person`: somebody's deed. */
  kind: z.enum(['send', 'probe', 'person']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Null for a deed. */
  outcome: z.enum(attemptOutcomes).nullable(),
  /** Its row had been taken by another try meanwhile: kept as evidence, not believed. */
  late: z.boolean(),
  meaning: z.enum(codeMeanings).nullable(),
  /** What the drafter must mend, as the channel names it. */
  field: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  receipt: z.object({ remoteId: z.string(), url: z.string().exactOptional() }).nullable(),
  /** When it was to be tried or asked about again; null where nothing was to follow by itself. */
  nextAt: z.string().nullable(),
  /** Who did it and what; null for the house's own steps. */
  deed: z.object({ by: z.string(), action: z.string(), to: z.string().nullable() }).nullable(),
});
export type AttemptView = z.infer<typeof attemptSchema>;

/** GET /api/deliveries/:id/attempts, the newest first. */
export const attemptListSchema = pageOf(attemptSchema);
export type AttemptList = z.infer<typeof attemptListSchema>;
