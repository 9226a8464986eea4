import { z } from 'zod';

/** What a file says beside what one reads in it: who wrote it, what was struck out, where a picture was taken. */
export const traceKindSchema = z.enum([
  'author',
  'lastModifiedBy',
  'organisation',
  'property',
  'comment',
  'trackedChange',
  'hiddenText',
  'crop',
  'headerFooter',
  'machinePath',
  'place',
  'device',
  'note',
  'speakerNotes',
  'mark',
]);
export type TraceKind = z.infer<typeof traceKindSchema>;

/** Where in a document, if not in its body. */
export const tracePlaceSchema = z.enum(['footnote', 'endnote', 'header', 'footer']);
export type TracePlace = z.infer<typeof tracePlaceSchema>;

export const traceSchema = z.object({
  kind: traceKindSchema,
  text: z.string(),
  where: tracePlaceSchema.exactOptional(),
});
export type Trace = z.infer<typeof traceSchema>;
