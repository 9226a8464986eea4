import { digestOf, Problem } from '@koujing/kernel';
import type { AccessParts } from '../access-parts.js';
import type { Actor } from '../actor.js';
import { accessRefusal } from '../refusal.js';
import { TOUCH_MS } from '../session.js';
import { keyState, onlyReads, type ApiKey } from './api-key.js';
import type { Scope } from './key.api.js';
import type { KeyStore } from './key-store.sql.js';

/** Who stands behind a key, as of now: a person retired since, or without the role, acts through it no more. */
export class ReadKey {
  constructor(private readonly parts: AccessParts & { readonly keys: KeyStore }) {}

  /** @throws Problem `unauthenticated` without a key in force, `forbidden` if it was not given for this. */
  async perform(
    secret: string,
    scope: Scope | undefined,
  ): Promise<{ readonly actor: Actor; readonly key: ApiKey }> {
    const { database, keys, people, clock } = this.parts;
    const now = clock.now();
    const key = await keys.bySecret(database.queries, digestOf(secret));
    const actor =
      key === null || keyState(key, now) !== 'inForce'
        ? null
        : await people.actor(database.queries, key.personId);
    if (key === null || actor === null) throw new Problem('unauthenticated', [accessRefusal.noKey]);
    if (scope === undefined) throw new Problem('forbidden', [accessRefusal.notByKey]);
    if (!key.scopes.includes(scope)) throw new Problem('forbidden', [accessRefusal.lacksScope(scope)]);
    if (now.getTime() - (key.usedAt?.getTime() ?? 0) > TOUCH_MS)
      await keys.touch(database.queries, key.id, now);
    return { actor: onlyReads(key) ? { ...actor, onlyReads: true } : actor, key };
  }
}
