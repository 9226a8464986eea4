import { civilTime, type Clock } from '@koujing/kernel';
import type { Queries } from '@koujing/database';
import { hashPassword } from '../password.js';
import type { SessionStore } from '../session-store.sql.js';
import { firstPasswordMs, newFirstPassword } from './first-password.js';
import type { FirstPassword } from './people.api.js';
import type { KeptPerson, PeopleRegister } from './people-register.sql.js';

/** Made before the transaction, since the hash takes its time. */
export interface MadePassword {
  readonly password: string;
  readonly passwordHash: string;
}

export const makePassword = async (): Promise<MadePassword> => {
  const password = newFirstPassword();
  return { password, passwordHash: await hashPassword(password) };
};

/** In place of the one before; every session ends. In the transaction of whoever has the last word, the only word unless `byTwo`. */
export const giveNow = async (
  { register, sessions, clock }: { register: PeopleRegister; sessions: SessionStore; clock: Clock },
  queries: Queries,
  { id, username, name }: Pick<KeptPerson, 'id' | 'username' | 'name'>,
  { password, passwordHash, byTwo }: MadePassword & { readonly byTwo: boolean },
): Promise<FirstPassword> => {
  const until = new Date(clock.now().getTime() + firstPasswordMs);
  await register.setPassword(queries, id, { passwordHash, until });
  await register.setOpenedByTwo(queries, id, byTwo);
  await sessions.closeAll(queries, id);
  return { username, name, password, until: civilTime(until) };
};
