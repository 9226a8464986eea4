import { z } from 'zod';

/** Settings of an Official Account; the descriptions label the console's form. */
export const wechatSettings = z.object({
  apiUrl: z
    .url()
    .default('https://api.weixin.qq.com')
    .describe('接口地址。沙箱或代理可替换。/ Base URL of the API; replace it for a sandbox or proxy.'),
  appId: z.string().min(1).describe('公众号 AppID。/ AppID of the Official Account.'),
  mode: z
    .enum(['publish', 'mass'])
    .default('publish')
    .describe(
      '发布（不推送）或群发（推送给粉丝，占用群发次数）。/ Publish quietly, or push to followers (uses the quota).',
    ),
  massTagId: z
    .string()
    .regex(/^\d*$/u)
    .default('')
    .describe('群发的粉丝标签；为空则群发给全部。/ Follower tag for mass sending; empty means everyone.'),
  author: z
    .string()
    .max(16)
    .default('')
    .describe('作者；为空则用发布机关名称。/ Author shown; empty means the releasing organ.'),
  onCorrection: z
    .enum(['replace', 'followUp'])
    .default('replace')
    .describe(
      '更正时：删除原文后发更正（replace），或保留原文、另发更正（followUp）。/ On correction: delete the article and publish the correction, or keep it and follow up.',
    ),
  openComment: z.boolean().default(false).describe('打开留言。/ Open the comments.'),
  coverMediaId: z
    .string()
    .default('')
    .describe(
      '无图发布时的封面永久素材编号；为空则上传自带封面。/ Permanent cover for releases without pictures.',
    ),
});

export const wechatSecrets = z.object({
  appSecret: z.string().min(1).describe('公众号 AppSecret。/ AppSecret of the Official Account.'),
});

export type WechatSettings = z.output<typeof wechatSettings>;
export type WechatSecrets = z.output<typeof wechatSecrets>;
