import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, rememberCsrf, tell } from './client.js';
import { sessionSchema, type Role, type SessionView } from './contract.js';
import { Refusal } from './refusal.js';

const load = async (): Promise<SessionView | null> => {
  try {
    const session = await ask(sessionSchema, '/session');
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
};

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: load, staleTime: 5 * 60_000 });

export const useSession = () => useQuery(sessionQuery);

export const signIn = async (username: string, password: string): Promise<SessionView> => {
  const session = await ask(sessionSchema, '/session', { method: 'POST', body: { username, password } });
  rememberCsrf(session.csrf);
  return session;
};

/** Ends the session here and forgets everything that was read in it. */
export const useSignOut = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return async () => {
    await tell('/session', { method: 'DELETE' });
    rememberCsrf(null);
    client.clear();
    client.setQueryData(sessionQuery.queryKey, null);
  };
};

/** The main leader may do whatever who approves may (libs/access/actor.ts). */
export const hasRole = (session: SessionView | null | undefined, role: Role): boolean =>
  session?.roles.some(
    (grant) => grant.role === role || (role === 'approver' && grant.role === 'principalLeader'),
  ) ?? false;
