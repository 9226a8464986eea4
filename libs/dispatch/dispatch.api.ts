import { z } from 'zod';
import { digestSchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';

/** POST /api/releases/:id/publish: bound to the content that the person saw. */
export const publishSchema = z.strictObject({ digest: digestSchema });
export type PublishInput = z.infer<typeof publishSchema>;

export const publishedSchema = z.object({
  done: z.literal(true),
  /** Rows of the ledger that were planned. */
  deliveries: z.number(),
  /** Addresses that got no mail because they are stopped. */
  suppressed: z.number(),
});
export type PublishedView = z.infer<typeof publishedSchema>;

/** How an account is, as far as is known without asking, and what the last look found. */
export const healthSchema = z.object({
  checkedAt: z.string().nullable(),
  findings: z.array(
    z.object({
      severity: z.enum(['block', 'warn']),
      code: z.string(),
      message: z.string(),
      messageEn: z.string(),
    }),
  ),
  /** `person`: nobody but a person can renew the authorisation; null: there is none. */
  renewal: z.enum(['automatic', 'person']).nullable(),
  tokenEndsAt: z.string().nullable(),
  restsUntil: z.string().nullable(),
  quotas: z.array(
    z.object({
      name: z.string(),
      per: z.string(),
      count: z.number(),
      used: z.number(),
      /** Kept for publishing: asking what became of a post stops before these. */
      reserve: z.number(),
      opensAt: z.string(),
    }),
  ),
  /** Among the newest deliveries of the house. */
  succeededAt: z.string().nullable(),
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
  /** Null where nobody looks through what stands there: a platform that lists nothing, an account that is only just there. */
  watched: z
    .object({
      /** To the end, for what no release put there. */
      lookedAt: z.string().nullable(),
      /** Why not since then. */
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type HealthView = z.infer<typeof healthSchema>;

/** GET /api/accounts; POST /api/accounts/:id/examine looks now, POST /api/accounts/:id/resume lets it send again */
export const accountSchema = z.object({
  id: idSchema,
  /** Whose it is; null for the city's own. */
  organId: idSchema.nullable(),
  channel: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  /** `stopped` waits for an operator (`breakerReason`), `open` rests for a while. */
  breaker: z.enum(['closed', 'open', 'stopped']),
  breakerReason: z.string().nullable(),
  limits: z.array(z.object({ field: z.string(), max: z.number(), unit: z.string(), source: z.string() })),
  /** Where the platform sorts what is published: names that a writer may choose from. */
  columns: z.array(z.string()),
  health: healthSchema,
  /** What a test-send does, told before it is done; null where the platform has none. */
  trial: z
    .object({
      zh: z.string(),
      en: z.string(),
      target: z.object({ kind: z.enum(['mail', 'name']), zh: z.string(), en: z.string() }).nullable(),
    })
    .nullable(),
  actions: z.object({
    revise: z.object({ reasons: z.array(reasonSchema) }),
    trial: z.object({ reasons: z.array(reasonSchema) }),
    examine: z.object({ reasons: z.array(reasonSchema) }),
    resume: z.object({ reasons: z.array(reasonSchema) }),
    /** Null where no person is needed. POST /api/accounts/:id/consent answers where to go. */
    consent: z.object({ reasons: z.array(reasonSchema) }).nullable(),
  }),
});
export type AccountView = z.infer<typeof accountSchema>;
export const accountListSchema = pageOf(accountSchema);
export type AccountList = z.infer<typeof accountListSchema>;

/** POST /api/accounts/:id/consent */
export const consentPageSchema = z.object({ url: z.string() });
/** POST /api/accounts/consent: what the platform's page sent back with the browser. */
export const consentSchema = z.strictObject({
  code: z.string().min(1, { error: '平台返回的授权码 (the code)' }).max(500),
  state: z.string().min(1, { error: '平台原样带回的 state' }).max(1_000),
});
export type ConsentInput = z.infer<typeof consentSchema>;
export const consentDoneSchema = z.object({ accountId: idSchema });

/** GET /api/releases/:id/deliveries */
export const deliveryQuerySchema = pageQuerySchema.extend({
  state: z.string().exactOptional(),
  /** Part of a mail address. */
  recipient: z.string().max(254).exactOptional(),
});
export type DeliveryListQuery = z.infer<typeof deliveryQuerySchema>;

/** One thing that a reader finds otherwise than it was approved; '' where a side has nothing. */
export const differenceSchema = z.object({
  /** `file`: a picture or document; `around`: head and foot of a page, and its tags and scripts; `bytes`: no word or link differs, and the file does. */
  part: z.enum(['title', 'text', 'number', 'link', 'file', 'around', 'bytes']),
  published: z.string(),
  shown: z.string(),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What the public finds of it, as far as it was looked. */
export const readBackSchema = z.object({
  lookedAt: z.string().nullable(),
  nextAt: z.string(),
  outcome: z.enum(['same', 'differs', 'gone', 'unreadable']).nullable(),
  reason: z.string().nullable(),
  /** Open until it reads as approved again, is corrected or is withdrawn. */
  drift: z
    .object({
      kind: z.enum(['differs', 'gone']),
      raisedAt: z.string(),
      differences: z.array(differenceSchema),
    })
    .nullable(),
});
export type ReadBackView = z.infer<typeof readBackSchema>;

export const deliverySchema = z.object({
  id: idSchema,
  releaseId: idSchema,
  accountId: idSchema,
  accountName: z.string(),
  channel: z.string(),
  version: z.number(),
  /** 发送 · 更正 · 撤回 · 撤稿函 */
  operation: z.enum(['send', 'correct', 'withdraw', 'recall']),
  /** '' for channels with one row per account. */
  recipient: z.string(),
  state: z.string(),
  waitingFor: z.string().nullable(),
  attempts: z.number(),
  nextAt: z.string(),
  receipt: z.object({ remoteId: z.string(), url: z.string().exactOptional() }).nullable(),
  /** Who must act after a refusal: `content`, `credential`, `quota`, `operator`. */
  fix: z.string().nullable(),
  /** What the drafter must mend, as the channel names it. */
  field: z.string().nullable(),
  /** `handOver`: must be published by hand on the platform's own page. */
  beyond: z.enum(['stopAccount', 'handOver']).nullable(),
  /** Other ways of publishing while the quota is used up; POST /api/deliveries/:id/alternative takes one. */
  alternatives: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  /** Who was told last that this row needs them. */
  told: z.object({ at: z.string(), names: z.array(z.string()) }).nullable(),
  /** Why nothing goes out on its account at present; null if it works. */
  accountHeld: z.object({ breaker: z.enum(['open', 'stopped']), reason: z.string().nullable() }).nullable(),
  lastCode: z.string().nullable(),
  lastMessage: z.string().nullable(),
  /** The request that it goes back to, as answered in `x-request-id`: the lines of the log carry it. */
  trace: z.string().nullable(),
  /** Null where nothing can be looked at: mails, and what is not out. */
  readBack: readBackSchema.nullable(),
  updatedAt: z.string(),
  /** Empty `reasons`: the person who asks may do it now. */
  actions: z.object({
    retry: z.object({ reasons: z.array(reasonSchema) }),
    decide: z.object({ reasons: z.array(reasonSchema) }),
  }),
});
export type DeliveryView = z.infer<typeof deliverySchema>;
export const deliveryListSchema = pageOf(deliverySchema);
export type DeliveryList = z.infer<typeof deliveryListSchema>;

/** POST /api/deliveries/:id/decide: only for rows that need a person or were rejected. */
export const decisionSchema = z.strictObject({
  decision: z.enum(['delivered', 'planned', 'abandoned'], {
    error: 'delivered、planned 或 abandoned (one of these)',
  }),
  reason: z
    .string()
    .trim()
    .min(1, { error: '决定的理由 (a reason)' })
    .max(500, { error: '理由不超过 500 字 (at most 500 characters)' }),
});
export type DecisionInput = z.infer<typeof decisionSchema>;

/** POST /api/deliveries/:id/alternative */
export const alternativeSchema = z.strictObject({ alternative: z.string().min(1).max(40) });
export type AlternativeInput = z.infer<typeof alternativeSchema>;

/** Events of GET /api/stream, one multiplexed stream per browser; `type` of the SSE event is the topic. */
export const streamTopicSchema = z.enum(['snapshot', 'delivery', 'release', 'finding', 'ping']);
export const deliveryEventSchema = z.object({
  releaseId: idSchema,
  deliveries: z.array(
    deliverySchema.pick({ id: true, accountId: true, channel: true, recipient: true, state: true }),
  ),
});
export type DeliveryEvent = z.infer<typeof deliveryEventSchema>;
/** First event of every connection: rows by state of the releases that moved lately. */
export const snapshotSchema = z.object({
  /** All that changed after the event that was named in `Last-Event-ID` follows; otherwise whoever missed something asks anew. */
  resumed: z.boolean(),
  releases: z.array(z.object({ releaseId: idSchema, deliveries: z.record(z.string(), z.number()) })),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
