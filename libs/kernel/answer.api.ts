import { z } from 'zod';

/** ISO 8601 with its offset: a time without one is refused, never guessed. */
export const instantSchema = z.iso.datetime({
  offset: true,
  error: '带时区偏移的时间，例如 2026-11-23T15:00:00+08:00 (ISO 8601 with offset)',
});

export const idSchema = z.string().min(1).max(64);

export const digestSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, { error: '64 位十六进制摘要 (64 hex digits)' });

export const reasonSchema = z.object({
  code: z.string(),
  message: z.string(),
  messageEn: z.string(),
  field: z.string().exactOptional(),
  allowed: z.string().exactOptional(),
});
export type ReasonView = z.infer<typeof reasonSchema>;

/** The body of every answer that is not a success; `code` decides the HTTP status. */
export const errorBodySchema = z.object({ code: z.string(), reasons: z.array(reasonSchema) });
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** Every list is paged; `page` counts from 1. */
export const pageQuerySchema = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** A civil day, `2026-11-23`. */
export const civilDaySchema = z.iso.date({ error: '日期，例如 2026-11-23 (a date)' });

/** Civil days between which a list tells what happened, both of them in it. */
export const daysQuerySchema = z.object({
  from: civilDaySchema.exactOptional(),
  to: civilDaySchema.exactOptional(),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number(), page: z.number(), pageSize: z.number() });

/** What `pageOf` describes. */
export interface Page<Item> {
  items: Item[];
  total: number;
  page: number;
  pageSize: number;
}

/** Answer of an action that has nothing else to say. */
export const doneSchema = z.object({ done: z.literal(true) });

/** Answer of an action that made something. */
export const madeSchema = z.object({ id: idSchema });
