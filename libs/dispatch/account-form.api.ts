import { z } from 'zod';
import { idSchema, reasonSchema } from '../kernel/answer.api.js';

const wordsSchema = z.object({ zh: z.string(), en: z.string() });
const reasons = z.object({ reasons: z.array(reasonSchema) });

export const formFieldSchema = z.object({
  name: z.string(),
  label: wordsSchema,
  help: wordsSchema,
  kind: z.enum(['text', 'number', 'check', 'choice', 'choices', 'words', 'pairs', 'fixed']),
  options: z.array(z.string()),
  optional: z.boolean(),
  initial: z.unknown(),
});
export type FormFieldView = z.infer<typeof formFieldSchema>;

/** GET /api/account-forms: what an account of each channel asks, from its manifest. */
export const accountFormsSchema = z.object({
  channels: z.array(
    z.object({
      channel: z.string(),
      name: wordsSchema,
      settings: z.array(formFieldSchema),
      secrets: z.array(formFieldSchema),
      documentation: z.string(),
    }),
  ),
  /** For whom the reader may add one; null among them: the city's own. */
  owners: z.array(z.object({ id: idSchema.nullable(), name: z.string() })),
  actions: z.object({ add: reasons }),
});
export type AccountForms = z.infer<typeof accountFormsSchema>;

/** GET /api/accounts/:id/form: what may be read of it; of a secret, only whether there is one. */
export const accountFormSchema = z.object({
  id: idSchema,
  organId: idSchema.nullable(),
  channel: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  revision: z.number(),
  settings: z.record(z.string(), z.unknown()),
  secretsSet: z.array(z.string()),
  /** It also stands in the configuration file: a change there replaces this one. */
  configured: z.boolean(),
});
export type AccountForm = z.infer<typeof accountFormSchema>;

const values = {
  name: z
    .string()
    .trim()
    .min(1, { error: '账号名称 (a name)' })
    .max(60, { error: '不超过 60 字 (at most 60 characters)' }),
  settings: z.record(z.string(), z.unknown()),
  /** One that is left out or empty stays as it is. */
  secrets: z.record(z.string(), z.string().max(20_000)).default({}),
};

/** POST /api/accounts */
export const addAccountSchema = z.strictObject({
  ...values,
  channel: z.string().min(1).max(40),
  organId: idSchema.nullable(),
});
export type AddAccountInput = z.output<typeof addAccountSchema>;

/** PUT /api/accounts/:id */
export const reviseAccountSchema = z.strictObject({
  ...values,
  enabled: z.boolean(),
  expectedRevision: z.number().int().min(1),
});
export type ReviseAccountInput = z.output<typeof reviseAccountSchema>;

/** POST /api/accounts/:id/trial: to whom, where the channel asks for it. */
export const accountTrialSchema = z.strictObject({ target: z.string().trim().max(254).default('') });
export type AccountTrialInput = z.output<typeof accountTrialSchema>;

export const trialOutcomeSchema = z.object({ sent: z.boolean(), message: z.string() });
export type TrialOutcomeView = z.infer<typeof trialOutcomeSchema>;
