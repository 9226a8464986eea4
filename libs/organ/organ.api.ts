import { z } from 'zod';
import { idSchema, pageOf } from '../kernel/answer.api.js';

export const organRefSchema = z.object({ id: idSchema, name: z.string(), shortName: z.string() });
export type OrganRef = z.infer<typeof organRefSchema>;

export const organSchema = organRefSchema.extend({
  aliases: z.array(z.string()),
  kind: z.string(),
  level: z.string(),
  area: z.string(),
  parentId: idSchema.nullable(),
  remit: z.array(z.string()),
  releaseUnit: z.string(),
  isOffice: z.boolean(),
});
export type OrganView = z.infer<typeof organSchema>;

/** GET /api/organs */
export const organListSchema = pageOf(organSchema);
export type OrganList = z.infer<typeof organListSchema>;
