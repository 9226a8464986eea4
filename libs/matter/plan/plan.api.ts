import { z } from 'zod';
import { personRefSchema } from '../../access/access.api.js';
import { idSchema, instantSchema, pageOf, pageQuerySchema, reasonSchema } from '../../kernel/answer.api.js';
import { organRefSchema } from '../../organ/organ.api.js';
import { releaseKindSchema } from '../../release/release.api.js';
import { releaseFormSchema } from './release-form.api.js';

/** 发布层级: in the city's name, by the departments, or by a county. */
export const releaseLevelSchema = z.enum(['city', 'department', 'county']);
export type ReleaseLevel = z.infer<typeof releaseLevelSchema>;

/** 起草 · 已报送 · 已审定 · 已退回 · 已实施 · 已失效 */
export const planStateSchema = z.enum(['draft', 'proposed', 'approved', 'returned', 'executed', 'lapsed']);
export type PlanState = z.infer<typeof planStateSchema>;

const civilDate = z.iso.date({ error: '日期，如 2026-11-23 (a date)' });
const reasonText = z.string().trim().min(1, { error: '理由 (a reason)' }).max(500);

/** A release or a conference that the plan foresees. */
const partInputSchema = z.strictObject({
  /** Of a part that is known already; what it was linked to stays. */
  id: idSchema.exactOptional(),
  kind: z.enum(['release', 'conference']),
  organId: idSchema,
  title: z.string().trim().min(2, { error: '2 至 200 字 (2–200 characters)' }).max(200),
  plannedAt: instantSchema.nullable().default(null),
});

/** POST /api/plans */
export const planInputSchema = z.strictObject({
  /** Whose meeting it was (市委、市政府); its leader approves. */
  meetingOrganId: idSchema,
  meeting: z.string().trim().min(2, { error: '会议名称 (the meeting)' }).max(200),
  metOn: civilDate,
  item: z.string().trim().min(2, { error: '议题 (the item)' }).max(200),
  leadOrganId: idSchema,
  outline: z.string().trim().min(1, { error: '方案内容 (the plan)' }).max(5000),
  kind: releaseKindSchema.default('routine'),
  level: releaseLevelSchema,
  form: releaseFormSchema,
  dueAt: instantSchema,
  parts: z.array(partInputSchema).max(50).default([]),
  /** A matter that it is on; without one the approval opens its own. */
  matterId: idSchema.nullable().default(null),
});
export type PlanInput = z.output<typeof planInputSchema>;

/** PUT /api/plans/:id */
export const revisePlanSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  plan: planInputSchema,
});
export type RevisePlanInput = z.output<typeof revisePlanSchema>;

/** POST /api/plans/:id/approve: the leaders set level and form, which may differ from what was proposed (Art.18). */
export const approvePlanSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  level: releaseLevelSchema,
  form: releaseFormSchema,
  /** Another hour than the proposed one. */
  dueAt: instantSchema.exactOptional(),
  /** Whose decision on paper is recorded; the leader who decides here leaves it empty. */
  leader: z.string().trim().max(100).default(''),
  note: z.string().trim().max(500).default(''),
});
export type ApprovePlanInput = z.output<typeof approvePlanSchema>;

/** POST /api/plans/:id/return, /lapse */
export const planReasonSchema = z.strictObject({ reason: reasonText });

/** POST /api/plans/:id/parts/:partId/link */
export const linkPartSchema = z.union(
  [
    z.strictObject({ releaseId: idSchema }),
    z.strictObject({
      /** Under which the conference was approved. */
      conferenceNumber: z.string().trim().min(1, { error: '发布会编号 (the number)' }).max(100),
    }),
  ],
  { error: 'releaseId 或 conferenceNumber (a releaseId, or a conferenceNumber)' },
);
export type LinkPartInput = z.output<typeof linkPartSchema>;

/** GET /api/plans */
export const planQuerySchema = pageQuerySchema.extend({
  /** `open`: not yet executed or lapsed. */
  state: z.enum(['open', ...planStateSchema.options]).exactOptional(),
  organ: idSchema.exactOptional(),
});
export type PlanQuery = z.infer<typeof planQuerySchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

/** What became of the number under which a conference was approved (Art.32, 40). */
const numberStandingSchema = z.enum(['approved', 'held', 'voided', 'cancelled']);
export type NumberStanding = z.infer<typeof numberStandingSchema>;

const partSchema = z.object({
  id: idSchema,
  kind: z.enum(['release', 'conference']),
  organ: organRefSchema,
  title: z.string(),
  plannedAt: z.string().nullable(),
  release: z
    .object({ id: idSchema, number: z.string(), title: z.string(), releasedAt: z.string().nullable() })
    .nullable(),
  conferenceNumber: z.string(),
  /** Approved under that number; null where there is none. The id is null to whom it is not shown. */
  conference: z
    .object({
      id: idSchema.nullable(),
      theme: z.string(),
      standing: numberStandingSchema,
    })
    .nullable(),
  /** The linked release is out, or the conference has its number and the number stands. */
  done: z.boolean(),
});

export const planSchema = z.object({
  id: idSchema,
  meetingOrgan: organRefSchema,
  meeting: z.string(),
  metOn: z.string(),
  item: z.string(),
  lead: organRefSchema,
  outline: z.string(),
  kind: releaseKindSchema,
  proposed: z.object({ level: releaseLevelSchema, form: releaseFormSchema }),
  /** What the leaders set; null until they did. */
  decided: z
    .object({
      level: releaseLevelSchema,
      form: releaseFormSchema,
      by: personRefSchema,
      /** '' if the leader decided here. */
      leader: z.string(),
      at: z.string(),
    })
    .nullable(),
  note: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  state: planStateSchema,
  parts: z.array(partSchema),
  matter: z.object({ id: idSchema, title: z.string() }).nullable(),
  draftedBy: personRefSchema,
  proposedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endNote: z.string(),
  /** The provision that its clock rests on. */
  basis: z.string(),
  revision: z.number(),
  actions: z.object({
    revise: actionSchema,
    propose: actionSchema,
    approve: actionSchema,
    return: actionSchema,
    link: actionSchema,
    execute: actionSchema,
    lapse: actionSchema,
  }),
});
export type PlanView = z.infer<typeof planSchema>;

export const planListSchema = pageOf(planSchema).extend({ actions: z.object({ draft: actionSchema }) });
export type PlanList = z.infer<typeof planListSchema>;
