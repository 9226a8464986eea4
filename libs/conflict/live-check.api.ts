import { z } from 'zod';
import { idSchema } from '../kernel/answer.api.js';
import { channelWordsSchema, releaseKindSchema } from '../release/release.api.js';
import {
  factConflictSchema,
  findingKindSchema,
  findingReleaseSchema,
  severitySchema,
} from './conflict.api.js';

/** Far above any release; beyond it a paste is a mistake. */
const BODY_MAX = 100_000;

/** POST /api/live-check: a draft while it is typed. Nothing of it is stored. */
export const liveCheckInputSchema = z.strictObject({
  /** The release that is being edited, so that it is not held against itself. */
  releaseId: idSchema.nullable().default(null),
  organId: idSchema,
  kind: releaseKindSchema,
  title: z.string().max(200),
  /** The text as the detector reads it: plain, paragraphs parted by line breaks. */
  body: z.string().max(BODY_MAX, { error: `正文不超过 ${BODY_MAX} 字 (at most ${BODY_MAX} characters)` }),
  jointOrganIds: z.array(idSchema).max(30).default([]),
  relayOf: idSchema.nullable().default(null),
  supersedes: idSchema.nullable().default(null),
  matter: idSchema.nullable().default(null),
  /** The words that a person set for one channel, by its name; they are held against the text. */
  overrides: z.record(z.string().max(60), channelWordsSchema).default({}),
});
export type LiveCheckInput = z.output<typeof liveCheckInputSchema>;

/** Offsets count UTF-16 units in title + "\n" + body. */
export const liveCheckSchema = z.object({
  /** Every fact that was read, to be underlined. */
  facts: z.array(z.object({ attribute: z.string(), start: z.number(), end: z.number(), value: z.string() })),
  findings: z.array(
    z.object({
      kind: findingKindSchema,
      severity: severitySchema,
      confidence: z.number(),
      explanation: z.string(),
      explanationEn: z.string(),
      /** The draft is named by `releaseId`, or `draft`. */
      facts: z.array(factConflictSchema),
      /** The released texts that it collides with. */
      releases: z.array(findingReleaseSchema),
    }),
  ),
  /** How many released texts it was compared with. */
  checkedAgainst: z.number(),
});
export type LiveCheck = z.infer<typeof liveCheckSchema>;
