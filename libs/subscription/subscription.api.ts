import { z } from 'zod';
import { idSchema, instantSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';

/** 发布 · 更正 · 撤回 · 渠道有了结果 · 口径冲突出现、消除 · 时限已过 */
export const eventKindSchema = z.enum([
  'release.published',
  'release.corrected',
  'release.withdrawn',
  'delivery.settled',
  'finding.opened',
  'finding.closed',
  'deadline.missed',
]);
export type EventKind = z.infer<typeof eventKindSchema>;

/** POST /api/event-subscriptions */
export const addSubscriptionSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, { error: '接收的系统，至少两个字 (which system)' })
    .max(60, { error: '不超过 60 字 (at most 60 characters)' }),
  url: z.string().trim().min(1, { error: '接收事件的地址 (an address)' }).max(500),
  /** Null: of the whole city. */
  organId: idSchema.nullable().default(null),
  kinds: z.array(eventKindSchema).min(1, { error: '至少一种事件 (at least one kind)' }),
});
export type AddSubscriptionInput = z.output<typeof addSubscriptionSchema>;
/** `secret` is shown once. */
export const addedSubscriptionSchema = z.object({ id: idSchema, secret: z.string() });
export type AddedSubscription = z.infer<typeof addedSubscriptionSchema>;

const allowed = z.object({ reasons: z.array(reasonSchema) });
export const subscriptionSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Host of its address. */
  hint: z.string(),
  organ: z.object({ id: idSchema, name: z.string() }).nullable(),
  kinds: z.array(eventKindSchema),
  createdBy: z.string(),
  createdAt: instantSchema,
  state: z.enum(['inForce', 'paused', 'ended']),
  pauseReason: z.string(),
  /** Deliveries that wait, and when one went out last. */
  waiting: z.number(),
  lastAt: instantSchema.nullable(),
  actions: z.object({ trial: allowed, pause: allowed, resume: allowed, end: allowed }),
});
export type SubscriptionView = z.infer<typeof subscriptionSchema>;
/** GET /api/event-subscriptions: those that the reader keeps. */
export const subscriptionListSchema = z.object({
  items: z.array(subscriptionSchema),
  /** Organs for which the reader may add one; `city` if for the whole city too. */
  organs: z.array(z.object({ id: idSchema, name: z.string() })),
  city: z.boolean(),
  actions: z.object({ add: allowed }),
});
export type SubscriptionList = z.infer<typeof subscriptionListSchema>;

/** POST /api/event-subscriptions/:id/trial: what a `ping` was answered. */
export const subscriptionTrialSchema = z.object({ taken: z.boolean(), message: z.string() });
export type SubscriptionTrial = z.infer<typeof subscriptionTrialSchema>;

/** GET /api/event-subscriptions/:id/deliveries, newest first */
export const eventDeliveryQuerySchema = pageQuerySchema;
export type EventDeliveryQuery = z.output<typeof eventDeliveryQuerySchema>;
export const eventDeliverySchema = z.object({
  id: idSchema,
  eventId: idSchema,
  kind: eventKindSchema,
  body: z.string(),
  state: z.enum(['planned', 'sending', 'delivered']),
  attempts: z.number(),
  nextAt: instantSchema.nullable(),
  /** What the receiver answered last; null before the first answer. */
  status: z.number().nullable(),
  answer: z.string(),
  createdAt: instantSchema,
  settledAt: instantSchema.nullable(),
});
export const eventDeliveryListSchema = pageOf(eventDeliverySchema);
export type EventDeliveryList = z.infer<typeof eventDeliveryListSchema>;
