import { z } from 'zod';
import { idSchema, instantSchema, pageOf, pageQuerySchema, reasonSchema } from '../../kernel/answer.api.js';

/**
 * What a key may be let do. Nothing that a person has to answer for in person is among them: no approval, no review, no
 * ruling, no roles.
 */
export const scopeSchema = z.enum([
  'releases:read',
  'releases:write',
  'dispatch:write',
  'findings:read',
  'reports:read',
]);
export type Scope = z.infer<typeof scopeSchema>;

/** Longer than a year nobody remembers whom a key was given to. */
export const KEY_DAYS = { usual: 180, most: 366 } as const;

/** GET /api/api-keys */
export const keyQuerySchema = pageQuerySchema.extend({ person: idSchema.exactOptional() });
export type KeyQuery = z.output<typeof keyQuerySchema>;

/** What a key is to be. */
const wantedKeySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, { error: '用途，至少两个字 (what it is for)' })
    .max(60, { error: '不超过 60 字 (at most 60 characters)' }),
  scopes: z.array(scopeSchema).min(1, { error: '至少一项权限 (at least one scope)' }),
  days: z.number().int().min(1).max(KEY_DAYS.most).default(KEY_DAYS.usual),
});
export type WantedKey = z.output<typeof wantedKeySchema>;

/** POST /api/api-keys */
export const issueKeySchema = wantedKeySchema.extend({
  /** For whom it acts: their roles bound what it can do. */
  personId: idSchema,
});
export type IssueKeyInput = z.output<typeof issueKeySchema>;

export const keySchema = z.object({
  id: idSchema,
  person: z.object({ id: idSchema, name: z.string() }),
  name: z.string(),
  scopes: z.array(scopeSchema),
  /** The last characters of the secret, to tell keys apart. */
  hint: z.string(),
  issuedBy: z.string(),
  issuedAt: instantSchema,
  expiresAt: instantSchema,
  usedAt: instantSchema.nullable(),
  state: z.enum(['inForce', 'expired', 'revoked']),
  actions: z.object({ revoke: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type KeyView = z.infer<typeof keySchema>;

export const keyListSchema = pageOf(keySchema).extend({
  actions: z.object({ issue: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type KeyList = z.infer<typeof keyListSchema>;

/** `secret` is shown once, kept nowhere. */
export const issuedKeySchema = z.object({ id: idSchema, secret: z.string(), expiresAt: instantSchema });
export type IssuedKey = z.infer<typeof issuedKeySchema>;

/** Answer to POST /api/api-keys: null while another administrator has to confirm it, who is shown the key then. */
export const keyAnswerSchema = z.object({ key: issuedKeySchema.nullable() });
export type KeyAnswer = z.infer<typeof keyAnswerSchema>;
