import { z } from 'zod';

/** An open deadline as lists and pages show it; times carry their offset. */
const deadlineView = z.object({
  id: z.string(),
  rule: z.string(),
  /** The duty: 常规政务信息发布. */
  duty: z.string(),
  /** The provision that it rests on. */
  article: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  title: z.string(),
  link: z.string(),
  organId: z.string(),
  dueAt: z.string(),
  /** Milliseconds left by the server's clock; negative when overdue. */
  leftMs: z.number(),
  hard: z.boolean(),
  provisional: z.boolean(),
  paused: z.boolean(),
});
export const deadlineListSchema = z.object({ items: z.array(deadlineView) });
export type DeadlineView = z.infer<typeof deadlineView>;
export type DeadlineList = z.infer<typeof deadlineListSchema>;

export const deadlineQuerySchema = z.object({
  subjectKind: z.string().optional(),
  subjectId: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeadlineQueryInput = z.infer<typeof deadlineQuerySchema>;
