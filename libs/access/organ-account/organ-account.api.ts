import { z } from 'zod';
import { reasonSchema } from '../../kernel/answer.api.js';
import { personReasonSchema } from '../people/people.api.js';

/** GET /api/session/organ-account: what the sign-in page shows of it. */
export const organAccountSchema = z.object({
  /** The city has connected its identity provider. */
  offered: z.boolean(),
  /** The provider let the person in, and the code of their authenticator is still asked for. */
  asksForCode: z.boolean(),
  /** Why the last way there and back opened nothing; told once. */
  reasons: z.array(reasonSchema),
});
export type OrganAccountView = z.infer<typeof organAccountSchema>;

/** GET /api/session/organ-account/begin: the page of this house to come back to. */
export const beginSchema = z.object({
  to: z
    .string()
    .max(500)
    // One of our own: two slashes, or one the other way, would lead to another house.
    .regex(/^\/(?![/\\])[\w\-./?=&%]*$/u, { error: '本系统的页面地址 (a page of this house)' })
    .default('/'),
});
export type BeginQuery = z.output<typeof beginSchema>;

/** POST /api/session/organ-account: what is still asked for. */
export const organCodeSchema = z.strictObject({
  code: z.string().min(6, { error: '验证码 (the code)' }).max(40),
});
export type OrganCodeInput = z.output<typeof organCodeSchema>;

/** PUT /api/people/:id/organ-account */
export const linkAccountSchema = personReasonSchema.extend({
  name: z
    .string()
    .trim()
    .min(1, { error: '统一身份账号 (the account)' })
    .max(200, { error: '不超过 200 个字符 (at most 200 characters)' }),
});
export type LinkAccountInput = z.output<typeof linkAccountSchema>;
