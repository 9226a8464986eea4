import { z } from 'zod';
import { idSchema, pageOf, pageQuerySchema, reasonSchema } from '../../kernel/answer.api.js';
import { grantSchema, roleSchema } from '../access.api.js';

const reasons = z.object({ reasons: z.array(reasonSchema) });
const reasonInputSchema = z
  .string()
  .trim()
  .min(1, { error: '理由 (a reason)' })
  .max(300, { error: '不超过 300 字 (at most 300 characters)' });

/** GET /api/people */
export const peopleQuerySchema = pageQuerySchema.extend({
  /** A part of the name, or the user name. */
  q: z.string().trim().max(100).exactOptional(),
  organ: idSchema.exactOptional(),
  role: roleSchema.exactOptional(),
  state: z.enum(['active', 'retired', 'all']).default('active'),
});
export type PeopleQuery = z.output<typeof peopleQuerySchema>;

export const personSchema = z.object({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  revision: z.number(),
  retired: z.boolean(),
  /** Until when the password that was shown once opens a session; null once the person chose one. */
  firstPasswordUntil: z.string().nullable(),
  roles: z.array(grantSchema),
  /** The account at the organ's identity provider, and since when it is bound; null without one. */
  organAccount: z.object({ name: z.string(), boundAt: z.string().nullable() }).nullable(),
  actions: z.object({
    ...{ revise: reasons, retire: reasons, restore: reasons, resetPassword: reasons },
    ...{ resetFactor: reasons, endSessions: reasons, linkAccount: reasons, unlinkAccount: reasons },
  }),
});
export type PersonView = z.infer<typeof personSchema>;

export const peopleListSchema = pageOf(personSchema).extend({
  /** The organs in which the reader may grant roles; null: in every one, and over all. */
  organs: z.array(z.object({ id: idSchema, name: z.string() })).nullable(),
  /** The roles that the reader may grant. */
  roles: z.array(roleSchema),
  actions: z.object({ add: reasons, endEverybodys: reasons }),
});
export type PeopleList = z.infer<typeof peopleListSchema>;

const grantInputSchema = z.strictObject({
  role: roleSchema,
  /** Null: over all organs. */
  organId: idSchema.nullable(),
});
export type GrantInput = z.output<typeof grantInputSchema>;

const contactFields = {
  name: z
    .string()
    .trim()
    .min(2, { error: '姓名，至少两个字 (a name)' })
    .max(40, { error: '不超过 40 字 (at most 40 characters)' }),
  email: z.union([z.literal(''), z.email({ error: '邮箱，或留空 (an address, or nothing)' })]).default(''),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+ ()-]{0,30}$/u, { error: '电话，数字和 + - ( ) (a telephone number)' })
    .default(''),
  grants: z.array(grantInputSchema).max(60),
};

/** POST /api/people */
export const addPersonSchema = z.strictObject({
  ...contactFields,
  username: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/u, {
      error: '2–40 个小写字母、数字或 . _ - (2 to 40 small letters, digits or . _ -)',
    }),
  grants: z.array(grantInputSchema).min(1, { error: '至少一个角色 (at least one role)' }).max(60),
});
export type AddPersonInput = z.output<typeof addPersonSchema>;

/** PUT /api/people/:id */
export const revisePersonSchema = z.strictObject({
  ...contactFields,
  expectedRevision: z.number().int().min(1),
  reason: reasonInputSchema,
});
export type RevisePersonInput = z.output<typeof revisePersonSchema>;

/** Answer to a change of roles or a reset of the second factor. */
export const changedSchema = z.object({
  done: z.literal(true),
  /** A part of it takes effect when another administrator confirms it. */
  waiting: z.boolean(),
});
export type Changed = z.infer<typeof changedSchema>;

/** POST /api/people/:id/retirement, /restoration and /password */
export const personReasonSchema = z.strictObject({ reason: reasonInputSchema });
export type PersonReasonInput = z.output<typeof personReasonSchema>;

/** Answer to a new password: shown once, kept nowhere. */
export const firstPasswordSchema = z.object({
  username: z.string(),
  name: z.string(),
  password: z.string(),
  until: z.string(),
});
export type FirstPassword = z.infer<typeof firstPasswordSchema>;

/** Answer to a reset. */
export const passwordResetSchema = z.object({
  /** Null where it waits for another administrator, who is shown it then. */
  password: firstPasswordSchema.nullable(),
});
export type PasswordReset = z.infer<typeof passwordResetSchema>;

/** Answer to adding a person. */
export const addedPersonSchema = firstPasswordSchema.extend({
  /** Some of the roles wait for another administrator. */
  waiting: z.boolean(),
});
export type AddedPerson = z.infer<typeof addedPersonSchema>;
