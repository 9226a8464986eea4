import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { idSchema, instantSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { triggerSchema } from '../release/declaration.api.js';
import { releaseKindSchema, releaseStateSchema } from '../release/release.api.js';

/** Why a matter must be released on (Art.12). */
export const matterTriggerSchema = triggerSchema;
export type MatterTrigger = z.infer<typeof matterTriggerSchema>;

export const matterStateSchema = z.enum(['open', 'closed']);
export type MatterState = z.infer<typeof matterStateSchema>;

/** What a fact is about (DETECTION.md, "The CLI contract"). */
export const factAttributeSchema = z.enum([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'people',
  'cases',
  'date',
  'time',
  'place',
  'amount',
  'percent',
  'phone',
  'url',
  'warningColour',
  'responseLevel',
  'hazard',
  'magnitude',
  'polarity',
  'cause',
  'documentNumber',
  'period',
  'organ',
  'count',
]);
export type FactAttribute = z.infer<typeof factAttributeSchema>;

const reasonTextSchema = z.string().trim().min(1, { error: '理由 (a reason)' }).max(500);

/** POST /api/matters */
export const matterInputSchema = z.strictObject({
  title: z.string().trim().min(2, { error: '2 至 200 字的事项名称 (a title of 2–200 characters)' }).max(200),
  kind: releaseKindSchema,
  trigger: matterTriggerSchema.nullable().default(null),
  ownerOrganId: idSchema,
  /** Organs concerned (涉及机关): they see the matter and may link their releases to it. */
  concernedOrganIds: z.array(idSchema).max(30).default([]),
  openedAt: instantSchema.exactOptional(),
  /** When the owner must have released; null: no clock. */
  dueAt: instantSchema.nullable().default(null),
});
export type MatterInput = z.output<typeof matterInputSchema>;

/** PUT /api/matters/:id */
export const reviseMatterSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  matter: matterInputSchema.omit({ openedAt: true }),
});
export type ReviseMatterInput = z.output<typeof reviseMatterSchema>;

/** POST /api/matters/:id/close */
export const closeMatterSchema = z.strictObject({ reason: reasonTextSchema });

const lineFields = {
  /** What the value is of where the attribute leaves it open, e.g. `总投资`. */
  about: z.string().trim().max(60).default(''),
  value: z.string().trim().min(1, { error: '口径的值 (the value)' }).max(100),
  unit: z.string().trim().max(20).default(''),
  /** 截至: the moment up to which it holds. */
  asOf: instantSchema.nullable().default(null),
  reason: z.string().trim().max(500).default(''),
};

/** POST /api/matters/:id/lines */
export const lineInputSchema = z.strictObject({
  attribute: factAttributeSchema,
  ...lineFields,
  /** Who answers for the figure; by default the owner of the matter. */
  ownerOrganId: idSchema.exactOptional(),
});
export type LineInput = z.output<typeof lineInputSchema>;

/** PUT /api/matters/:id/lines/:lineId: the next version; the former one stays in the history. */
export const changeLineSchema = z.strictObject({
  expectedVersion: z.number().int().min(1),
  ...lineFields,
  reason: reasonTextSchema,
});
export type ChangeLineInput = z.output<typeof changeLineSchema>;

/** POST /api/matters/:id/lines/:lineId/retire */
export const retireLineSchema = z.strictObject({
  expectedVersion: z.number().int().min(1),
  reason: reasonTextSchema,
});
export type RetireLineInput = z.output<typeof retireLineSchema>;

/** GET /api/matters */
export const matterQuerySchema = pageQuerySchema.extend({
  state: matterStateSchema.exactOptional(),
  owner: idSchema.exactOptional(),
  /** Words in the title. */
  q: z.string().max(100).exactOptional(),
});
export type MatterQuery = z.infer<typeof matterQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

const lineVersionSchema = z.object({
  version: z.number(),
  about: z.string(),
  value: z.string(),
  unit: z.string(),
  asOf: z.string().nullable(),
  retired: z.boolean(),
  reason: z.string(),
  changedBy: personRefSchema,
  changedAt: z.string(),
});

export const agreedLineSchema = lineVersionSchema.extend({
  lineId: idSchema,
  attribute: factAttributeSchema,
  owner: organRefSchema,
  /** Newest first, the version in force included. */
  history: z.array(lineVersionSchema),
  actions: z.object({ change: actionSchema }),
});
export type AgreedLineView = z.infer<typeof agreedLineSchema>;

export const matterSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: releaseKindSchema,
  trigger: matterTriggerSchema.nullable(),
  state: matterStateSchema,
  owner: organRefSchema,
  /** Lead organ (牵头机关) after a ruling for a joint release. */
  lead: organRefSchema.nullable(),
  concerned: z.array(organRefSchema),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  /** When the owner, or a joint release with it, first went out on this matter. */
  answeredAt: z.string().nullable(),
  /** The clock has passed without a release by the owner. */
  overdue: z.boolean(),
  /** Agreed facts in force, in words. */
  lines: z.array(
    z.object({
      attribute: factAttributeSchema,
      about: z.string(),
      value: z.string(),
      unit: z.string(),
      asOf: z.string().nullable(),
      owner: organRefSchema,
    }),
  ),
  releases: z.object({ total: z.number(), released: z.number() }),
  revision: z.number(),
  closedReason: z.string().nullable(),
});
export type MatterSummary = z.infer<typeof matterSummarySchema>;

export const matterListSchema = pageOf(matterSummarySchema).extend({
  actions: z.object({ open: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type MatterList = z.infer<typeof matterListSchema>;

/** GET /api/matters/:id */
export const matterSchema = matterSummarySchema.omit({ lines: true, releases: true }).extend({
  lines: z.array(agreedLineSchema),
  /** Lines no longer in force. */
  retiredLines: z.array(agreedLineSchema),
  /** Linked releases that the reader may see. */
  releases: z.array(
    z.object({
      id: idSchema,
      number: z.string(),
      title: z.string(),
      organ: organRefSchema,
      state: releaseStateSchema,
      releasedAt: z.string().nullable(),
    }),
  ),
  openedBy: personRefSchema,
  actions: z.object({ revise: actionSchema, close: actionSchema, stateLine: actionSchema }),
});
export type MatterView = z.infer<typeof matterSchema>;
