import { z } from 'zod';
import { blockLimits, safeHref } from './block-limits.api.js';
import type { Block, Run } from './block.js';

const upTo = (max: number, zh: string, en: string) => ({
  error: `${zh}不超过 ${max} (${en}: at most ${max})`,
});

const hrefSchema = z
  .string()
  .max(blockLimits.hrefCharacters, upTo(blockLimits.hrefCharacters, '链接字数', 'characters of a link'))
  .regex(safeHref, {
    error: '链接只能是 http(s)、tel 或 mailto (a link is http(s), tel or mailto)',
  });

const runSchema: z.ZodType<Run> = z.strictObject({
  text: z.string().max(blockLimits.runCharacters, upTo(blockLimits.runCharacters, '一段字数', 'characters')),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  href: hrefSchema.exactOptional(),
});

const runsSchema = z
  .array(runSchema)
  .max(blockLimits.runs, upTo(blockLimits.runs, '一段内的样式变化', 'runs'));

/** The block model: unknown members are refused, so that nothing unseen is stored or signed. */
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
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(runsSchema).max(blockLimits.listItems, upTo(blockLimits.listItems, '列表项', 'items')),
  }),
  z.strictObject({ type: z.literal('quote'), runs: runsSchema }),
  z.strictObject({
    type: z.literal('table'),
    header: z.boolean(),
    rows: z
      .array(
        z.array(runsSchema).max(blockLimits.tableCells, upTo(blockLimits.tableCells, '表格列', 'columns')),
      )
      .max(blockLimits.tableRows, upTo(blockLimits.tableRows, '表格行', 'rows')),
  }),
  z.strictObject({
    type: z.literal('image'),
    assetSha256: z.string().regex(/^[0-9a-f]{64}$/u),
    alt: z
      .string()
      .max(
        blockLimits.altCharacters,
        upTo(blockLimits.altCharacters, '图片说明字数', 'characters of a description'),
      ),
    caption: z
      .string()
      .max(500, upTo(500, '图注字数', 'characters of a caption'))
      .exactOptional(),
  }),
]);

export const blocksSchema = z
  .array(blockSchema)
  .max(blockLimits.blocks, upTo(blockLimits.blocks, '正文段数', 'blocks'));
