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
