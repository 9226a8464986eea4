import { z } from 'zod';
import { idSchema, reasonSchema } from '../../kernel/answer.api.js';

/** RSS, Atom, RDF or JSON Feed · a page whose items are found by CSS selectors. */
export const sourceKindSchema = z.enum(['feed', 'page'], { error: 'feed 或 page (a feed or a page)' });
export type SourceKind = z.infer<typeof sourceKindSchema>;

const selector = z.string().trim().max(200, { error: '不超过 200 字 (at most 200 characters)' });

/** CSS selectors: of the items of a page and of what is in each; of the text on the page that an item leads to. */
export const selectorsSchema = z.strictObject({
  item: selector.default(''),
  title: selector.default(''),
  link: selector.default(''),
  date: selector.default(''),
  body: selector.default(''),
  article: selector.default(''),
});
export type Selectors = z.output<typeof selectorsSchema>;

const reasons = z.object({ reasons: z.array(reasonSchema) });

export const foreignSourceSchema = z.object({
  id: idSchema,
  organ: z.object({ id: idSchema, name: z.string() }),
  name: z.string(),
  kind: sourceKindSchema,
  url: z.string(),
  selectors: selectorsSchema,
  enabled: z.boolean(),
  revision: z.number(),
  lookedAt: z.string().nullable(),
  nextAt: z.string(),
  /** `read`, `unchanged`, `refused` (robots, a private address), `later` (the site asks to wait), `failed`. */
  outcome: z.enum(['read', 'unchanged', 'refused', 'later', 'failed']).nullable(),
  reason: z.string().nullable(),
  texts: z.number(),
  /** The newest texts, with what is amiss with their dates. */
  newest: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      publishedAt: z.string(),
      dateFault: z.enum(['missing', 'unreadable', 'future']).nullable(),
    }),
  ),
  actions: z.object({ revise: reasons }),
});
export type ForeignSourceView = z.infer<typeof foreignSourceSchema>;

/** GET /api/foreign-sources */
export const foreignSourceListSchema = z.object({
  items: z.array(foreignSourceSchema),
  /** The organs for which the reader may add one. */
  organs: z.array(z.object({ id: idSchema, name: z.string() })),
  actions: z.object({ add: reasons }),
});
export type ForeignSourceList = z.infer<typeof foreignSourceListSchema>;

const fields = {
  name: z
    .string()
    .trim()
    .min(1, { error: '网站或栏目的名称 (a name)' })
    .max(60, { error: '不超过 60 字 (at most 60 characters)' }),
  url: z.string().trim().min(1, { error: '地址 (an address)' }).max(1_000),
  selectors: selectorsSchema.default(() => selectorsSchema.parse({})),
  enabled: z.boolean().default(true),
};

/** POST /api/foreign-sources */
export const addSourceSchema = z.strictObject({ ...fields, organId: idSchema, kind: sourceKindSchema });
export type AddSourceInput = z.output<typeof addSourceSchema>;

/** PUT /api/foreign-sources/:id */
export const reviseSourceSchema = z.strictObject({ ...fields, expectedRevision: z.number().int().min(1) });
export type ReviseSourceInput = z.output<typeof reviseSourceSchema>;
