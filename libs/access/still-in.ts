import type { AccessParts } from './access-parts.js';
import { keyState } from './keys/api-key.js';
import type { KeyStore } from './keys/key-store.sql.js';
import { isOver } from './session.js';

/** What let somebody in: the session of a person, or the key of a program, each by the digest of its secret. */
export interface Admission {
  readonly by: 'session' | 'key';
  readonly digest: string;
}

/** Whether what let somebody in still would: asked again and again for an answer that has no end. Leaves no trace of a request. */
export class StillIn {
  constructor(private readonly parts: AccessParts & { readonly keys: KeyStore }) {}

  async perform({ by, digest }: Admission): Promise<boolean> {
    const { database, sessions, keys, people, clock } = this.parts;
    if (by === 'session') {
      const session = await sessions.find(database.queries, digest);
      return session !== null && !isOver(session, clock.now());
    }
    const key = await keys.bySecret(database.queries, digest);
    if (key === null || keyState(key, clock.now()) !== 'inForce') return false;
    return (await people.actor(database.queries, key.personId)) !== null;
  }
}
