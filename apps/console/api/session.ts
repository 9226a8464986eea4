import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ask, rememberCsrf, tell } from './client.js';
import {
  rolesThatMay,
  type sessionSchema,
  type signedOutSchema,
  type Role,
  type SessionView,
} from './contract.js';
import { forgetDraftsOf } from '../pages/edit/kept-draft.js';
import { Refusal } from './refusal.js';

export const loadSession = async (): Promise<SessionView | null> => {
  try {
    const session = await ask<typeof sessionSchema>('/session');
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
};

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: loadSession,
  staleTime: 5 * 60_000,
});

export const useSession = () => useQuery(sessionQuery);

/** The organ that one serves, where there is one; '' for whoever serves the city. */
export const useOwnOrgan = (): string =>
  useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
  readonly reason?: string;
}

export const signIn = async (body: Credentials): Promise<SessionView> => {
  const session = await ask<typeof sessionSchema>('/session', { method: 'POST', body });
  rememberCsrf(session.csrf);
  return session;
};

/** The code of whoever came from the organ's page and has an authenticator here. */
export const proveOrganAccount = async (code: string): Promise<SessionView> => {
  const session = await ask<typeof sessionSchema>('/session/organ-account', {
    method: 'POST',
    body: { code },
  });
  rememberCsrf(session.csrf);
  return session;
};

/** The password once more, or the code of whoever has an authenticator. */
export const stepUp = (withCode: boolean, secret: string): Promise<void> =>
  tell('/session/step-up', { method: 'POST', body: withCode ? { code: secret } : { password: secret } });

/** The library tells who watches in a task of its own, and React takes the pages down in it. */
const pagesGone = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Forgets everything that was read or typed; pages first, since who still showed something would go on showing it. */
export const forgetPages = async (client: QueryClient): Promise<void> => {
  client.setQueryData(sessionQuery.queryKey, null);
  await pagesGone();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  client.getMutationCache().clear();
};

/** Ends the session here and forgets everything that was read or typed in it. */
export const useSignOut = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return async () => {
    const { signOutAt } = await ask<typeof signedOutSchema>('/session', { method: 'DELETE' });
    rememberCsrf(null);
    const person = client.getQueryData(sessionQuery.queryKey)?.person;
    await forgetPages(client);
    if (person !== undefined) forgetDraftsOf(localStorage, person.id);
    // The organ's page ends its own session, and leads back here.
    if (signOutAt !== null) location.assign(signOutAt);
  };
};

export const hasRole = (session: SessionView | null | undefined, role: Role): boolean =>
  session?.roles.some((grant) => rolesThatMay(role).includes(grant.role)) ?? false;
