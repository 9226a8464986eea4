import { z } from 'zod';
import { idSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import {
  correctionDutySchema,
  findingKindSchema,
  findingReleaseSchema,
  findingStateSchema,
  findingSummarySchema,
  severitySchema,
} from './conflict.api.js';

/** GET /api/finding-groups: the board, one row a matter. */
export const findingGroupQuerySchema = pageQuerySchema.extend({
  /** Where the group stands: as far as its least settled finding. */
  state: findingStateSchema.exactOptional(),
  /** Has a finding of this kind. */
  kind: findingKindSchema.exactOptional(),
  /** `urgent`: what blocks first, then what waits longest; without it the newest first. */
  order: z.enum(['urgent']).exactOptional(),
});
export type FindingGroupQuery = z.infer<typeof findingGroupQuerySchema>;

const matterRefSchema = z.object({ id: idSchema, title: z.string() });

export const findingGroupSummarySchema = z.object({
  id: idSchema,
  /** Of the matter, or of the first text. */
  title: z.string(),
  matter: matterRefSchema.nullable(),
  state: findingStateSchema,
  severity: severitySchema,
  kinds: z.array(z.object({ kind: findingKindSchema, count: z.number() })),
  organs: z.array(organRefSchema),
  /** How many texts are concerned. */
  releases: z.number(),
  /** What the texts disagree in. */
  attributes: z.array(z.string()),
  /** Of the worst finding. */
  explanation: z.string(),
  explanationEn: z.string(),
  /** The finding to open when there is only one. */
  findingIds: z.array(idSchema),
  raisedAt: z.string(),
  updatedAt: z.string(),
});
export type FindingGroupSummary = z.infer<typeof findingGroupSummarySchema>;

export const findingGroupListSchema = pageOf(findingGroupSummarySchema);
export type FindingGroupList = z.infer<typeof findingGroupListSchema>;

/** One fact over all texts of the group. */
export const groupFactSchema = z.object({
  attribute: z.string(),
  /** What the agreed line says of it; null if nothing was agreed. */
  line: z.object({ value: z.string(), text: z.string() }).nullable(),
  /** What organs told the press of it (Art.16), or say on sites of their own, each with whom it was told or where it stands. */
  told: z.array(
    z.object({
      value: z.string(),
      text: z.string(),
      source: z.string(),
      sourceEn: z.string().exactOptional(),
    }),
  ),
  /** In the order of `releases`; null where a text does not state it in a disagreeing way. */
  statements: z.array(
    z
      .object({
        value: z.string(),
        text: z.string(),
        /** As in `factConflictSchema`. */
        source: z.string().exactOptional(),
        sourceEn: z.string().exactOptional(),
        quoted: z.string().exactOptional(),
      })
      .nullable(),
  ),
});
export type GroupFact = z.infer<typeof groupFactSchema>;

const actionSchema = z.object({ reasons: z.array(reasonSchema) });

/** GET /api/finding-groups/:id */
export const findingGroupSchema = findingGroupSummarySchema.omit({ releases: true }).extend({
  releases: z.array(findingReleaseSchema),
  facts: z.array(groupFactSchema),
  findings: z.array(findingSummarySchema),
  duties: z.array(correctionDutySchema),
  actions: z.object({ rule: actionSchema, forward: actionSchema }),
});
export type FindingGroupView = z.infer<typeof findingGroupSchema>;

const textSchema = (what: string) => z.string().trim().min(1, { error: what }).max(1_000);

/**
 * POST /api/finding-groups/:id/ruling: one decision for everything unsettled in the group. `prefer` is kept as
 * preferA or preferB on each finding between the text and another one.
 */
export const groupRulingSchema = z.strictObject({
  ruling: z.enum(['prefer', 'joint', 'withdraw', 'letStand', 'notAConflict']),
  /** `prefer`: the text that holds; `withdraw`: the text that has to go. */
  releaseId: idSchema.exactOptional(),
  leadOrganId: idSchema.exactOptional(),
  reason: textSchema('裁定的理由 (a reason)'),
});
export type GroupRulingInput = z.infer<typeof groupRulingSchema>;

/** POST /api/finding-groups/:id/forwarding: the findings in words to the organs, with a note. */
export const forwardingSchema = z.strictObject({
  organIds: z.array(idSchema).min(1, { error: '至少一个机关 (at least one organ)' }).max(30),
  note: textSchema('转办意见 (a note)'),
});
export type ForwardingInput = z.infer<typeof forwardingSchema>;
