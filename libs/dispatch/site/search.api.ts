import { z } from 'zod';

const day = z.union([z.literal(''), z.iso.date('YYYY-MM-DD')]).default('');

/** GET /api/portal/search: open to everybody, for the portal's search page and for other sites of the city. */
export const searchQuerySchema = z.object({
  q: z.string().trim().max(60, '至多 60 字').default(''),
  organ: z.string().max(100).default(''),
  column: z.string().max(100).default(''),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(50).default(1),
});
export type SearchInput = z.infer<typeof searchQuerySchema>;

const markedSchema = z.array(z.object({ text: z.string(), hit: z.boolean() })).readonly();

/** What the portal's search page shows; `isPartial`: no text has all the words, these have some of them. */
export const searchResultSchema = z.object({
  hits: z
    .array(
      z.object({
        path: z.string(),
        title: markedSchema,
        excerpt: markedSchema,
        organ: z.string(),
        column: z.string(),
        pubDate: z.string(),
      }),
    )
    .readonly(),
  /** Of a word that many pages have only those up to this page are counted, and `isMore` says that there are others. */
  total: z.number(),
  isMore: z.boolean(),
  pageSize: z.number(),
  isPartial: z.boolean(),
  organs: z.array(z.string()).readonly(),
  columns: z.array(z.string()).readonly(),
});
