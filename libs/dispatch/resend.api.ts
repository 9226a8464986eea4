import { z } from 'zod';
import { idSchema } from '../kernel/answer.api.js';

/** Rows of one press: each may cost a question to its platform, and somebody is waiting for the answer. */
export const RESEND_LIMIT = 500;

/** POST /api/deliveries/resend: rows that were refused or that nobody can tell, of one release or one account. */
export const resendSchema = z
  .strictObject({
    releaseId: idSchema.exactOptional(),
    accountId: idSchema.exactOptional(),
    state: z.enum(['rejected', 'needsPerson'], { error: 'rejected 或 needsPerson' }).exactOptional(),
    /** The platform's own code, e.g. 451. */
    code: z.string().max(60).exactOptional(),
    /** Part of a mail address. */
    recipient: z.string().max(254).exactOptional(),
    reason: z
      .string()
      .trim()
      .min(1, { error: '重发的理由 (a reason)' })
      .max(500, { error: '理由不超过 500 字 (at most 500 characters)' }),
  })
  .refine(({ releaseId, accountId }) => releaseId !== undefined || accountId !== undefined, {
    path: ['releaseId'],
    error: '稿件或账号，至少一项 (a release or an account)',
  });
export type ResendInput = z.infer<typeof resendSchema>;

/** What the platform said when it was asked just now (for mail, that cannot be asked: what its server said then). */
export const findingOfRow = z.enum([
  'rejected',
  'absent',
  'present',
  'doubled',
  'pending',
  'inDoubt',
  'accountStopped',
  'changed',
  /** Corrected or withdrawn meanwhile, or its address gets nothing. */
  'barred',
]);
export type FoundRow = z.infer<typeof findingOfRow>;

export const resentRowSchema = z.object({
  deliveryId: idSchema,
  releaseId: idSchema,
  accountName: z.string(),
  channel: z.string(),
  recipient: z.string(),
  found: findingOfRow,
  /** Planned anew; only ever after `rejected` or `absent`. */
  resent: z.boolean(),
  message: z.string(),
});
export type ResentRow = z.infer<typeof resentRowSchema>;

export const resendResultSchema = z.object({
  rows: z.array(resentRowSchema),
  resent: z.number(),
  /** Rows by what was found. */
  found: z.record(z.string(), z.number()),
  /** Rows that the filter chose beyond the limit of one press. */
  remaining: z.number(),
});
export type ResendResult = z.infer<typeof resendResultSchema>;
