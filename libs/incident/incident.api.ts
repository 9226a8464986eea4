import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import {
  digestSchema,
  idSchema,
  instantSchema,
  pageOf,
  pageQuerySchema,
  reasonSchema,
} from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { releaseStateSchema } from '../release/release.api.js';

/** 自然灾害 · 事故灾难 · 公共卫生 · 社会安全 */
export const incidentKindSchema = z.enum(['natural', 'accident', 'publicHealth', 'socialSecurity']);
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** 一般 · 较大 · 重大 · 特别重大 */
export const incidentLevelSchema = z.enum(['ordinary', 'larger', 'major', 'extraordinary']);
export type IncidentLevel = z.infer<typeof incidentLevelSchema>;

/** Changes of its casualties are reported for thirty days, of traffic accidents and fires for seven. */
export const accidentKindSchema = z.enum(['general', 'traffic', 'fire']);
export type AccidentKind = z.infer<typeof accidentKindSchema>;

const text = (longest: number, what: string) =>
  z.string().trim().min(1, { error: what }).max(longest, { error: what });
const reasonText = text(500, '理由，1 至 500 字 (a reason of 1–500 characters)');
const people = z.int({ error: '人数 (a number of people)' }).min(0, { error: '人数 (a number of people)' });

export const figuresSchema = z.strictObject({
  deaths: people.exactOptional(),
  injured: people.exactOptional(),
  seriouslyInjured: people.exactOptional(),
  missing: people.exactOptional(),
  trapped: people.exactOptional(),
  evacuated: people.exactOptional(),
  /** Direct loss in 万元. */
  lossWan: z.number().min(0).exactOptional(),
});

/** What the fact sheet says, from whom, as of when. */
const figureStatementSchema = z.strictObject({
  asOf: instantSchema,
  source: text(200, '来源，如 市应急指挥中心 (where the figures come from)'),
  figures: figuresSchema.refine((given) => Object.keys(given).length > 0, {
    error: '至少一项数字 (at least one figure)',
  }),
});

const incidentFields = {
  title: text(200, '2 至 200 字的名称 (a title)'),
  kind: incidentKindSchema,
  accident: accidentKindSchema.default('general'),
  occurredAt: instantSchema,
  learnedAt: instantSchema,
  place: text(200, '事发地点 (the place)'),
  /** The county governments (or zones) of the place; two and more have the city as common superior. */
  countyOrganIds: z
    .array(idSchema)
    .min(1, { error: '事发地县（市、区） (the counties of the place)' })
    .max(20),
  handlingOrganId: idSchema,
  /** Units involved, by name. No persons. */
  parties: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
};

/** POST /api/incidents */
export const incidentInputSchema = z.strictObject({
  ...incidentFields,
  /** Left out: the figures suggest one, where thresholds are set for its kind. */
  level: incidentLevelSchema.nullable().default(null),
  figures: figureStatementSchema.nullable().default(null),
});
export type IncidentInput = z.output<typeof incidentInputSchema>;

/** PUT /api/incidents/:id */
export const reviseIncidentSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  incident: z.strictObject(incidentFields),
  reason: reasonText,
});
export type ReviseIncidentInput = z.output<typeof reviseIncidentSchema>;

/** POST /api/incidents/:id/level */
export const confirmLevelSchema = z.strictObject({ level: incidentLevelSchema, reason: reasonText });
export type ConfirmLevelInput = z.output<typeof confirmLevelSchema>;

/** POST /api/incidents/:id/headquarters */
export const setUpHeadquartersSchema = z.strictObject({
  name: text(100, '现场指挥部全称 (its full name)'),
  basis: text(300, '设立的决定或文号 (the decision that sets it up)'),
  setUpAt: instantSchema.exactOptional(),
});
export type SetUpHeadquartersInput = z.output<typeof setUpHeadquartersSchema>;

/** POST /api/incidents/:id/headquarters/dissolve, and /close */
export const reasonOnlySchema = z.strictObject({ reason: reasonText });
export type ReasonOnlyInput = z.output<typeof reasonOnlySchema>;

/** POST /api/incidents/:id/necessity: 必要时由市政府负责 */
export const necessitySchema = z.strictObject({ needed: z.boolean(), reason: reasonText });
export type NecessityInput = z.output<typeof necessitySchema>;

/** POST /api/incidents/:id/permission */
export const permissionSchema = z.strictObject({
  organ: text(100, '国家或省有关部门 (the national or provincial department)'),
  document: text(200, '文号或通知方式 (the document)'),
  at: instantSchema,
});
export type PermissionInput = z.output<typeof permissionSchema>;

/** POST /api/incidents/:id/figures */
export const recordFiguresSchema = figureStatementSchema.extend({
  reason: z.string().trim().max(500).default(''),
});
export type RecordFiguresInput = z.output<typeof recordFiguresSchema>;

/** POST /api/incidents/:id/reductions: why this very text tells less than the chain before it (核减) */
export const reductionSchema = z.strictObject({
  releaseId: idSchema,
  digest: digestSchema,
  reason: reasonText,
});
export type ReductionInput = z.output<typeof reductionSchema>;

/** POST /api/incidents/:id/opinion: 已经形成重大网络舆情 */
export const opinionSchema = z.strictObject({ formedAt: instantSchema, reason: reasonText });
export type OpinionInput = z.output<typeof opinionSchema>;

