import { z } from 'zod';

/** Settings of a Weibo account; the descriptions label the console's form. */
export const weiboSettings = z.object({
  apiUrl: z
    .url()
    .default('https://api.weibo.com')
    .describe('接口地址。沙箱或代理可替换。/ Base URL of the API; replace it for a sandbox or proxy.'),
  clientId: z.string().min(1).describe('应用 App Key。/ App key.'),
  redirectUri: z
    .url()
    .default('https://127.0.0.1/accounts/consent')
    .describe(
      '授权回调地址：控制台的 /accounts/consent，须与应用登记一致。/ OAuth2 redirect address: the console’s /accounts/consent, as registered.',
    ),
  rip: z
    .union([z.ipv4(), z.ipv6()])
    .describe('操作人员真实 IP（接口必填）。/ The real IP of the operator; the API demands it.'),
  uid: z.string().regex(/^\d*$/u).default('').describe('账号 UID。/ Numeric id of the account.'),
  safeDomains: z
    .array(z.string())
    .default([])
    .describe('应用安全域名；为空则不在本地检查。/ Domains bound to the app; empty means not checked here.'),
  maxLength: z
    .int()
    .min(20)
    .max(140)
    .default(140)
    .describe('正文字数上限。/ Longest text; a CJK character counts 1, an ASCII character ½.'),
  linkWeight: z
    .int()
    .min(11)
    .max(20)
    .default(20)
    .describe('一个链接折合的字数（11–20，取大为稳）。/ What one link counts; 20 is the safe side.'),
  attachPicture: z.boolean().default(true).describe('附上首张图片。/ Attach the first picture.'),
  onCorrection: z
    .enum(['replace', 'followUp'])
    .default('replace')
    .describe(
      '更正时：删除原博后发更正（replace），或保留原博、另发更正（followUp）。/ On correction: delete the post and publish the correction, or keep it and follow up.',
    ),
  postPage: z
    .string()
    .default('https://m.weibo.cn/status/{id}')
    .describe('微博页面地址，{id} 为微博编号。/ Where a person can open a post.'),
});

export const weiboSecrets = z.object({
  clientSecret: z.string().min(1).describe('应用 App Secret。/ App secret.'),
  accessToken: z
    .string()
    .min(1)
    .describe('授权令牌；网页应用没有刷新令牌，到期须由人重新授权。/ Access token; a person must renew it.'),
});

export type WeiboSettings = z.output<typeof weiboSettings>;
export type WeiboSecrets = z.output<typeof weiboSecrets>;
