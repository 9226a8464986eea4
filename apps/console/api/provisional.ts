import { z } from 'zod';
import { idSchema, pageOf, reasonSchema } from '../../../libs/kernel/answer.api.js';

export const accountSchema = z.object({
  id: idSchema,
  channel: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  limits: z.array(z.object({ field: z.string(), max: z.number(), unit: z.string(), source: z.string() })),
});
export type AccountView = z.infer<typeof accountSchema>;
export const accountListSchema = pageOf(accountSchema);

export const deliverySchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountName: z.string(),
  channel: z.string(),
  recipient: z.string(),
  state: z.string(),
  waitingFor: z.string().nullable(),
  attempts: z.number(),
  nextAt: z.string(),
  receipt: z.object({ remoteId: z.string(), url: z.string().exactOptional() }).nullable(),
  lastCode: z.string().nullable(),
  lastMessage: z.string().nullable(),
  updatedAt: z.string(),
  actions: z.object({
    retry: z.object({ reasons: z.array(reasonSchema) }),
    decide: z.object({ reasons: z.array(reasonSchema) }),
  }),
});
export type DeliveryView = z.infer<typeof deliverySchema>;
export const deliveryListSchema = pageOf(deliverySchema);
