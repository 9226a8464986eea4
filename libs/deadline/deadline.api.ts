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

const change = z.object({
  at: z.string(),
  actor: z.string(),
  event: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
const reasons = z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() }));

/** GET /api/deadlines/:id: how it was counted, who is told when, and everything that happened to it. */
export const deadlineDetailSchema = deadlineView.extend({
  state: z.string(),
  startEvent: z.string(),
  eventAt: z.string(),
  limit: z.number().nullable(),
  unit: z.string(),
  direction: z.string(),
  /** Whether emergencies are exempt, and on what the exemption rests: explicit, inferred or none. */
  emergencyExemption: z.string(),
  reminders: z.array(z.object({ at: z.number(), tell: z.array(z.string()) })),
  history: z.array(change),
  actions: z.object({ pause: reasons, resume: reasons }),
});
export type DeadlineDetail = z.infer<typeof deadlineDetailSchema>;

/** POST /api/deadlines/:id/pause and /resume: a clock stands still for a reason or not at all. */
export const holdInputSchema = z.strictObject({
  reason: z.string().trim().min(1, '理由 (a reason)').max(500),
});
export type HoldInput = z.infer<typeof holdInputSchema>;
