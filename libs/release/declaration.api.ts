import { z } from 'zod';
import { civilDaySchema, idSchema } from '../kernel/answer.api.js';

/** The five duties to release of Art.12: 切身利益 · 广泛关注 · 需要解读 · 上级指定 · 其他依法. */
export const triggerSchema = z.enum([
  'vitalInterests',
  'publicAttention',
  'needsExplanation',
  'superiorDesignated',
  'otherLegal',
]);
export type Trigger = z.infer<typeof triggerSchema>;

/** 主动公开 · 依申请公开 · 不予公开 (国办发〔2016〕80号); only what is public is released. */
export const disclosureSchema = z.enum(['proactive', 'onRequest', 'none']);
export type Disclosure = z.infer<typeof disclosureSchema>;

/** What the drafter declares beside the text; it is under the digest, so that the signers answer for it too. */
export const declarationSchema = z.strictObject({
  triggers: z.array(triggerSchema).max(5).default([]),
  disclosure: disclosureSchema.default('proactive'),
  disclosureReason: z.string().trim().max(500).default(''),
  /** The law or document that it rests on (Art.5(1)). */
  legalBasis: z.string().trim().max(300).default(''),
  /** Element of this kind of release → the sentence of the text that carries it. */
  elements: z.record(z.string().max(40), z.string().max(500)).default({}),
  /** Civil day on which the information was formed or changed: its limit counts from then (信息公开条例 Art.26). */
  formedOn: civilDaySchema.nullable().default(null),
  /** Why it goes out before its full review: asked where the chain leaves that for afterwards (Art.21). */
  urgency: z.string().trim().max(500).default(''),
  /** Why an emergency that reads like an open incident is another one (Art.22, 23). */
  notOnIncident: z.string().trim().max(500).default(''),
  /** Media scrutiny is two records: the response, and the result that answers it (Art.19). */
  scrutiny: z.enum(['response', 'result']).nullable().default(null),
  /** The response that a result follows. */
  answers: idSchema.nullable().default(null),
});
export type Declaration = z.output<typeof declarationSchema>;
