import { randomBytes } from 'node:crypto';
import type { PersonId } from '@koujing/kernel';
import type { Scope } from './key.api.js';

/** A program's way in, in a person's name. */
export interface ApiKey {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the secret: a stolen table opens nothing. */
  readonly secretDigest: string;
  readonly hint: string;
  readonly issuedBy: PersonId;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Two administrators stand behind it: whoever wanted it was never shown its secret. */
  readonly byTwo: boolean;
}

/** 256 bits of chance behind a name that a scanner of leaked secrets can look for. */
export const newSecret = (): string => `koujing_${randomBytes(32).toString('base64url')}`;

export const hintOf = (secret: string): string => secret.slice(-4);

export const onlyReads = ({ scopes }: Pick<ApiKey, 'scopes'>): boolean =>
  scopes.every((scope) => scope.endsWith(':read'));

export const keyState = (key: ApiKey, now: Date): 'inForce' | 'expired' | 'revoked' => {
  if (key.revokedAt !== null) return 'revoked';
  return now >= key.expiresAt ? 'expired' : 'inForce';
};
