import { z } from 'zod';
import { idSchema, instantSchema, reasonSchema } from '../../kernel/answer.api.js';

/** A newsroom changes its staff within half a year; nobody remembers a link of more than a year. */
const linkDays = { usual: 180, most: 366 } as const;

/** POST /api/media/outlets/:id/link: a new link; the former one ends. */
export const issueLinkSchema = z.strictObject({
  days: z
    .number()
    .int()
    .min(1)
    .max(linkDays.most, { error: '至多 366 天 (at most 366 days)' })
    .default(linkDays.usual),
});
export type IssueLinkInput = z.output<typeof issueLinkSchema>;
/** `url` opens the page for whoever has it: shown once, kept nowhere. */
export const issuedLinkSchema = z.object({ url: z.string(), expiresAt: instantSchema });
export type IssuedLink = z.infer<typeof issuedLinkSchema>;

/** POST /api/media/outlets/:id/link/revocation */
export const revokeLinkSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '停用的理由 (a reason)' }).max(500),
});
export type RevokeLinkInput = z.infer<typeof revokeLinkSchema>;

const allowed = z.object({ reasons: z.array(reasonSchema) });
/** GET /api/media/outlets/:id/link */
export const linkViewSchema = z.object({
  outlet: z.object({ id: idSchema, name: z.string() }),
  /** The newest link; null if none was ever issued. */
  link: z
    .object({
      state: z.enum(['inForce', 'expired', 'revoked']),
      issuedBy: z.string(),
      issuedAt: instantSchema,
      expiresAt: instantSchema,
      openedAt: instantSchema.nullable(),
    })
    .nullable(),
  /** What this outlet looked at before its hour, newest first. */
  openings: z.array(
    z.object({
      releaseId: idSchema,
      title: z.string(),
      version: z.number(),
      /** `list`, `page`, or the name of a file. */
      place: z.string(),
      firstAt: instantSchema,
      lastAt: instantSchema,
      times: z.number(),
    }),
  ),
  actions: z.object({ issue: allowed, revoke: allowed }),
});
export type LinkView = z.infer<typeof linkViewSchema>;
