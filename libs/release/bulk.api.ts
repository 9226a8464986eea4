import { z } from 'zod';
import { digestSchema, idSchema, reasonSchema } from '../kernel/answer.api.js';
import { releaseStateSchema } from './release.api.js';

/**
 * What may be done to many releases at once: 送审 · 收回送审 · 关联事项 · 关注 · 取消关注. Nothing of it lets a text out, signs it
 * or ends it; each is the same act as on the release's own page.
 */
export const bulkActionSchema = z.enum(['submit', 'takeBack', 'assignMatter', 'mark', 'unmark']);
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** A page of the list; more at once nobody looks through. */
export const mostAtOnce = 200;

/** The matter to put it on, or null to take it off; of `assignMatter` alone. */
const matter = idSchema.nullable().exactOptional();

/** POST /api/release-bulk/plan: what the action would do, and to which it would be refused. */
export const bulkPlanInputSchema = z.strictObject({
  action: bulkActionSchema,
  ids: z.array(idSchema).min(1).max(mostAtOnce),
  matter,
});
export type BulkPlanInput = z.infer<typeof bulkPlanInputSchema>;

const itemSchema = z.object({
  id: idSchema,
  number: z.string(),
  title: z.string(),
  reasons: z.array(reasonSchema),
});

export const bulkPlanSchema = z.object({
  items: z.array(
    itemSchema.extend({
      state: releaseStateSchema.nullable(),
      /** Of the content that the plan was made on; it goes with the act. '' of what is not there for this person. */
      digest: z.string(),
    }),
  ),
});
export type BulkPlan = z.infer<typeof bulkPlanSchema>;

/** POST /api/release-bulk: each is acted on by itself; one that is refused holds up no other. */
export const bulkInputSchema = z.strictObject({
  action: bulkActionSchema,
  items: z
    .array(z.strictObject({ id: idSchema, digest: digestSchema, matter }))
    .min(1)
    .max(mostAtOnce),
});
export type BulkInput = z.infer<typeof bulkInputSchema>;
export type BulkItem = BulkInput['items'][number];

export const bulkResultSchema = z.object({
  items: z.array(itemSchema.extend({ done: z.boolean() })),
  /** What takes it back where that is possible: sent to the same address as it is. */
  undo: bulkInputSchema.nullable(),
});
export type BulkResult = z.infer<typeof bulkResultSchema>;

/** GET /api/release-bulk/table?ids=a,b: the rows of these releases, for a spreadsheet. */
export const bulkTableQuerySchema = z.object({
  ids: z
    .string()
    .max(mostAtOnce * 65)
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(idSchema).min(1).max(mostAtOnce)),
});
export type BulkTableQuery = z.output<typeof bulkTableQuerySchema>;
