import { z } from 'zod';
import { idSchema } from '../../kernel/answer.api.js';

export const deviceSchema = z.object({
  id: idSchema,
  /** Browser and system, as the browser says; '' if it says nothing known. */
  agent: z.string(),
  address: z.string(),
  openedAt: z.string(),
  seenAt: z.string(),
  /** When it ends by itself, if it is used meanwhile. */
  until: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});
export type DeviceView = z.infer<typeof deviceSchema>;

/** GET /api/session/devices and /api/people/:id/sessions: open sessions, the last used first. */
export const deviceListSchema = z.object({ items: z.array(deviceSchema) });
export type DeviceList = z.infer<typeof deviceListSchema>;
