import { z } from 'zod';
import { idSchema, instantSchema, pageOf } from '../kernel/answer.api.js';

export const notificationSchema = z.object({
  id: idSchema,
  kind: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Path in the console. */
  link: z.string(),
  /** How its mail fares: `planned`, `sending`, `sent`, `failed`, `unknown`. */
  state: z.enum(['planned', 'sending', 'sent', 'failed', 'unknown']),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type NotificationView = z.infer<typeof notificationSchema>;

/** GET /api/notifications: one's own, the newest first. POST /api/notifications/:id/read */
export const notificationListSchema = pageOf(notificationSchema).extend({
  /** Of all, not of this page. */
  unread: z.number(),
});
export type NotificationList = z.infer<typeof notificationListSchema>;

/** POST /api/notifications/read: all up to the newest that the reader was shown; what came later stays unread. */
export const readAllSchema = z.strictObject({ until: instantSchema });
export type ReadAllInput = z.infer<typeof readAllSchema>;
