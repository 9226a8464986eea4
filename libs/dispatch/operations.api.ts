import { z } from 'zod';
import { idSchema } from '../kernel/answer.api.js';

const countSchema = z.object({ channel: z.string(), state: z.string(), rows: z.number() });
const outcomeSchema = z.object({
  channel: z.string(),
  action: z.string(),
  outcome: z.string(),
  /** Of a deferral its reason, of a refusal who must mend it; '' for the others. */
  class: z.string(),
  tries: z.number(),
});
const quotaSchema = z.object({
  name: z.string(),
  per: z.enum(['second', 'minute', 'hour', 'day', 'month']),
  limit: z.number(),
  left: z.number(),
});

/** GET /api/operations: how dispatch stands, from the ledger itself, whichever process asks. */
export const operationsSchema = z.object({
  at: z.string(),
  /** Rows that may be sent now and are not. */
  due: z.number(),
  /** Age of the oldest of them in seconds; 0 without any. */
  oldestDueSeconds: z.number(),
  /** Rows that are not closed, and refused or doubtful ones, by channel and state. */
  rows: z.array(countSchema),
  /** Tries of the last hour. */
  outcomes: z.array(outcomeSchema),
  accounts: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      channel: z.string(),
      enabled: z.boolean(),
      breaker: z.enum(['closed', 'open', 'stopped']),
      breakerReason: z.string().nullable(),
      quotas: z.array(quotaSchema),
      rejected: z.number(),
      needsPerson: z.number(),
    }),
  ),
});
export type OperationsView = z.infer<typeof operationsSchema>;
