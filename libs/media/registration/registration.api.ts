import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import { idSchema, pageOf, pageQuerySchema, reasonSchema } from '../../kernel/answer.api.js';
import { standingSchema } from '../accreditation/accreditation.api.js';

/** 已登记 · 已入场 · 未予入场 */
export const registrationStateSchema = z.enum(['registered', 'admitted', 'turnedAway']);
export type RegistrationState = z.infer<typeof registrationStateSchema>;

/** POST /api/media/conferences/:conferenceId/registrations */
export const registrationInputSchema = z.strictObject({ reporterId: idSchema });
export type RegistrationInput = z.infer<typeof registrationInputSchema>;

/** POST /api/media/registrations/:id/turn-away */
export const turnAwaySchema = z.strictObject({
  /** For want of credentials, or for something else: barred for the former where an official register confirms them. */
  forCredentials: z.boolean(),
  note: z.string().trim().min(1, { error: '理由 (a reason)' }).max(300),
});
export type TurnAwayInput = z.infer<typeof turnAwaySchema>;

export const registrationSchema = standingSchema.extend({
  id: idSchema,
  registration: registrationStateSchema,
  note: z.string(),
  registeredBy: personRefSchema,
  registeredAt: z.string(),
  decidedAt: z.string().nullable(),
  actions: z.object({
    admit: z.object({ reasons: z.array(reasonSchema) }),
    turnAway: z.object({ reasons: z.array(reasonSchema) }),
  }),
});
/** GET /api/media/conferences/:conferenceId/registrations */
export const registrationQuerySchema = pageQuerySchema;
export type RegistrationQuery = z.infer<typeof registrationQuerySchema>;
export const registrationListSchema = pageOf(registrationSchema).extend({
  /** All of the conference, not of the page alone. */
  counts: z.record(registrationStateSchema, z.number()),
  actions: z.object({ register: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type RegistrationView = z.infer<typeof registrationSchema>;
export type RegistrationList = z.infer<typeof registrationListSchema>;
