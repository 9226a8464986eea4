import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { digestSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { releaseSummarySchema } from '../release/release.api.js';
import { releasePageSchema, signatureStepSchema } from './signoff.api.js';

/** A limit that runs while a signer thinks. */
export const approvalClockSchema = z.object({
  /** The duty, or the title of the matter whose hour it is. */
  duty: z.string(),
  /** The same in English; absent where the rules file has none. */
  dutyEn: z.string().exactOptional(),
  /** The provision that it rests on; null where a person set the hour. */
  article: z.string().nullable(),
  dueAt: z.string(),
  /** Milliseconds left by the server's clock; negative when overdue. */
  leftMs: z.number(),
  hard: z.boolean(),
  paused: z.boolean(),
});
export type ApprovalClock = z.infer<typeof approvalClockSchema>;

/** Who handed it in and when, and since when this very step waits. */
const waitingSchema = z.object({
  handedIn: z.object({ by: personRefSchema, at: z.string() }).nullable(),
  since: z.string(),
});

/** GET /api/approvals: what waits for the reader's own word now, the most urgent clock first. */
export const approvalSummarySchema = waitingSchema.extend({
  release: releaseSummarySchema,
  step: signatureStepSchema,
  clock: approvalClockSchema.nullable(),
});
export type ApprovalSummary = z.infer<typeof approvalSummarySchema>;
export const approvalQuerySchema = pageQuerySchema;
export const approvalListSchema = pageOf(approvalSummarySchema);
export type ApprovalList = z.infer<typeof approvalListSchema>;

/** GET /api/approvals/:id: one release as its signer reads it, whether it waits for the reader or not. */
export const approvalSchema = waitingSchema.extend({
  page: releasePageSchema,
  decision: z.object({
    step: signatureStepSchema,
    /** Empty: it waits for the reader. */
    reasons: z.array(reasonSchema),
    /** The password is asked once more; it was not entered within the last minutes. */
    stepUp: z.boolean(),
  }),
  clocks: z.array(approvalClockSchema),
  /** The last other text that the reader opened or signed; null at the first look. */
  lastLook: z.object({ version: z.number(), at: z.string() }).nullable(),
  /** When the reader last read the present text; null if never. */
  seenAt: z.string().nullable(),
});
export type ApprovalView = z.infer<typeof approvalSchema>;

/** POST /api/approvals/:id/look: the text was opened and read, not only listed. */
export const lookInputSchema = z.strictObject({ digest: digestSchema });
export type LookInput = z.infer<typeof lookInputSchema>;
