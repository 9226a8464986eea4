import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { idSchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/** GET /api/staffing: which organs lack somebody for a step of their chains, or have more main leaders than one. */
export const staffingListSchema = z.object({
  items: z.array(
    z.object({
      organ: organRefSchema,
      gaps: z.array(reasonSchema),
      /** Whoever is entered as main leader, where there are several. */
      leaders: z.array(personRefSchema),
    }),
  ),
  actions: z.object({ settleLeader: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type StaffingList = z.infer<typeof staffingListSchema>;

/** POST /api/staffing/:organId/leader: this one is the main leader, the others approve by authorisation. */
export const settleLeaderSchema = z.strictObject({ personId: idSchema });
