import type { Queries } from '@koujing/database';
import { civilTime, digestOf, newId, type PersonId } from '@koujing/kernel';
import type { AccessParts } from '../access-parts.js';
import { hintOf, newSecret } from './api-key.js';
import type { IssuedKey, WantedKey } from './key.api.js';
import type { KeyStore } from './key-store.sql.js';

const DAY_MS = 86_400_000;

interface NewKey {
  readonly person: { readonly id: PersonId; readonly username: string };
  readonly wanted: WantedKey;
  /** Whose wish it was. */
  readonly issuedBy: PersonId;
  /** Who has the last word, and is shown the secret. */
  readonly actor: PersonId;
  readonly byTwo: boolean;
}

/** In the transaction of whoever has the last word. The secret is in the answer and nowhere else. */
export const issueNow = async (
  { keys, audit, clock }: Pick<AccessParts, 'audit' | 'clock'> & { readonly keys: KeyStore },
  queries: Queries,
  { person, wanted: { name, scopes, days }, issuedBy, actor, byTwo }: NewKey,
): Promise<IssuedKey> => {
  const [id, secret, now] = [newId(), newSecret(), clock.now()];
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  const given = [...new Set(scopes)];
  await keys.add(queries, {
    ...{ id, personId: person.id, name, scopes: given, hint: hintOf(secret) },
    ...{ secretDigest: digestOf(secret), issuedBy, issuedAt: now, expiresAt },
    ...{ usedAt: null, revokedAt: null, byTwo },
  });
  await audit.record(queries, {
    ...{ actor, action: 'apiKey.issue', subjectKind: 'apiKey', subjectId: id },
    detail: {
      ...{ name, person: person.username, scopes: given, until: civilTime(expiresAt) },
      ...(byTwo ? { proposedBy: issuedBy } : { alone: true }),
    },
  });
  return { id, secret, expiresAt: civilTime(expiresAt) };
};
