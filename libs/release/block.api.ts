import { z } from 'zod';
import type { Block, Run } from '@koujing/block';

/** Links are http(s), tel or mailto only: what else a browser may follow never reaches a page. */
const hrefSchema = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|tel:|mailto:)/iu, {
    error: 'http(s)、tel 或 mailto 链接 (an http(s), tel or mailto link)',
  });

const runSchema: z.ZodType<Run> = z.strictObject({
  text: z.string().max(20_000, { error: '一段不超过 20000 字 (at most 20,000 characters)' }),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  href: hrefSchema.exactOptional(),
});

const runsSchema = z.array(runSchema).max(500);

/** The block model of libs/block: unknown members are refused, so that nothing unseen is stored or signed. */
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('paragraph'),
    runs: runsSchema,
    align: z.enum(['left', 'center', 'right']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    runs: runsSchema,
  }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(runsSchema).max(500) }),
  z.strictObject({ type: z.literal('quote'), runs: runsSchema }),
  z.strictObject({
    type: z.literal('table'),
    header: z.boolean(),
    rows: z.array(z.array(runsSchema).max(50)).max(1_000),
  }),
  z.strictObject({
    type: z.literal('image'),
    assetSha256: z.string().regex(/^[0-9a-f]{64}$/u),
    alt: z.string().max(200),
    caption: z.string().max(500).exactOptional(),
  }),
]);

export const blocksSchema = z
  .array(blockSchema)
  .max(2_000, { error: '正文不超过 2000 段 (at most 2,000 blocks)' });
