import { z } from 'zod';

const code = z
  .string()
  .trim()
  .min(6, { error: '6 位验证码或一枚恢复码 (a code of six digits, or a recovery code)' })
  .max(40);

/** GET /api/session/second-factor: one's own. */
export const factorSchema = z.object({
  /** `begun`: an authenticator was shown the key, and no code has proved it yet. */
  state: z.enum(['none', 'begun', 'active']),
  since: z.string().nullable(),
  /** One of the person's roles is held with a second factor only. */
  required: z.boolean(),
  recoveryCodesLeft: z.number(),
});
export type FactorView = z.infer<typeof factorSchema>;

/** POST /api/session/second-factor */
export const beginFactorSchema = z.strictObject({
  password: z.string().min(1, { error: '密码 (the password)' }).max(256),
});
export type BeginFactorInput = z.output<typeof beginFactorSchema>;

/** Shown once, for the authenticator. */
export const begunFactorSchema = z.object({
  /** Base32, to be typed where no picture can be read. */
  key: z.string(),
  uri: z.string(),
  /** The same as a QR code, SVG. */
  picture: z.string(),
});
export type BegunFactor = z.infer<typeof begunFactorSchema>;

/** POST /api/session/second-factor/confirmation and /recovery-codes */
export const codeSchema = z.strictObject({ code });
export type CodeInput = z.output<typeof codeSchema>;

/** Shown once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** POST /api/session/second-factor/removal */
export const removeFactorSchema = z.strictObject({
  password: z.string().min(1, { error: '密码 (the password)' }).max(256),
  code,
});
export type RemoveFactorInput = z.output<typeof removeFactorSchema>;
