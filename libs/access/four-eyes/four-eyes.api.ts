import { z } from 'zod';
import { idSchema, reasonSchema } from '../../kernel/answer.api.js';
import { grantSchema, personRefSchema } from '../access.api.js';
import { firstPasswordSchema } from '../people/people.api.js';

const reasons = z.object({ reasons: z.array(reasonSchema) });

export const roleChangeSchema = z.object({
  id: idSchema,
  /** Roles to be given, a lost authenticator to be forgotten, an organ's account to be linked, a password to be reset. */
  kind: z.enum(['grants', 'resetFactor', 'organAccount', 'resetPassword']),
  person: personRefSchema,
  grants: z.array(grantSchema),
  /** Which organ's account; null in changes of other kinds. */
  accountName: z.string().nullable(),
  /** The organ's account that opens the person's sessions already: whoever confirms answers for that one too. */
  presentAccount: z.string().nullable(),
  /** Whoever confirms is shown a new first password, and the present one ends. */
  opensAnew: z.boolean(),
  reason: z.string(),
  proposedBy: personRefSchema,
  proposedAt: z.string(),
  /** After that it can only be declined. */
  until: z.string(),
  actions: z.object({ confirm: reasons, decline: reasons }),
});
export type RoleChangeView = z.infer<typeof roleChangeSchema>;

/** GET /api/role-changes: what waits for another administrator, the oldest first. */
export const roleChangeListSchema = z.object({
  items: z.array(roleChangeSchema),
  /** The configuration says that the city has one administrator: nothing waits, and the record says so. */
  alone: z.boolean(),
});
export type RoleChangeList = z.infer<typeof roleChangeListSchema>;

/** Answer to a confirmation. */
export const confirmedSchema = z.object({
  done: z.literal(true),
  /** Of a reset, and of a first powerful role: shown once, kept nowhere. */
  password: firstPasswordSchema.nullable(),
});
export type Confirmed = z.infer<typeof confirmedSchema>;
