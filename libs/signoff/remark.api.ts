import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { digestSchema, idSchema } from '../kernel/answer.api.js';

/** A remark is a few sentences to colleagues; what is longer is a draft. */
export const REMARK_MAX = 500;

/** POST /api/releases/:id/remarks: plain words beside the text, on the version that has the digest. */
export const remarkInputSchema = z.strictObject({
  digest: digestSchema,
  text: z
    .string()
    .trim()
    .min(1, { error: '批注的内容 (the words of the remark)' })
    .max(REMARK_MAX, { error: `批注不超过 ${REMARK_MAX} 字 (at most ${REMARK_MAX} characters)` }),
});
export type RemarkInput = z.infer<typeof remarkInputSchema>;

/** Kept beside the release, never in its text and never published. */
export const remarkSchema = z.object({
  id: idSchema,
  by: personRefSchema,
  at: z.string(),
  /** On which it was said. */
  version: z.number(),
  text: z.string(),
});
export type RemarkView = z.infer<typeof remarkSchema>;
