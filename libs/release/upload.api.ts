import { z } from 'zod';
import { blocksSchema } from '../block/block.api.js';
import { traceSchema } from '../block/trace.api.js';
import { digestSchema, reasonSchema } from '../kernel/answer.api.js';

/** POST /api/images (multipart, one file `file`); GET /api/images/:sha256 shows it. */
export const imageSchema = z.object({
  sha256: digestSchema,
  mimeType: z.enum(['image/jpeg', 'image/png']),
  bytes: z.number(),
});
export type ImageView = z.infer<typeof imageSchema>;

/** POST /api/attachments (multipart, one file `file`: .docx, .txt); GET /api/attachments/:sha256 downloads it. */
export const attachmentSchema = z.object({
  sha256: digestSchema,
  name: z.string(),
  mimeType: z.string(),
  bytes: z.number(),
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

/** POST /api/import (multipart, one file `file`: .docx, .html, .txt) → content for a draft. */
export const importedDocumentSchema = z.object({
  title: z.string(),
  blocks: blocksSchema,
  images: z.array(z.object({ sha256: digestSchema, alt: z.string() })),
  /** What the document had and a release cannot keep. */
  warnings: z.array(reasonSchema),
  /** Its digest goes into the draft's `documents`; what it says beside its text is not in the draft. */
  document: z.object({ sha256: digestSchema, name: z.string(), traces: z.array(traceSchema) }),
});
export type ImportedDocument = z.infer<typeof importedDocumentSchema>;
