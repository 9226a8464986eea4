import { z } from 'zod';
import { idSchema, pageOf, pageQuerySchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { differenceSchema } from '../dispatch/dispatch.api.js';

/** GET /api/drifts: those still open, of the organs that the reader sees. */
export const driftQuerySchema = pageQuerySchema.extend({
  /** Those of which the reader is told: of organs for which they act, and for a coordinator all. */
  whose: z.enum(['mine']).exactOptional(),
});
export type DriftQuery = z.infer<typeof driftQuerySchema>;

/** What the public finds otherwise than it was approved. */
export const openDriftSchema = z.object({
  id: idSchema,
  /** Null of a list, a feed or a notice around what was published. */
  releaseId: idSchema.nullable(),
  /** Of a file of the site: where it stands below the root. */
  releaseTitle: z.string(),
  /** Where the public finds it; null of a release. */
  url: z.string().nullable(),
  organ: organRefSchema,
  accountName: z.string(),
  kind: z.enum(['differs', 'gone']),
  differences: z.array(differenceSchema),
  raisedAt: z.string(),
});
export type OpenDrift = z.infer<typeof openDriftSchema>;

export const driftListSchema = pageOf(openDriftSchema);
export type DriftList = z.infer<typeof driftListSchema>;