/** POST /api/incidents/:id/leader-spoke */
export const leaderSpokeSchema = z.strictObject({
  post: text(100, '职务 (the post)'),
  occasion: text(200, '场合 (the occasion)'),
  at: instantSchema,
});
export type LeaderSpokeInput = z.output<typeof leaderSpokeSchema>;

/** POST /api/incidents/:id/close */
export const closeIncidentSchema = z.strictObject({
  reason: reasonText,
  /** Casualties may still change: said knowingly. */
  withinWatchWindow: z.boolean().default(false),
});
export type CloseIncidentInput = z.output<typeof closeIncidentSchema>;

/** GET /api/incidents */
export const incidentQuerySchema = pageQuerySchema.extend({
  state: z.enum(['open', 'closed']).exactOptional(),
  q: z.string().max(100).exactOptional(),
});
export type IncidentQuery = z.infer<typeof incidentQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });
const saidSchema = z.object({ message: z.string(), messageEn: z.string() });

const figureViewSchema = z.record(z.string(), z.number());

export const incidentSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: incidentKindSchema,
  accident: accidentKindSchema,
  /** The level that counts now. */
  level: incidentLevelSchema,
  levelConfirmed: z.boolean(),
  state: z.enum(['open', 'closed']),
  place: z.string(),
  occurredAt: z.string(),
  learnedAt: z.string(),
  firstReleaseAt: z.string().nullable(),
  responsible: organRefSchema,
  handling: organRefSchema,
  /** The nearest open clock. */
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  releases: z.number(),
});
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;
export const incidentListSchema = pageOf(incidentSummarySchema).extend({
  actions: z.object({ report: actionSchema }),
});
export type IncidentList = z.infer<typeof incidentListSchema>;

export const chainEntrySchema = z.object({
  releaseId: idSchema,
  number: z.string(),
  title: z.string(),
  state: releaseStateSchema,
  /** 首次发布, 续报1 … */
  label: z.string(),
  labelEn: z.string(),
  organ: organRefSchema,
  /** Whose duty it was when it went out. */
  responsible: organRefSchema,
  counts: z.boolean(),
  releasedAt: z.string(),
  asOf: z.string(),
  figures: figureViewSchema,
  reductions: z.array(z.string()),
});

/** GET /api/incidents/:id */
export const incidentSchema = incidentSummarySchema.omit({ releases: true }).extend({
  revision: z.number(),
  parties: z.array(z.string()),
  counties: z.array(organRefSchema),
  matterId: idSchema,
  suggestion: z.object({ level: incidentLevelSchema.nullable(), why: z.array(saidSchema) }),
  levelReason: z.string(),
  responsibility: z.object({
    organ: organRefSchema,
    mayRelease: z.array(organRefSchema),
    /** Nobody else may. */
    alone: z.boolean(),
    needsPermission: z.boolean(),
    article: z.string(),
    message: z.string(),
    messageEn: z.string(),
  }),
  headquarters: z.array(
    z.object({
      organ: organRefSchema,
      basis: z.string(),
      setUpAt: z.string(),
      dissolvedAt: z.string().nullable(),
      dissolvedReason: z.string().nullable(),
    }),
  ),
  necessity: z.string().nullable(),
  permission: z.object({ organ: z.string(), document: z.string(), at: z.string() }).nullable(),
  override: z.object({ reason: z.string(), by: personRefSchema, at: z.string() }).nullable(),
  opinionFormedAt: z.string().nullable(),
  conferenceHeldAt: z.string().nullable(),
  leaderSpoke: z.object({ post: z.string(), occasion: z.string(), at: z.string() }).nullable(),
  clocks: z.array(
    z.object({
      id: idSchema,
      rule: z.string(),
      duty: z.string(),
      dutyEn: z.string().exactOptional(),
      article: z.string(),
      startedAt: z.string(),
      dueAt: z.string(),
      state: z.string(),
      settledAt: z.string().nullable(),
      overdue: z.boolean(),
      organ: organRefSchema,
    }),
  ),
  watchUntil: z.string(),
  watchArticle: z.string(),
  figures: z.array(
    z.object({
      asOf: z.string(),
      source: z.string(),
      figures: figureViewSchema,
      reason: z.string(),
      recordedBy: personRefSchema,
      recordedAt: z.string(),
    }),
  ),
  chain: z.array(chainEntrySchema),
  /** Linked releases that are not out: what bars them here, and what the first of them leaves out. */
  pending: z.array(
    z.object({
      releaseId: idSchema,
      title: z.string(),
      digest: z.string(),
      state: releaseStateSchema,
      organ: organRefSchema,
      bars: z.array(reasonSchema),
      missing: z.array(reasonSchema),
    }),
  ),
  reportedBy: personRefSchema,
  closedReason: z.string().nullable(),
  actions: z.object({
    revise: actionSchema,
    confirmLevel: actionSchema,
    setUpHeadquarters: actionSchema,
    dissolveHeadquarters: actionSchema,
    declareNecessity: actionSchema,
    recordPermission: actionSchema,
    overridePermission: actionSchema,
    recordFigures: actionSchema,
    recordOpinion: actionSchema,
    recordLeader: actionSchema,
    stateReduction: actionSchema,
    close: actionSchema,
  }),
});
export type IncidentView = z.infer<typeof incidentSchema>;
