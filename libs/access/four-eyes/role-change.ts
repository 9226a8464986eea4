import type { PersonId } from '@koujing/kernel';
import type { WantedKey } from '../keys/key.api.js';
import type { GrantInput } from '../people/people.api.js';

/**
 * `grants`: roles to be given. `resetFactor`: a lost authenticator is to be forgotten. `organAccount`: an account at the
 * organ's identity provider is to open sessions as the person. `resetPassword`: whoever confirms it is shown a first one.
 * `apiKey`: a program is to act as the person; whoever confirms it is shown the key.
 */
export type ChangeKind = 'grants' | 'resetFactor' | 'organAccount' | 'resetPassword' | 'apiKey';

/** What one administrator wants and another has to confirm. */
export interface RoleChange {
  readonly id: string;
  readonly personId: PersonId;
  readonly kind: ChangeKind;
  readonly grants: readonly GrantInput[];
  /** The account that is to be linked; null in changes of other kinds. */
  readonly accountName: string | null;
  /** What the key is to be; null in changes of other kinds. */
  readonly apiKey: WantedKey | null;
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
}

/** Two weeks: somebody is back from leave by then, and nobody confirms what everybody has forgotten. */
const WAITS_MS = 14 * 86_400_000;

export const waitsUntil = ({ proposedAt }: RoleChange): Date => new Date(proposedAt.getTime() + WAITS_MS);
