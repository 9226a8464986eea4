import { z } from 'zod';
import { civilDaySchema, idSchema, reasonSchema } from '../kernel/answer.api.js';

/** Where a page of the record begins: the time of an entry in milliseconds and its id, neither of which ever changes. */
const cursorSchema = z.string().regex(/^\d{1,16}\.[0-9A-Za-z-]{1,64}$/u, {
  error: '由上一次回答给出的位置 (a cursor of an earlier answer)',
});

const wordSchema = z.string().trim().min(1).max(100);

const filters = {
  /** A part of a person's name, or the user name; `system` is what nobody clicked. */
  who: wordSchema.exactOptional(),
  /** Whose things. */
  organ: idSchema.exactOptional(),
  /** The noun of acts, `release`, or one act, `release.submit`. */
  act: z
    .string()
    .regex(/^[A-Za-z]+(?:\.[A-Za-z]+)*$/u, { error: '操作的名称，如 release (an act)' })
    .max(80)
    .exactOptional(),
  /** A number, a part of a title, or an id. */
  thing: wordSchema.exactOptional(),
  from: civilDaySchema.exactOptional(),
  to: civilDaySchema.exactOptional(),
};
/** GET /api/audit/export.csv */
export const auditFilterSchema = z.object(filters);
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** GET /api/audit: the newest first, in pages that entries written meanwhile do not move. */
export const auditQuerySchema = z.object({
  ...filters,
  /** The page of what is older than this entry. */
  before: cursorSchema.exactOptional(),
  /** The page of what is newer than this entry. */
  after: cursorSchema.exactOptional(),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

const sentenceSchema = z.object({ zh: z.string(), en: z.string() });

export const auditEntrySchema = z.object({
  id: idSchema,
  at: z.string(),
  action: z.string(),
  sentence: sentenceSchema,
  /** `name` is what it is called now; the record itself holds the id. */
  actor: z.object({ id: z.string(), name: z.string() }),
  subject: z.object({
    kind: z.string(),
    id: z.string(),
    title: z.string(),
    /** Its page in the console; '' if it has none. */
    link: z.string(),
  }),
  /** The content that the act was bound to. */
  digest: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Null in the tail that the sealer has not reached. */
  seal: z.object({ sequence: z.number(), hash: z.string() }).nullable(),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/**
 * The first place at which the chain does not hold. `altered`: its content is not what was sealed; `missing`: it is gone;
 * `moved`: it stands at `foundAt` instead; `cut`: the end is gone; `resealed`: it held when it was verified and carries
 * another seal now.
 */
export const chainFaultSchema = z.object({
  kind: z.enum(['altered', 'missing', 'moved', 'cut', 'resealed']),
  sequence: z.number(),
  foundAt: z.number().nullable(),
  entryId: z.string().nullable(),
});
export type ChainFault = z.infer<typeof chainFaultSchema>;

export const chainViewSchema = z.object({
  /** The last sealed entry, and its seal. */
  sealed: z.number(),
  head: z.string(),
  /** Entries that the sealer has not reached yet. */
  unsealed: z.number(),
  /** Everything up to this entry was verified. */
  verified: z.number(),
  checkedAt: z.string().nullable(),
  checkedBy: z.string().nullable(),
  fault: chainFaultSchema.nullable(),
  /** What is told of the entry at fault. */
  faultEntry: z.object({ at: z.string(), sentence: sentenceSchema }).nullable(),
  /** Whether there is more to verify. */
  done: z.boolean(),
});
export type ChainView = z.infer<typeof chainViewSchema>;

export const auditPageSchema = z.object({
  items: z.array(auditEntrySchema),
  older: z.string().nullable(),
  newer: z.string().nullable(),
  nouns: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
  /** True if only the acts of one's own organs are shown. */
  ownOnly: z.boolean(),
  chain: chainViewSchema,
  actions: z.object({ verify: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** POST /api/audit/checks: verifies the next entries, and is asked again until it is done. Answers with `chainViewSchema`. */
export const chainCheckSchema = z.strictObject({ fromStart: z.boolean().default(false) });
export type ChainCheckInput = z.output<typeof chainCheckSchema>;
