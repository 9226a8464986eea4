import { z } from 'zod';

/** Settings of a sending address; the descriptions label the console's form. */
export const emailSettings = z.object({
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      '发信服务器。建议用本机 MTA，使“是否送达不明”的时段最短。/ SMTP host; an MTA on this machine is best.',
    ),
  port: z.int().min(1).max(65_535).default(25).describe('端口。/ Port.'),
  secure: z.boolean().default(false).describe('直接使用 TLS（465 端口）。/ TLS from the start (port 465).'),
  requireTls: z.boolean().default(false).describe('没有 STARTTLS 就不发。/ Refuse to send without STARTTLS.'),
  user: z.string().default('').describe('登录名；为空则不登录。/ User name; empty means no sign-in.'),
  from: z.email().describe('发件地址。/ Sender address.'),
  fromName: z
    .string()
    .max(60)
    .default('')
    .describe('发件人名称；为空则用发布机关。/ Sender name; empty means the organ.'),
  replyTo: z.email().describe('有人值守的回复地址。/ A reply address that somebody reads.'),
  contactName: z
    .string()
    .max(60)
    .default('')
    .describe('媒体联系人；为空则用发布机关。/ Press contact; empty means the organ.'),
  contactPhone: z.string().max(60).default('').describe('媒体联系电话。/ Telephone for the media.'),
  unsubscribeUrl: z
    .union([z.literal(''), z.url({ protocol: /^https$/u })])
    .default('')
    .describe(
      '一键退订的 https 地址；为空则回信退订。/ https address for one-click unsubscription; empty means by reply.',
    ),
});

export const emailSecrets = z.object({
  password: z.string().default('').describe('登录密码。/ Password.'),
  unsubscribeKey: z
    .string()
    .default('')
    .describe(
      '生成退订凭证的密钥；设置退订地址时必填。/ Key for unsubscribe tokens; needed with an unsubscribe address.',
    ),
});

export type EmailSettings = z.output<typeof emailSettings>;
export type EmailSecrets = z.output<typeof emailSecrets>;
