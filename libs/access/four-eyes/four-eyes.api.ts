import { z } from 'zod';
import { idSchema, reasonSchema } from '../../kernel/answer.api.js';
import { grantSchema, personRefSchema } from '../access.api.js';
import { issuedKeySchema, scopeSchema } from '../keys/key.api.js';
import { firstPasswordSchema } from '../people/people.api.js';

const reasons = z.object({ reasons: z.array(reasonSchema) });

export const roleChangeSchema = z.object({
  id: idSchema,
  /** Roles to be given, a lost authenticator to be forgotten, an organ's account to be linked, a password to be reset, a key for a program. */
  kind: z.enum(['grants', 'resetFactor', 'organAccount', 'resetPassword', 'apiKey']),
  person: personRefSchema,
  grants: z.array(grantSchema),
  /** Which organ's account; null in changes of other kinds. */
  accountName: z.string().nullable(),
  /** What the key is to be; null in changes of other kinds. */
  apiKey: z.object({ name: z.string(), scopes: z.array(scopeSchema), days: z.number() }).nullable(),
  /** The organ's account that opens the person's sessions already: whoever confirms answers for that one too. */
  presentAccount: z.string().nullable(),
  /** Whoever confirms is shown a new first password, and the present one ends. */
  opensAnew: z.boolean(),
  /** Keys that one administrator alone was shown, and that end with the person's first powerful role. */
  endsKeys: z.number(),
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
  /** Shown once, too. */
  key: issuedKeySchema.nullable(),
});
export type Confirmed = z.infer<typeof confirmedSchema>;
