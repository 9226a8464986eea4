import { z } from 'zod';
import { civilDaySchema, idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

const text = (max: number, what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: what })
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` });
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` })
    .default('');
const address = z
  .url({ protocol: /^https?$/u, error: 'http 或 https 网址 (an http or https address)' })
  .max(500);

/** 专家 (Art.11) */
export const expertSchema = z.strictObject({
  name: text(40, '姓名 (a name)'),
  field: text(100, '专业领域 (a field)'),
  contact: text(100, '联系方式 (a contact)'),
});
/** 专家解读: an expert who explains a release (Art.11). */
export const expertInterpretationSchema = z.strictObject({
  releaseId: idSchema,
  expertId: idSchema,
  note: line(500),
});
export const relayKindSchema = z.enum(['government', 'centralMedia', 'localMedia', 'newsSite', 'commercial']);
/** 转载网站: a site that relays the portal's releases (Art.17). */
export const relaySiteSchema = z.strictObject({
  name: text(60, '网站名称 (a name)'),
  url: address,
  kind: relayKindSchema,
});
export const relayStateSchema = z.enum(['asked', 'relayed', 'notRelayed']);
/** 转载情况: what a person saw of a release on a site (Art.17). */
export const relaySchema = z.strictObject({
  releaseId: idSchema,
  siteId: idSchema,
  state: relayStateSchema,
  url: z.union([z.literal(''), address]).default(''),
  note: line(300),
});
/** 无有偿新闻声明 of an organ for a year (Art.20). */
export const noPaymentSchema = z.strictObject({
  year: z.number().int().min(2000, { error: '年份 (a year)' }).max(2999),
  attested: z.literal(true, { error: '须明确声明：没有以提供新闻换取报酬 (it must be attested)' }),
  note: line(300),
});
/** 新闻采访区、新闻中心 (Art.26) */
export const pressAreaSchema = z.strictObject({
  name: text(60, '名称 (a name)'),
  place: text(120, '地点 (a place)'),
  hours: text(100, '开放时间 (opening hours)'),
  contact: text(100, '联系方式 (a contact)'),
  accreditationDesk: line(120),
});
/** 信息发布工作流程 of an organ (Art.27): a stored file with its digest. */
export const workflowSchema = z.strictObject({
  title: text(100, '文件标题 (a title)'),
  fileName: text(200, '文件名 (a file name)'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, { error: '已上传文件的摘要 (the digest of an uploaded file)' }),
});
/** 培训 (Art.43) */
export const trainingSchema = z.strictObject({
  topic: text(120, '培训主题 (a topic)'),
  heldOn: civilDaySchema,
  attendees: text(500, '参加人员 (who attended)'),
  note: line(300),
});
/**
 * 不公开的信息及其定期评估审查 (信息公开条例 Art.17, 18): what is not public, why, when that was last decided or looked at again,
 * and whether it stays so. The newest line on a title is its newest review.
 */
export const nonPublicationSchema = z.strictObject({
  /** As long as a release's: what is settled as a draft stands under its title. */
  title: text(200, '信息名称 (a title)'),
  disclosure: z.enum(['onRequest', 'none'], { error: '依申请公开或不予公开 (onRequest or none)' }),
  reason: text(500, '不公开的理由 (a reason)'),
  reviewedOn: civilDaySchema,
  outcome: z.enum(['kept', 'opened'], { error: '继续不公开或转为公开 (kept or opened)' }),
  note: line(300),
});
/** 半年通报: that the office sent its bulletin on a half-year (Art.42). */
export const sentBulletinSchema = z.strictObject({
  period: z.string().regex(/^2\d{3}-H[12]$/u, { error: '半年，例如 2026-H1 (a half-year)' }),
  /** Which of several on the half-year; the first without it. */
  issue: z.int({ error: '第几期，1 至 99 的整数 (which one, 1 to 99)' }).min(1).max(99).exactOptional(),
  sentOn: civilDaySchema,
  documentNumber: text(60, '文号 (a document number)'),
  note: line(300),
});
/** 解释: how the office reads a rule, from a day on (Art.46). */
export const interpretationSchema = z.strictObject({
  rule: text(80, '规则名称，如 deadlines.rosterChange (the name of a rule)'),
  effectiveOn: civilDaySchema,
  text: text(2000, '解释 (the reading)'),
});

