import { z } from 'zod';
import { idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { mailAddressSchema } from '../kernel/mail-address.api.js';

/** 报纸 · 广播电视 · 通讯社 · 网站与新媒体 · 期刊 · 其他 */
export const outletKindSchema = z.enum(['newspaper', 'broadcaster', 'agency', 'web', 'magazine', 'other']);
export type OutletKind = z.infer<typeof outletKindSchema>;

const nameSchema = z
  .string()
  .trim()
  .min(1, { error: '名称 (a name)' })
  .max(100, { error: '名称不超过 100 字 (at most 100 characters)' });
const lineSchema = z
  .string()
  .trim()
  .max(200, { error: '不超过 200 字 (at most 200 characters)' })
  .default('');

/** Every search is for part of a name or an address. */
export const mediaQuerySchema = pageQuerySchema.extend({ q: z.string().max(254).exactOptional() });
export type MediaQuery = z.infer<typeof mediaQuerySchema>;

/** POST /api/media/outlets, PUT /api/media/outlets/:id */
export const outletInputSchema = z.strictObject({
  name: nameSchema,
  kind: outletKindSchema.default('other'),
  note: lineSchema,
});
export type OutletInput = z.output<typeof outletInputSchema>;
export const outletSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: outletKindSchema,
  note: z.string(),
  reporters: z.number(),
});
export type OutletView = z.infer<typeof outletSchema>;
/** Who keeps the register: the office (Art.20). */
const editable = { actions: z.object({ edit: z.object({ reasons: z.array(reasonSchema) }) }) };
/** GET /api/media/outlets */
export const outletListSchema = pageOf(outletSchema).extend(editable);
export type OutletList = z.infer<typeof outletListSchema>;

/** POST /api/media/reporters, PUT /api/media/reporters/:id */
export const reporterInputSchema = z.strictObject({
  outletId: idSchema,
  name: nameSchema,
  address: mailAddressSchema,
  phone: lineSchema,
  beat: lineSchema,
  active: z.boolean().default(true),
});
export type ReporterInput = z.output<typeof reporterInputSchema>;
export const suppressionCauseSchema = z.enum(['hardBounce', 'unsubscribed', 'byHand']);
export type SuppressionCause = z.infer<typeof suppressionCauseSchema>;
export const reporterSchema = z.object({
  id: idSchema,
  outletId: idSchema,
  outletName: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  beat: z.string(),
  active: z.boolean(),
  /** Why this address gets nothing at present. */
  suppressed: suppressionCauseSchema.nullable(),
});
export type ReporterView = z.infer<typeof reporterSchema>;
/** GET /api/media/reporters */
export const reporterQuerySchema = mediaQuerySchema.extend({
  outlet: idSchema.exactOptional(),
  list: idSchema.exactOptional(),
});
export type ReporterQuery = z.infer<typeof reporterQuerySchema>;
export const reporterListSchema = pageOf(reporterSchema).extend(editable);
export type ReporterList = z.infer<typeof reporterListSchema>;

/** Who is on a list by what they are (Art.20): kind of outlet (none named: any), part of the beat, accredited today. */
export const listRuleSchema = z.strictObject({
  kinds: z.array(outletKindSchema).max(6).default([]),
  beat: z.string().trim().max(40, { error: '不超过 40 字 (at most 40 characters)' }).default(''),
  accredited: z.boolean().default(true),
});
export type ListRule = z.output<typeof listRuleSchema>;

/** POST /api/media/lists, PUT /api/media/lists/:id */
export const mailingListInputSchema = z.strictObject({
  name: nameSchema,
  accredited: z.boolean().default(false),
  rule: listRuleSchema.nullable().default(null),
});
export type MailingListInput = z.output<typeof mailingListInputSchema>;
export const mailingListSchema = z.object({
  id: idSchema,
  name: z.string(),
  accredited: z.boolean(),
  rule: listRuleSchema.nullable(),
  /** Active members, and how many of them get nothing because their address is stopped. */
  members: z.number(),
  suppressed: z.number(),
});
export type MailingListView = z.infer<typeof mailingListSchema>;
/** GET /api/media/lists */
export const mailingListListSchema = pageOf(mailingListSchema).extend(editable);
export type MailingListList = z.infer<typeof mailingListListSchema>;

/** POST /api/media/lists/:id/members */
export const membersInputSchema = z.strictObject({
  add: z.array(idSchema).max(20_000).default([]),
  remove: z.array(idSchema).max(20_000).default([]),
});
export type MembersInput = z.output<typeof membersInputSchema>;

/** POST /api/media/import: outlets and lists are made as they are named; an address that is known is brought up to date. */
export const mediaImportSchema = z.strictObject({
  reporters: z
    .array(
      z.strictObject({
        outlet: nameSchema,
        outletKind: outletKindSchema.default('other'),
        name: nameSchema,
        address: mailAddressSchema,
        phone: lineSchema,
        beat: lineSchema,
        lists: z.array(nameSchema).max(20).default([]),
      }),
    )
    .min(1, { error: '至少一位记者 (at least one reporter)' })
    .max(20_000, { error: '一次不超过 20000 位 (at most 20,000 at once)' }),
  /** Names of lists that may get embargoed copies. */
  accreditedLists: z.array(nameSchema).max(100).default([]),
});
export type MediaImport = z.output<typeof mediaImportSchema>;
export type MediaImportInput = z.input<typeof mediaImportSchema>;
export const mediaImportedSchema = z.object({
  outlets: z.number(),
  reporters: z.number(),
  lists: z.number(),
});
export type MediaImported = z.infer<typeof mediaImportedSchema>;

/** POST /api/media/suppressions: stopped by hand. */
export const suppressSchema = z.strictObject({
  address: mailAddressSchema,
  reason: z.string().trim().min(1, { error: '停发的理由 (a reason)' }).max(500),
});
export type SuppressInput = z.infer<typeof suppressSchema>;
/** POST /api/media/suppressions/:id/lift */
export const liftSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '恢复发送的理由 (a reason)' }).max(500),
});
export type LiftInput = z.infer<typeof liftSchema>;
export const suppressionSchema = z.object({
  id: idSchema,
  address: z.string(),
  cause: suppressionCauseSchema,
  detail: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  liftedAt: z.string().nullable(),
  liftReason: z.string().nullable(),
  /** Empty `reasons`: the person who asks may lift it now. */
  actions: z.object({ lift: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type SuppressionView = z.infer<typeof suppressionSchema>;
/** GET /api/media/suppressions; lifted ones only with `all`. */
export const suppressionQuerySchema = mediaQuerySchema.extend({ all: z.literal('true').exactOptional() });
export type SuppressionQuery = z.infer<typeof suppressionQuerySchema>;
export const suppressionListSchema = pageOf(suppressionSchema).extend(editable);
export type SuppressionList = z.infer<typeof suppressionListSchema>;
