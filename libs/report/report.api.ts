import { z } from 'zod';
import {
  civilDaySchema,
  digestSchema,
  idSchema,
  pageOf,
  pageQuerySchema,
  reasonSchema,
} from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';

/**
 * 口径一致 · 及时 · 到达 · 工作量 · 名单与发布会, then what goes out as a document: the half-yearly bulletin (Art.42) and the
 * section of the annual report (Art.38).
 */
export const reportNameSchema = z.enum([
  'consistency',
  'timeliness',
  'reach',
  'workload',
  'roster',
  'bulletin',
  'annual',
]);
export type ReportName = z.infer<typeof reportNameSchema>;

const daysShape = { from: civilDaySchema, to: civilDaySchema };
const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to;
const orderError = { path: ['to'], error: '不早于起始日期 (not before the first day)' };

/** GET /api/reports/:name; both days are in it. Without an organ, of the whole city. */
const reportQueryShape = z.strictObject({ ...daysShape, organ: idSchema.exactOptional() });
export const reportQuerySchema = reportQueryShape.refine(inOrder, orderError);
export type ReportQuery = z.output<typeof reportQuerySchema>;

export const exportFormatSchema = z.enum(['csv', 'xlsx', 'docx', 'pdf'], {
  error: 'csv、xlsx、docx 或 pdf (one of these)',
});
export type ExportFormat = z.infer<typeof exportFormatSchema>;
export const reportLanguageSchema = z.enum(['zh', 'en']);

/** GET /api/reports/:name/export: the report as it is shown, or one table of it. */
export const exportQuerySchema = reportQueryShape
  .extend({
    format: exportFormatSchema,
    language: reportLanguageSchema.default('zh'),
    table: z.string().max(40).exactOptional(),
  })
  .refine(inOrder, orderError);
export type ExportQuery = z.output<typeof exportQuerySchema>;

/** GET /api/frozen-reports/:id/export */
export const frozenExportSchema = z.strictObject({
  format: exportFormatSchema,
  language: reportLanguageSchema.default('zh'),
});
export type FrozenExportQuery = z.output<typeof frozenExportSchema>;

const wordsSchema = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof wordsSchema>;

const filterShape = {
  measure: z.string().max(40).exactOptional(),
  organ: z.string().max(64).exactOptional(),
  kind: z.string().max(64).exactOptional(),
  outcome: z.string().max(64).exactOptional(),
  part: z.string().max(64).exactOptional(),
  time: z.string().max(10).exactOptional(),
};
const filterSchema = z.object(filterShape);
export type FilterView = z.infer<typeof filterSchema>;

const cutSchema = z.object({ key: z.string(), label: wordsSchema, filter: filterSchema });

/** A number is the number of the rows that the filters of its table, row and column leave together. */
export const reportTableSchema = z.object({
  id: z.string(),
  title: wordsSchema,
  note: wordsSchema.nullable(),
  /** What the rows are. */
  head: wordsSchema,
  filter: filterSchema,
  columns: z.array(cutSchema),
  rows: z.array(cutSchema.extend({ values: z.array(z.number()), total: z.number().nullable() })),
  /** Of each column; null where the rows are no parts of one whole. */
  totals: z.array(z.number()).nullable(),
  total: z.number().nullable(),
  /** How it is drawn beside the table; null where numbers of several kinds stand side by side. */
  chart: z.enum(['bars', 'columns']).nullable(),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

/** What was counted: this and nothing else is under the digest. */
export const reportContentSchema = z.object({
  name: reportNameSchema,
  title: wordsSchema,
  article: z.string(),
  from: z.string(),
  to: z.string(),
  organ: organRefSchema.nullable(),
  tables: z.array(reportTableSchema),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

export const reportSchema = z.object({
  content: reportContentSchema,
  digest: digestSchema,
  /** The days are not over: the numbers are those of now. */
  provisional: z.boolean(),
  /** The closed report on exactly these days and this organ. */
  frozenId: idSchema.nullable(),
  actions: z.object({ freeze: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type ReportView = z.infer<typeof reportSchema>;

/** GET /api/report-rows: what a number counts. `frozen`: as it was closed. */
export const rowQuerySchema = pageQuerySchema
  .extend({ ...filterShape, ...daysShape, measure: z.string().max(40), frozen: idSchema.exactOptional() })
  .refine(inOrder, orderError);
export type RowQuery = z.output<typeof rowQuerySchema>;

export const rowListSchema = pageOf(
  z.object({
    id: z.string(),
    organ: organRefSchema,
    at: z.string().nullable(),
    title: z.string(),
    link: z.string(),
    note: z.string(),
    kind: wordsSchema,
    outcome: wordsSchema,
  }),
).extend({ measure: wordsSchema });
export type RowList = z.infer<typeof rowListSchema>;

/** POST /api/frozen-reports: closes a half-year's bulletin, a year's section or a month's inconsistency report. */
export const freezeSchema = z.strictObject({
  name: reportNameSchema,
  ...daysShape,
  organ: idSchema.exactOptional(),
  /** Of the report as the person saw it: what has changed meanwhile is shown first. */
  digest: digestSchema,
});
export type FreezeInput = z.output<typeof freezeSchema>;

export const frozenSummarySchema = z.object({
  id: idSchema,
  name: reportNameSchema,
  title: wordsSchema,
  from: z.string(),
  to: z.string(),
  organ: organRefSchema.nullable(),
  closedBy: z.string(),
  closedAt: z.string(),
  digest: digestSchema,
});
export type FrozenSummary = z.infer<typeof frozenSummarySchema>;
/** GET /api/frozen-reports */
export const frozenListSchema = pageOf(frozenSummarySchema);

/** GET /api/frozen-reports/:id: as it was closed, and what would be counted otherwise today. */
export const frozenSchema = frozenSummarySchema.extend({
  content: reportContentSchema,
  /** Rows and content still have the digest that they were closed with. */
  intact: z.boolean(),
  rows: z.number(),
  differences: z.array(
    z.object({ table: wordsSchema, row: wordsSchema, column: wordsSchema, was: z.number(), now: z.number() }),
  ),
});
export type FrozenView = z.infer<typeof frozenSchema>;

/** GET /api/inconsistency-digests: the coordinators' daily reports as they were sent, the newest first. */
export const digestListSchema = pageOf(
  z.object({ day: z.string(), fresh: z.number(), unsettled: z.number(), digest: digestSchema }),
);
export type DigestList = z.infer<typeof digestListSchema>;

/** GET /api/inconsistency-digests/:day/export */
export const digestExportSchema = z.strictObject({ format: exportFormatSchema });
