import { z } from 'zod';

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(host);

/** In clear, whoever listens on the way has the secret and the person; on this very machine nobody does. */
const issuerSchema = z
  .url({ protocol: /^https?$/u, error: 'https 地址' })
  .refine(
    (given) => URL.canParse(given) && (given.startsWith('https:') || isLoopback(new URL(given).hostname)),
    {
      error: 'https 地址（只有本机可以用 http）',
    },
  );

const some = z.array(z.string().min(1));

/** The organ's identity provider (OpenID Connect). */
export const organAccountSchema = z
  .strictObject({
    /** As the provider's discovery document names itself. */
    issuer: issuerSchema,
    clientId: z.string().min(1),
    /** From the environment by `${NAME}`, or in a file of its own. */
    clientSecret: z.string().min(1, '不能为空；可写成 ${环境变量名}').exactOptional(),
    clientSecretFile: z.string().min(1).exactOptional(),
    /**
     * The claim by which an administrator registers a person, until the first sign-in. It has no default: whoever can
     * change it at the provider could come first in somebody else's name, and only the operator knows which nobody can.
     */
    nameClaim: z
      .string()
      .min(1, '统一身份系统里本人改不了的一项，例如工号 (a claim that people cannot change)'),
    scope: z
      .string()
      .regex(/(?:^| )openid(?: |$)/u, '须包含 openid')
      .default('openid profile'),
    /** Claims without which nobody gets in: one of the values each. */
    requiredClaims: z
      .record(
        z.string(),
        z.union([
          z
            .string()
            .min(1)
            .transform((one) => [one]),
          some.min(1),
        ]),
      )
      .default({}),
    /** Ways of signing in there (acr) of which one is asked for and must have been gone. */
    acr: some.default([]),
    /**
     * What of `amr` or `acr` counts as our second factor. Nothing by default: a provider that asks for a password alone
     * must not open what a code protects here.
     */
    secondFactor: some.default([]),
    /**
     * Who signed in there longer ago is asked again. Five minutes: a desk that was left open must not sign in by itself
     * again when our session has ended.
     */
    freshMinutes: z.int().min(1).max(720).default(5),
  })
  .refine(
    ({ clientSecret, clientSecretFile }) => (clientSecret === undefined) !== (clientSecretFile === undefined),
    {
      path: ['clientSecretFile'],
      error: 'clientSecret 和 clientSecretFile 写一个，只写一个 (one of the two)',
    },
  );

/** With the secret at hand, wherever it came from. */
export type OrganAccountSettings = Omit<
  z.output<typeof organAccountSchema>,
  'clientSecret' | 'clientSecretFile'
> & { readonly clientSecret: string };
