import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';
import type { OrganAccountSettings } from '@koujing/access';

/** How the provider knows somebody. */
export interface Known {
  readonly subject: string;
  readonly name: string;
  readonly department?: string;
  /** How they proved who they are. */
  readonly amr?: readonly string[];
}

/** A real OpenID provider on this machine, at which whoever is named signs in without being asked. */
export interface TestProvider {
  readonly settings: OrganAccountSettings;
  readonly clientSecret: string;
  /** Who sits before the browser from now on; null refuses. */
  whoIs(known: Known | null): void;
  /** Is there no more. */
  close(): Promise<void>;
}

const clientId = 'koujing';

export const startProvider = async (
  consoleUrl: string,
  changes: Partial<OrganAccountSettings> = {},
): Promise<TestProvider> => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = 'client-secret-of-koujing-at-the-provider';
  const known = new Map<string, Known>();
  let present: Known | null = null;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret },
        redirect_uris: [`${consoleUrl}/api/session/organ-account/callback`],
        post_logout_redirect_uris: [`${consoleUrl}/`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username', 'department'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({
        sub: subject,
        preferred_username: known.get(subject)?.name,
        department: known.get(subject)?.department,
      }),
    }),
    /** The organ's own program: nobody is asked whether it may know who they are. */
    loadExistingGrant: async (context: {
      oidc: { session: { accountId: string }; client: { clientId: string } };
    }) => {
      const { session, client } = context.oidc;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next();
    context.respond = false;
    const result =
      present === null
        ? { error: 'access_denied', error_description: 'not today' }
        : { login: { accountId: present.subject, amr: present.amr ?? ['pwd'], remember: false } };
    await provider.interactionFinished(context.req, context.res, result);
  });
  server.on('request', provider.callback());
  return {
    clientSecret,
    settings: {
      ...{ issuer, clientId, clientSecret, nameClaim: 'preferred_username', scope: 'openid profile' },
      ...{ requiredClaims: {}, acr: [], secondFactor: [], freshMinutes: 5, ...changes },
    },
    whoIs: (next) => {
      present = next;
      if (next !== null) known.set(next.subject, next);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
