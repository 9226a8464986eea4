import { outwardAddressFaults, type AddressFault } from '@koujing/kernel';
import { z } from 'zod';

/** Settings of a receiver; the descriptions label the console's form. */
export const webhookSettings = z
  .object({
    url: z
      .url({ protocol: /^https?$/u })
      .describe('接收事件的地址（POST）。/ Address that takes the events by POST.'),
    statusUrl: z
      .union([z.literal(''), z.url({ protocol: /^https?$/u })])
      .default('')
      .describe(
        '查询一篇稿件现状的地址，{id} 为稿件编号；为空则结果不明时由人核实。/ Address that tells how a release stands, {id} being its id; without one a person looks when an answer is lost.',
      ),
    privateHosts: z
      .array(z.string().min(1))
      .default([])
      .describe(
        '允许解析到内网地址、允许用 http 的主机名；其余一律只连公网 https。/ Hosts that may resolve to private addresses and use http; all others are reached by https on public addresses only.',
      ),
  })
  .superRefine((settings, context) => {
    for (const field of ['url', 'statusUrl'] as const)
      for (const message of objections(settings[field], settings.privateHosts))
        context.addIssue({ code: 'custom', path: [field], message });
  });

const said: Readonly<Record<AddressFault, string>> = {
  noAddress: '完整的地址 (a whole address)',
  carriesUser: '地址中不带用户名和密码 (no user in the address)',
  notHttps: 'https 地址，或把主机列入 privateHosts (https, or a listed host)',
  innerNetwork: '公网地址，或把主机列入 privateHosts (a public address, or a listed host)',
};

/** An empty address is none; one that cannot be read has been told of by the schema. */
const objections = (address: string, privateHosts: readonly string[]): readonly string[] =>
  URL.canParse(address) ? outwardAddressFaults(address, privateHosts).map((fault) => said[fault]) : [];

export const webhookSecrets = z.object({
  secret: z
    .string()
    .min(32)
    .describe('签名密钥，不少于 32 字符，与接收方共享。/ Signing key of at least 32 characters.'),
  previousSecret: z
    .union([z.literal(''), z.string().min(32)])
    .default('')
    .describe(
      '更换密钥期间的旧密钥，两个签名同时发出。/ The former key while it is being replaced; both sign.',
    ),
});

export type WebhookSettings = z.output<typeof webhookSettings>;
export type WebhookSecrets = z.output<typeof webhookSecrets>;
