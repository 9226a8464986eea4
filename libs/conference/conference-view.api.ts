import { z } from 'zod';
import { traceSchema } from '../block/trace.api.js';
import { personRefSchema } from '../access/access.api.js';
import { digestSchema, idSchema, pageOf, reasonSchema } from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import {
  conferenceKindSchema,
  conferenceStateSchema,
  holdingSchema,
  materialKindSchema,
  speakerSchema,
  storedBriefSchema,
} from './conference.api.js';

const clockSchema = z.object({
  id: idSchema,
  rule: z.string(),
  duty: z.string(),
  /** The same in English; absent where the rules file has none. */
  dutyEn: z.string().exactOptional(),
  article: z.string(),
  dueAt: z.string(),
  leftMs: z.number(),
  state: z.enum(['running', 'paused', 'met', 'metLate', 'exempt', 'cancelled']),
  hard: z.boolean(),
  provisional: z.boolean(),
  /** Whether the text frees emergencies of it (RULES.md 0.3), and in words what follows here. */
  basis: z.enum(['explicit', 'inferred', 'none']),
  basisText: z.string(),
  basisTextEn: z.string(),
});
export type ConferenceClockView = z.infer<typeof clockSchema>;

export const conferenceSummarySchema = z.object({
  id: idSchema,
  kind: conferenceKindSchema,
  kindTitle: z.string(),
  state: conferenceStateSchema,
  theme: z.string(),
  name: z.string(),
  host: z.string(),
  organ: organRefSchema,
  startsAt: z.string(),
  place: z.string(),
  emergency: z.boolean(),
  major: z.boolean(),
  number: z.string().nullable(),
  /** The most urgent open clock. */
  clock: clockSchema.nullable(),
});
export type ConferenceSummary = z.infer<typeof conferenceSummarySchema>;
export const conferenceListSchema = pageOf(conferenceSummarySchema).extend({
  actions: z.object({ plan: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type ConferenceList = z.infer<typeof conferenceListSchema>;

const signatureView = z.object({
  digest: digestSchema,
  signerName: z.string(),
  signerPost: z.string(),
  document: z.string(),
  note: z.string(),
  signedAt: z.string(),
  /** Not the main leader himself: whom he authorised. */
  authorised: z.boolean(),
});
const chainStepView = z.object({
  step: z.string(),
  title: z.string(),
  titleEn: z.string(),
  by: z.enum(['office', 'releasingOrgan', 'cityLeader']),
  state: z.enum(['signed', 'current', 'waiting']),
  signature: signatureView.nullable(),
  reasons: z.array(reasonSchema),
});
export type ChainStepView = z.infer<typeof chainStepView>;

export const factChangeSchema = z.object({
  fact: z.enum(['time', 'place', 'content', 'speakers']),
  before: z.unknown(),
  after: z.unknown(),
});

const registrationView = z.object({
  registration: z.number(),
  number: z.string(),
  approvedAt: z.string(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  changes: z.array(factChangeSchema),
});

const actionSchema = z.object({ reasons: z.array(reasonSchema) });
const reviewedSchema = z.object({ by: personRefSchema, at: z.string() });
export const conferenceActionSchema = z.enum([
  'revise',
  'apply',
  'answer',
  'return',
  'upload',
  'file',
  'hold',
  'evaluate',
  'cancel',
]);
export type ConferenceAction = z.infer<typeof conferenceActionSchema>;

/** GET /api/conferences/:id */
export const conferenceSchema = conferenceSummarySchema.omit({ clock: true }).extend({
  content: z.string(),
  justification: z.string(),
  incidentId: z.string().nullable(),
  joint: z.array(organRefSchema),
  speakers: z.array(speakerSchema.extend({ organ: organRefSchema })),
  totalMinutes: z.number(),
  leadMinutes: z.number(),
  rostrumPersons: z.number(),
  questionSession: z.boolean(),
  limitReasons: z.record(z.string(), z.string()),
  registration: z.number(),
  revision: z.number(),
  /** Signatures are bound to it; send it back with every signature. */
  digest: digestSchema,
  /** Article that lays name, host and venue down. */
  article: z.string(),
  venue: z.object({ place: z.string(), firm: z.boolean() }).nullable(),
  limits: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      titleEn: z.string(),
      limit: z.number(),
      planned: z.number(),
      article: z.string(),
      hardness: z.enum(['hard', 'soft']),
      exceeded: z.boolean(),
      reason: z.string(),
    }),
  ),
  clocks: z.array(clockSchema),
  chain: z.object({ article: z.string(), groups: z.array(z.array(chainStepView)) }),
  materials: z.object({
    article: z.string(),
    items: z.array(
      z.object({
        kind: materialKindSchema,
        required: z.boolean(),
        /** Why it cannot be signed by itself, or be confirmed to have been looked through. */
        actions: z.object({ signMaterial: actionSchema, lookThrough: actionSchema }),
        file: z
          .object({
            sha256: digestSchema,
            name: z.string(),
            size: z.number(),
            uploadedAt: z.string(),
            /** Handed out with the file unless somebody takes it out. */
            traces: z.array(traceSchema),
            /** Under the digest: signed with the content, and to replace it voids the signatures. */
            signed: z.boolean(),
            /** Part of the content, and under no signature: it is signed by itself before it is filed. */
            awaitsSignature: z.boolean(),
            signedOff: reviewedSchema.nullable(),
            /** Its inside was not read; somebody else than the uploader opens it before it is filed. */
            unread: z.boolean(),
            looked: reviewedSchema.nullable(),
          })
          .nullable(),
      }),
    ),
    filing: z
      .object({ at: z.string(), by: personRefSchema, headcount: z.number(), reason: z.string() })
      .nullable(),
  }),
  holding: holdingSchema.nullable(),
  brief: storedBriefSchema.nullable(),
  stateReason: z.string().nullable(),
  registrations: z.array(registrationView),
  createdBy: personRefSchema,
  actions: z.record(conferenceActionSchema, actionSchema),
});
export type ConferenceView = z.infer<typeof conferenceSchema>;

/** GET /api/public/conferences/:number: what media may know before they report (Art.40). */
export const publicConferenceSchema = z.object({
  number: z.string(),
  /** `voided`: the approval of this number no longer holds. */
  status: z.enum(['approved', 'held', 'voided', 'cancelled']),
  statusText: z.string(),
  name: z.string(),
  organ: z.string(),
  theme: z.string(),
  startsAt: z.string(),
  place: z.string(),
  approvedAt: z.string(),
  voidedAt: z.string().nullable(),
});
export type PublicConference = z.infer<typeof publicConferenceSchema>;
