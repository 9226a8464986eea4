import { z } from 'zod';
import { personRefSchema, roleSchema } from '../access/access.api.js';
import { idSchema, instantSchema, pageOf, pageQuerySchema, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { releaseKindSchema } from '../release/release.api.js';

/** 未生效 · 有效 · 已到期 · 已撤销 */
export const termStateSchema = z.enum(['pending', 'inForce', 'expired', 'revoked']);
export type TermState = z.infer<typeof termStateSchema>;

const reasonTextSchema = z.string().trim().min(1, { error: '理由 (a reason)' }).max(500);

/** POST /api/authorisations */
export const authorisationInputSchema = z.strictObject({
  organId: idSchema,
  /** The main leader; needed from an administrator who enters what the leader signed on paper. */
  grantorId: idSchema.exactOptional(),
  granteeId: idSchema,
  /** Empty: every kind. */
  kinds: z.array(releaseKindSchema).max(7).default([]),
  /** Words of the remit, e.g. `供水`; empty: every subject. */
  subjects: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  from: instantSchema,
  to: instantSchema,
  note: z.string().trim().max(500).default(''),
});
export type AuthorisationInput = z.output<typeof authorisationInputSchema>;

/** What may be handed to a colleague: reviews and confirmations, never the approval (Art.14). */
export const delegableRoleSchema = z.enum(['reviewer', 'confidentialityReviewer', 'coSigner']);
export type DelegableRole = z.infer<typeof delegableRoleSchema>;

/** POST /api/delegations */
export const delegationInputSchema = z.strictObject({
  organId: idSchema,
  role: delegableRoleSchema,
  toPersonId: idSchema,
  from: instantSchema,
  to: instantSchema,
  reason: reasonTextSchema,
});
export type DelegationInput = z.output<typeof delegationInputSchema>;

/** GET /api/authorisations/desk: what a person needs to authorise or delegate in an organ. */
export const termDeskQuerySchema = z.strictObject({ organ: idSchema });

export const termDeskSchema = z.object({
  organ: organRefSchema,
  /** Who serves there, with the roles held there. */
  persons: z.array(personRefSchema.extend({ roles: z.array(roleSchema) })),
  /** Whether whoever asks is the main leader; others enter what the leader signed. */
  leads: z.boolean(),
  /** The desks of whoever asks that can be handed on. */
  desks: z.array(delegableRoleSchema),
  longest: z.object({ authorisationDays: z.number().int(), delegationDays: z.number().int() }),
  actions: z.object({
    grant: z.object({ reasons: z.array(reasonSchema) }),
    delegate: z.object({ reasons: z.array(reasonSchema) }),
  }),
});
export type TermDeskView = z.infer<typeof termDeskSchema>;

/** POST /api/authorisations/:id/revoke and /api/delegations/:id/revoke */
export const revokeSchema = z.strictObject({ reason: reasonTextSchema });

/** GET /api/authorisations and /api/delegations: newest first, those that ended among them. */
export const termQuerySchema = pageQuerySchema.extend({
  organ: idSchema.exactOptional(),
  state: termStateSchema.exactOptional(),
});
export type TermQuery = z.infer<typeof termQuerySchema>;

const termFields = {
  id: idSchema,
  organ: organRefSchema,
  from: z.string(),
  to: z.string(),
  state: termStateSchema,
  revokedAt: z.string().nullable(),
  revokeReason: z.string().nullable(),
  actions: z.object({ revoke: z.object({ reasons: z.array(reasonSchema) }) }),
};

export const authorisationSchema = z.object({
  ...termFields,
  grantor: personRefSchema,
  grantee: personRefSchema,
  kinds: z.array(releaseKindSchema),
  subjects: z.array(z.string()),
  note: z.string(),
  recordedBy: personRefSchema,
});
export type AuthorisationView = z.infer<typeof authorisationSchema>;
export const authorisationListSchema = pageOf(authorisationSchema);
export type AuthorisationList = z.infer<typeof authorisationListSchema>;

export const delegationSchema = z.object({
  ...termFields,
  role: delegableRoleSchema,
  fromPerson: personRefSchema,
  toPerson: personRefSchema,
  reason: z.string(),
});
export type DelegationView = z.infer<typeof delegationSchema>;
export const delegationListSchema = pageOf(delegationSchema);
export type DelegationList = z.infer<typeof delegationListSchema>;
