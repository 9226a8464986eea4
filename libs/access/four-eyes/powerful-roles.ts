import type { Queries } from '@koujing/database';
import type { Role } from '../access.api.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import type { ChangeStore } from './change-store.sql.js';
import type { RoleChange } from './role-change.js';

/** Everything but writing and being asked: with any of the others a person lets something out, or decides who may. */
const harmless: ReadonlySet<Role> = new Set(['drafter', 'coSigner']);

export const isPowerful = (role: Role): boolean => !harmless.has(role);

const holdsPower = ({ grants }: Pick<KeptPerson, 'grants'>): boolean =>
  grants.some(({ role }) => isPowerful(role));

/**
 * Whoever knows a way into this account has power, now or when another administrator confirms what waits: what that one
 * looks at stays as it is until then.
 */
export const isGuarded = async (
  changes: ChangeStore,
  queries: Queries,
  person: Pick<KeptPerson, 'id' | 'grants'>,
): Promise<boolean> => holdsPower(person) || (await changes.ofPerson(queries, person.id, 'grants')) !== null;

/**
 * The first powerful role of somebody whose password one administrator alone was shown, even long ago: that one may sign in
 * as them, and a password that was changed since may be the administrator's own choice. So it opens with a new one, which
 * is shown to the one who confirms.
 */
export const opensAnew = (
  { kind }: Pick<RoleChange, 'kind'>,
  person: Pick<KeptPerson, 'grants' | 'openedByTwo'>,
): boolean => kind === 'grants' && !holdsPower(person) && !person.openedByTwo;

/** The first powerful role: what one administrator alone was shown of the person's ways in must not come to hold it. */
export const endsKeys = ({ kind }: Pick<RoleChange, 'kind'>, person: Pick<KeptPerson, 'grants'>): boolean =>
  kind === 'grants' && !holdsPower(person);
