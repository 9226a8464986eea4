import { z } from 'zod';
import { idSchema, pageOf } from '../kernel/answer.api.js';

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

/** GET /api/notifications; POST /api/notifications/:id/read */
export const notificationListSchema = pageOf(notificationSchema);
export type NotificationList = z.infer<typeof notificationListSchema>;