/** Every register, with what a line of it says. */
export const registerSchemas = {
  expert: expertSchema,
  expertInterpretation: expertInterpretationSchema,
  relaySite: relaySiteSchema,
  relay: relaySchema,
  noPayment: noPaymentSchema,
  pressArea: pressAreaSchema,
  workflow: workflowSchema,
  training: trainingSchema,
  nonPublication: nonPublicationSchema,
  bulletin: sentBulletinSchema,
  interpretation: interpretationSchema,
} as const;
export type RegisterName = keyof typeof registerSchemas;
export type Detail<Name extends RegisterName> = z.output<(typeof registerSchemas)[Name]>;
export const registerNameSchema = z.enum(Object.keys(registerSchemas) as [RegisterName, ...RegisterName[]], {
  error: `登记簿：${Object.keys(registerSchemas).join('、')} (a register)`,
});

const recordOf = <Name extends RegisterName>(register: Name) =>
  z.strictObject({
    register: z.literal(register),
    /** Whose entry it is; the office's registers ignore it. */
    organId: idSchema,
    detail: registerSchemas[register],
    /** The entry that this one takes the place of. */
    replaces: idSchema.nullable().default(null),
  });

/** POST /api/registers */
export const recordEntrySchema = z.discriminatedUnion('register', [
  recordOf('expert'),
  recordOf('expertInterpretation'),
  recordOf('relaySite'),
  recordOf('relay'),
  recordOf('noPayment'),
  recordOf('pressArea'),
  recordOf('workflow'),
  recordOf('training'),
  recordOf('nonPublication'),
  recordOf('bulletin'),
  recordOf('interpretation'),
]);
export type RecordEntryInput = z.output<typeof recordEntrySchema>;

/** POST /api/registers/entries/:id/retire */
export const retireEntrySchema = z.strictObject({ reason: text(300, '停用的理由 (a reason)') });
export type RetireEntryInput = z.output<typeof retireEntrySchema>;

export const registerEntrySchema = z.object({
  id: idSchema,
  register: registerNameSchema,
  organ: organRefSchema,
  release: z.object({ id: idSchema, number: z.string(), title: z.string() }).nullable(),
  /** Who explained the release; also one who has left the team. */
  expert: z.object({ name: z.string(), field: z.string() }).nullable(),
  /** As the register's own schema says; a telephone or mail is '' for strangers. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  recordedBy: z.string(),
  recordedAt: z.string(),
  retiredAt: z.string().nullable(),
  retiredReason: z.string().nullable(),
  actions: z.object({ retire: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type RegisterEntryView = z.infer<typeof registerEntrySchema>;

/** GET /api/registers/:register */
export const registerQuerySchema = pageQuerySchema.extend({
  organ: idSchema.exactOptional(),
  release: idSchema.exactOptional(),
  /** Words in the name, field, title or topic of an entry. */
  q: z.string().max(100).exactOptional(),
  /** With what was replaced or retired. */
  all: z.literal('true').exactOptional(),
});
export type RegisterQuery = z.infer<typeof registerQuerySchema>;
export const registerListSchema = pageOf(registerEntrySchema).extend({
  article: z.string(),
  /** Entries that are owed by a day, those overdue among them (Art.42). */
  owed: z.array(
    z.object({
      ...{ key: z.string(), title: z.string(), titleEn: z.string().exactOptional(), dueAt: z.string() },
      /** How many were sent, of those that are asked for. */
      ...{ sent: z.int(), asked: z.int() },
    }),
  ),
  /** Empty `reasons`: this person may record here, for their own organ or for all. */
  actions: z.object({ record: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type RegisterList = z.infer<typeof registerListSchema>;

/** GET /api/registers/workflow/missing, /api/registers/noPayment/missing?year=2026: who owes an entry. */
export const missingQuerySchema = z.object({ year: z.coerce.number().int().exactOptional() });
export type MissingQuery = z.infer<typeof missingQuerySchema>;
export const missingListSchema = z.object({ items: z.array(organRefSchema), asked: z.number() });
export type MissingList = z.infer<typeof missingListSchema>;

/** POST /api/registers/files */
export const storedFileSchema = z.object({
  sha256: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  bytes: z.number(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

/** GET /api/rule-book: the rules of the city by name, and how the office reads them today (Art.46). */
export const ruleBookSchema = z.object({
  items: z.array(
    z.object({ rule: z.string(), title: z.string(), article: z.string(), reading: z.string().nullable() }),
  ),
});
export type RuleBookView = z.infer<typeof ruleBookSchema>;

/** GET /api/relay-board: released texts, newest first, and where they were relayed (Art.17). */
export const relayBoardSchema = pageOf(
  z.object({
    release: z.object({ id: idSchema, number: z.string(), title: z.string(), releasedAt: z.string() }),
    organ: organRefSchema,
    sites: z.array(
      z.object({ siteId: idSchema, state: relayStateSchema.nullable(), url: z.string(), note: z.string() }),
    ),
  }),
);
export type RelayBoard = z.infer<typeof relayBoardSchema>;
