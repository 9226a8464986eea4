import { z } from 'zod';

const perMinute = z.int('整数，每分钟封数').min(1).max(100_000);

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
  requireTls: z
    .boolean()
    .default(false)
    .describe(
      '没有 STARTTLS 就不发（不在本机的服务器总是这样）。/ Refuse to send without STARTTLS, as is always done beyond this machine.',
    ),
  plainText: z
    .boolean()
    .default(false)
    .describe(
      '发信服务器不在本机，又不支持 TLS：邮件明文走网络。只在这段网络可信时打开。/ The server is on another machine and knows no TLS: mails cross the network in clear.',
    ),
  connections: z
    .int()
    .min(1)
    .max(50)
    .default(5)
    .describe('同时打开的连接数；本机 MTA 可调高。/ Connections at once; an MTA of one’s own takes more.'),
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
      '一键退订的 https 地址（转到本系统的 /api/unsubscribe）；为空则回信退订。/ https address for one-click unsubscription, forwarded to /api/unsubscribe here; empty means by reply.',
    ),
  bounceAddress: z
    .union([z.literal(''), z.email().regex(/^[a-z0-9-]{1,14}@/iu, '@ 前不超过 14 个字母、数字或连字符')])
    .default('')
    .describe(
      '退信地址，其域名的 MX 指向本系统的退信接收口；为空则退信回到发件地址。/ Address for bounces, whose MX is the return server here; empty means that they go to the sender address.',
    ),
  domainRates: z
    .record(z.string().regex(/^(\*|[a-z0-9.-]+)$/u, '小写域名，或 * 表示其余域名'), perMinute)
    .default({})
    .describe(
      '对某个收件域名每分钟最多发几封，例如 qq.com: 60；* 为其余每个域名。/ Mails a minute to one domain; * is for each other domain.',
    ),
  attach: z
    .array(z.enum(['docx', 'pdf']))
    .max(2)
    .default([])
    .describe('随信附上的文档。/ Documents that go along.'),
  dkimDomain: z
    .string()
    .default('')
    .describe('DKIM 域名；为空则不签名。/ DKIM domain; empty means unsigned.'),
  dkimSelector: z.string().default('').describe('DKIM 选择符。/ DKIM selector.'),
  resendUrgent: z
    .boolean()
    .default(false)
    .describe(
      '突发事件和重要预警的邮件若结果不明，用同一 Message-ID 再发一次（可能重复），否则由人决定。/ Urgent mails whose outcome is not known are sent once more with the same Message-ID (maybe twice); otherwise a person decides.',
    ),
});

export const emailSecrets = z.object({
  password: z.string().default('').describe('登录密码。/ Password.'),
  unsubscribeKey: z
    .string()
    .default('')
    .describe(
      '生成退订和退信凭证的密钥；不填则由系统生成。/ Key for the tokens in unsubscribe links and return addresses; made by the system if empty.',
    ),
  dkimPrivateKey: z
    .string()
    .default('')
    .describe('DKIM 私钥（PEM）；设置 DKIM 域名时必填。/ DKIM private key (PEM); needed with a DKIM domain.'),
});

export type EmailSettings = z.output<typeof emailSettings>;
export type EmailSecrets = z.output<typeof emailSecrets>;
