import { z } from 'zod';
import { idSchema } from '../kernel/answer.api.js';

/**
 * 起草员 · 会签人 · 审核员 · 保密审查员 · 审批领导 · 主要领导 · 发言人 · 统筹员 · 管理员 · 审计员. The main leader approves by
 * office (Art.14); `approver` sits at the same desk and approves only within an authorisation of the leader (Art.5(6)).
 */
export const roleSchema = z.enum([
  'drafter',
  'coSigner',
  'reviewer',
  'confidentialityReviewer',
  'approver',
  'principalLeader',
  'spokesperson',
  'coordinator',
  'administrator',
  'auditor',
]);
export type Role = z.infer<typeof roleSchema>;

/** POST /api/session */
export const signInSchema = z.object({
  username: z.string().min(1, { error: '用户名 (the user name)' }).max(64),
  password: z.string().min(1, { error: '密码 (the password)' }).max(256),
  /** Of the authenticator, or a recovery code; asked for with `codeNeeded` where somebody has set one up. */
  code: z.string().max(40).exactOptional(),
  /** Why the emergency account is used; asked for with `breakGlassReason` there alone. */
  reason: z.string().trim().max(300).exactOptional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/**
 * POST /api/session/step-up, before what cannot be taken back: the password once more, or a code of whoever has set up an
 * authenticator.
 */
export const stepUpSchema = z.union([
  z.strictObject({ password: z.string().min(1, { error: '密码 (the password)' }).max(256) }),
  z.strictObject({ code: z.string().min(6, { error: '验证码 (the code)' }).max(40) }),
]);
export type StepUpInput = z.infer<typeof stepUpSchema>;

/** Ten characters are what few lists of common ones hold. */
export const leastPassword = 10;

/** POST /api/session/password: one's own. */
export const changePasswordSchema = z.strictObject({
  password: z.string().min(1, { error: '现在的密码 (the present password)' }).max(256),
  newPassword: z
    .string()
    .min(leastPassword, { error: '新密码至少 10 个字符 (at least ten characters)' })
    .max(256, { error: '不超过 256 个字符 (at most 256 characters)' }),
});
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

/** A role in one organ; `organId` null means in all organs. */
export const grantSchema = z.object({
  role: roleSchema,
  organId: idSchema.nullable(),
  organName: z.string().nullable(),
});
export type GrantView = z.infer<typeof grantSchema>;

/** GET and POST /api/session; 401 without a session. */
export const sessionSchema = z.object({
  person: z.object({ id: idSchema, username: z.string(), name: z.string(), email: z.string() }),
  roles: z.array(grantSchema),
  /** True for the office (Art.4) and city-wide roles: sees every organ. */
  seesAll: z.boolean(),
  csrf: z.string(),
  /** True with a first password: nothing can be done before another one is chosen. */
  mustChangePassword: z.boolean(),
  /** True while a role asks for a second factor that is not set up: nothing can be done before it is. */
  mustSetUpFactor: z.boolean(),
  /** Whether a code of an authenticator is asked for, at the sign-in and before what cannot be taken back. */
  secondFactor: z.boolean(),
  expiresAt: z.string(),
});
export type SessionView = z.infer<typeof sessionSchema>;

/** DELETE /api/session */
export const signedOutSchema = z.object({
  done: z.literal(true),
  /** Where the browser ends the session at the organ's identity provider; null if it did not come from there. */
  signOutAt: z.string().nullable(),
});
export type SignedOut = z.infer<typeof signedOutSchema>;

export const personRefSchema = z.object({ id: idSchema, name: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;
