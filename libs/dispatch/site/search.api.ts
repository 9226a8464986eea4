import { z } from 'zod';

/** PostgreSQL keeps no text with this sign in it. */
const withoutNul = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/u, '不含空字符的文字')
    .default('');
const day = z.union([z.literal(''), z.iso.date('YYYY-MM-DD')]).default('');

/** GET /api/portal/search: open to everybody, for the portal's search page and for other sites of the city. */
export const searchQuerySchema = z.object({
  q: withoutNul(60).transform((said) => said.trim()),
  organ: withoutNul(100),
  column: withoutNul(100),
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
  /** Older pages are still being indexed and may not be found yet. */
  isIndexing: z.boolean(),
  organs: z.array(z.string()).readonly(),
  columns: z.array(z.string()).readonly(),
});
