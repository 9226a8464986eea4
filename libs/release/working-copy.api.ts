import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { releaseDraftSchema } from './release.api.js';

const revision = z.number().int().min(1);

/**
 * A draft in the middle of a sentence: without a title, with half an address. It is checked as a draft when it is saved, and only then
 * can anybody sign it.
 */
export const workingDraftSchema = releaseDraftSchema.extend({
  title: z.string().max(1_000, { error: '标题不超过 1000 字 (at most 1000 characters)' }),
  column: z.string().max(40),
  recipients: z.array(z.string().max(320)).max(10_000),
});
export type WorkingDraft = z.output<typeof workingDraftSchema>;

/** PUT /api/releases/:id/working-copy, PUT /api/working-copy (not stored yet). */
export const keepWorkingCopySchema = z.strictObject({
  /** Of the copy that this one follows; null for the first. An older one is answered with 409 `stale`. */
  expectedSeq: z.number().int().min(1).nullable(),
  baseRevision: revision.nullable(),
  draft: workingDraftSchema,
});
export type KeepWorkingCopy = z.output<typeof keepWorkingCopySchema>;
export type KeepWorkingCopyInput = z.input<typeof keepWorkingCopySchema>;

/** Where the release itself stands: a newer revision than one's own was somebody else's doing. */
const storedSchema = z.object({ revision: z.number(), by: z.string(), at: z.string() });

export const workingCopyKeptSchema = z.object({
  seq: z.number(),
  savedAt: z.string(),
  stored: storedSchema.nullable(),
});
export type WorkingCopyKept = z.infer<typeof workingCopyKeptSchema>;

/** GET of the same: one's own copy, and nobody else's. */
export const workingCopySchema = z.object({
  copy: z
    .object({
      seq: z.number(),
      savedAt: z.string(),
      baseRevision: z.number().nullable(),
      draft: workingDraftSchema,
    })
    .nullable(),
});
export type WorkingCopyView = z.infer<typeof workingCopySchema>;

/** POST /api/releases/:id/editing, every half minute while the page is open; DELETE when it is left. */
export const editingSchema = z.object({
  /** Who else has it open for editing. */
  others: z.array(personRefSchema.extend({ seenAt: z.string() })),
  stored: storedSchema,
});
export type EditingView = z.infer<typeof editingSchema>;
