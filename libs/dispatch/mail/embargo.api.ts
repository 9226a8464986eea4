import { z } from 'zod';
import { digestSchema, idSchema } from '../../kernel/answer.api.js';

/** POST /api/releases/:id/embargoed-copies: before its hour, to accredited lists only. */
export const embargoedSchema = z.strictObject({
  digest: digestSchema,
  mailingListIds: z
    .array(idSchema)
    .min(1, { error: '至少一份名单 (at least one list)' })
    .max(20, { error: '不超过 20 份名单 (at most 20 lists)' }),
});
export type EmbargoedInput = z.infer<typeof embargoedSchema>;
export const embargoedDoneSchema = z.object({
  done: z.literal(true),
  deliveries: z.number(),
  suppressed: z.number(),
});
