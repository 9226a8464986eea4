import { z } from 'zod';
import { idSchema } from '../kernel/answer.api.js';
import { releaseQuerySchema } from './release.api.js';

/** Filters of the list that a view may hold, as they stand in its address. */
const filterKeySchema = z.enum([
  'state',
  'clock',
  'organ',
  'channel',
  'conflict',
  'mine',
  'q',
  'kind',
  'trigger',
  'dispatch',
  'from',
  'to',
]);

/** A view that the list would refuse is refused when it is kept, not each time that it is opened. */
export const viewFiltersSchema = z
  .partialRecord(filterKeySchema, z.string().min(1).max(100))
  .superRefine((filters, context) => {
    const { success, error } = releaseQuerySchema.safeParse(filters);
    if (success) return;
    for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
  });
export type ViewFilters = z.output<typeof viewFiltersSchema>;

const nameSchema = z
  .string()
  .trim()
  .min(1, { error: '视图的名称 (a name)' })
  .max(30, { error: '名称不超过 30 字 (at most 30 characters)' });

/** POST /api/release-views */
export const keepViewSchema = z.strictObject({ name: nameSchema, filters: viewFiltersSchema });
export type KeepViewInput = z.output<typeof keepViewSchema>;

/** PUT /api/release-views/:id: another name, or other filters under the old one. */
export const changeViewSchema = z.strictObject({
  name: nameSchema.exactOptional(),
  filters: viewFiltersSchema.exactOptional(),
});
export type ChangeViewInput = z.output<typeof changeViewSchema>;

/** PUT /api/release-views/first: the view that the list opens with; null: all releases. */
export const firstViewSchema = z.strictObject({ view: idSchema.nullable() });

/** GET /api/release-views: one's own, oldest first. */
export const viewListSchema = z.object({
  items: z.array(z.object({ id: idSchema, name: z.string(), filters: z.record(z.string(), z.string()) })),
  /** The id of one's own view, the name of a standing one, or null. */
  first: z.string().nullable(),
});
export type ViewList = z.infer<typeof viewListSchema>;
