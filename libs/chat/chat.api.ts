import { z } from 'zod';
import { idSchema, reasonSchema } from '../kernel/answer.api.js';

/** 企业微信群机器人 · 钉钉自定义机器人 · 飞书自定义机器人. */
export const chatPlatformSchema = z.enum(['wecom', 'dingtalk', 'feishu'], {
  error: '企业微信、钉钉或飞书 (wecom, dingtalk or feishu)',
});
export type ChatPlatformName = z.infer<typeof chatPlatformSchema>;

const reasons = z.object({ reasons: z.array(reasonSchema) });

export const chatMessageSchema = z.object({
  id: idSchema,
  kind: z.string(),
  state: z.enum(['planned', 'sending', 'sent', 'failed', 'unknown']),
  attempts: z.number(),
  message: z.string().nullable(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});

export const chatDestinationSchema = z.object({
  id: idSchema,
  organ: z.object({ id: idSchema, name: z.string() }),
  platform: chatPlatformSchema,
  name: z.string(),
  /** What of the address may be shown; the address itself is never read back. */
  hint: z.string(),
  /** Whether messages are signed with a key. */
  signed: z.boolean(),
  kinds: z.array(z.string()),
  enabled: z.boolean(),
  revision: z.number(),
  lastSentAt: z.string().nullable(),
  /** The newest that failed, are doubtful or wait. */
  troubles: z.array(chatMessageSchema),
  actions: z.object({ revise: reasons, trial: reasons }),
});
export type ChatDestinationView = z.infer<typeof chatDestinationSchema>;

const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** GET /api/chats */
export const chatListSchema = z.object({
  items: z.array(chatDestinationSchema),
  /** The kinds of notices, with the sentence that the group reads. */
  kinds: z.array(z.object({ key: z.string(), name: wordsSchema, sentence: wordsSchema })),
  /** The organs for which the reader may add one. */
  organs: z.array(z.object({ id: idSchema, name: z.string() })),
  actions: z.object({ add: reasons }),
});
export type ChatList = z.infer<typeof chatListSchema>;

const fields = {
  name: z
    .string()
    .trim()
    .min(1, { error: '群的名称 (a name)' })
    .max(60, { error: '不超过 60 字 (at most 60 characters)' }),
  kinds: z.array(z.string().min(1).max(60)).min(1, { error: '至少一种通知 (at least one kind)' }).max(60),
  enabled: z.boolean().default(true),
};

const addressSchema = z.string().trim().max(1_000);
const keySchema = z.string().trim().max(200);

/** POST /api/chats */
export const addChatSchema = z.strictObject({
  ...fields,
  organId: idSchema,
  platform: chatPlatformSchema,
  address: addressSchema.min(1, { error: '机器人的 Webhook 地址 (the address)' }),
  key: keySchema.default(''),
});
export type AddChatInput = z.output<typeof addChatSchema>;

/** PUT /api/chats/:id: an empty address or key stays as it is, for it is never read back. */
export const reviseChatSchema = z.strictObject({
  ...fields,
  expectedRevision: z.number().int().min(1),
  address: addressSchema.default(''),
  key: keySchema.default(''),
});
export type ReviseChatInput = z.output<typeof reviseChatSchema>;

/** POST /api/chats/:id/trial: what the platform said. */
export const chatTrialSchema = z.object({ sent: z.boolean(), message: z.string() });
export type ChatTrial = z.infer<typeof chatTrialSchema>;
