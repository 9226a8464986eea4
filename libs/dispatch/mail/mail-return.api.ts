import { z } from 'zod';
import { idSchema, pageOf, pageQuerySchema } from '../../kernel/answer.api.js';

/** GET and POST /api/unsubscribe: an address of the mails, not of the console. */
export const unsubscribeQuerySchema = z.object({ address: z.string().max(254), token: z.string().max(100) });
export type UnsubscribeQuery = z.infer<typeof unsubscribeQuerySchema>;

/** Body of a POST there: `list` from the page's button; a mail program's own (RFC 8058) names none and means all mail. */
export const leftListSchema = z.object({ list: z.string().min(1).max(64).exactOptional() }).catch({});

/** 地址失效 · 拒收 · 暂时失败 · 延迟 · 已送达 · 其他来信 */
export const bounceSchema = z.enum(['hard', 'refused', 'soft', 'delayed', 'arrived', 'other']);

/** GET /api/mail-returns */
export const mailReturnQuerySchema = pageQuerySchema.extend({
  /** Part of an address. */
  q: z.string().max(254).exactOptional(),
  bounce: bounceSchema.exactOptional(),
});
export type MailReturnQuery = z.infer<typeof mailReturnQuerySchema>;
export const mailReturnSchema = z.object({
  id: idSchema,
  receivedAt: z.string(),
  deliveryId: idSchema.nullable(),
  releaseId: idSchema.nullable(),
  releaseTitle: z.string().nullable(),
  address: z.string(),
  bounce: bounceSchema,
  /** Enhanced status code, '' for other mail. */
  status: z.string(),
  diagnostic: z.string(),
  subject: z.string(),
  /** Failures and delays of this address in the 30 days before. */
  failures: z.number(),
});
export type MailReturnView = z.infer<typeof mailReturnSchema>;
export const mailReturnListSchema = pageOf(mailReturnSchema);
export type MailReturnList = z.infer<typeof mailReturnListSchema>;
