import { z } from 'zod';
import { idSchema, pageOf, reasonSchema } from '../kernel/answer.api.js';

/**
 * The organs of Art.3 by kind: 党委 · 人民政府 · 党委部门 · 政府部门 · 县区 · 开发区 · 人民团体 · 企事业单位 ·
 * 公共服务单位（第四十四条）· 司法机关（第四十五条）.
 */
export const organKindSchema = z.enum(
  [
    'partyCommittee',
    'government',
    'partyDepartment',
    'governmentDepartment',
    'county',
    'developmentZone',
    'peoplesOrganisation',
    'enterprise',
    'publicService',
    'judicial',
    'fieldHeadquarters',
  ],
  { error: '机关类别 (a kind of organ: partyCommittee, government, …, judicial, fieldHeadquarters)' },
);
/** `imported`: came with an imported release and is nobody's to edit. */
export type OrganKind = z.infer<typeof organKindSchema> | 'imported';

export const organLevelSchema = z.enum(['central', 'province', 'city', 'county'], {
  error: '机关层级：central、province、city 或 county (a level)',
});
export type OrganLevel = z.infer<typeof organLevelSchema>;

export const organRefSchema = z.object({ id: idSchema, name: z.string(), shortName: z.string() });
export type OrganRef = z.infer<typeof organRefSchema>;

export const hatsSchema = z.object({ party: z.string(), government: z.string() });

export const organSchema = organRefSchema.extend({
  aliases: z.array(z.string()),
  kind: z.string(),
  level: z.string(),
  area: z.string(),
  parentId: idSchema.nullable(),
  remit: z.array(z.string()),
  releaseUnit: z.string(),
  isOffice: z.boolean(),
  hats: hatsSchema.nullable(),
  revision: z.number(),
  /** Follows the measures by reference only (参照, Art.44–45). */
  byReference: z.boolean(),
  /** The office may sanction it (Art.39); not so courts and procuratorates. */
  officeSanctions: z.boolean(),
});
export type OrganView = z.infer<typeof organSchema>;

/** Who keeps the register: the office's administrator (Art.4). */
const editable = { actions: z.object({ edit: z.object({ reasons: z.array(reasonSchema) }) }) };
/** GET /api/organs */
export const organListSchema = pageOf(organSchema).extend(editable);
export type OrganList = z.infer<typeof organListSchema>;

const nameSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(2, { error: '至少两个字 (at least two characters)' })
    .max(max, { error: `不超过 ${max} 字 (at most ${max} characters)` });
const wordsSchema = z.array(z.string().trim().min(1).max(60)).max(100).default([]);

/** POST /api/organs */
export const organInputSchema = z.strictObject({
  name: nameSchema(100),
  shortName: nameSchema(40),
  aliases: wordsSchema,
  kind: organKindSchema,
  level: organLevelSchema.default('city'),
  area: z.string().trim().max(40).default(''),
  parentId: idSchema.nullable().default(null),
  remit: wordsSchema,
  /** The internal unit in charge (Art.6); '' while none is named: then the organ may not release. */
  releaseUnit: z.string().trim().max(60).default(''),
  /** The office alone bears two names. */
  hats: z
    .strictObject({ party: nameSchema(60), government: nameSchema(60) })
    .nullable()
    .default(null),
});
export type OrganInput = z.output<typeof organInputSchema>;

/** PUT /api/organs/:id */
export const reviseOrganSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  organ: organInputSchema,
  reason: z.string().trim().min(1, { error: '修改的理由 (a reason)' }).max(300),
});
export type ReviseOrganInput = z.output<typeof reviseOrganSchema>;

/** PUT /api/statutory-issuers: an empty list of organs strikes the subject off. */
export const issuerInputSchema = z.strictObject({
  subject: z.string().trim().min(1).max(60),
  organIds: z.array(idSchema).max(20),
  basis: z
    .string()
    .trim()
    .min(1, { error: '法律依据，如 气象灾害防御条例第三十条 (the provision)' })
    .max(200),
});
export type IssuerInput = z.output<typeof issuerInputSchema>;

/** GET /api/statutory-issuers */
export const issuerListSchema = z.object({
  items: z.array(z.object({ subject: z.string(), organs: z.array(organRefSchema), basis: z.string() })),
  ...editable,
});
export type IssuerList = z.infer<typeof issuerListSchema>;
