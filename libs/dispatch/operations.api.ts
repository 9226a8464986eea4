import { z } from 'zod';
import { idSchema, reasonSchema } from '../kernel/answer.api.js';

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
  /** Null unless nothing is sent, because the database was restored from a backup and nobody has looked yet. */
  hold: z
    .object({
      /** Of the backup. */
      madeAt: z.string().nullable(),
      restoredAt: z.string().nullable(),
      /** Rows that the platforms are still being asked about. */
      unclear: z.number(),
      /** Rows that a person must settle. */
      needsPerson: z.number(),
      /** Rows that go out once the hold is lifted. */
      planned: z.number(),
      /** Posts on our accounts that no release in this database put there: releases that the backup does not know. */
      outside: z.array(
        z.object({
          accountId: idSchema,
          url: z.string().nullable(),
          text: z.string(),
          publishedAt: z.string().nullable(),
        }),
      ),
      actions: z.object({ lift: z.object({ reasons: z.array(reasonSchema) }) }),
    })
    .nullable(),
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

/** POST /api/operations/lift: a restored system sends again. */
export const liftHoldSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export type LiftHoldInput = z.infer<typeof liftHoldSchema>;
