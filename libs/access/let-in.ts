import { digestOf } from '@koujing/kernel';
import type { Actor } from './actor.js';
import type { ApiKey } from './keys/api-key.js';
import type { Scope } from './keys/key.api.js';
import type { ReadKey } from './keys/read-key.js';
import type { ReadSession, SignedIn } from './read-session.js';
import type { RequestLimit } from './request-limit.js';
import type { Admission } from './still-in.js';

export interface LetInParts {
  readonly sessions: ReadSession;
  readonly keys: ReadKey;
  readonly limit: RequestLimit;
}

/** Who is behind what a request presented. Nothing is looked up for whoever asked too often; each is counted once it is known who. */
export class LetIn {
  constructor(private readonly parts: LetInParts) {}

  /** @throws Problem `tooManyRequests`, or whatever `ReadKey` refuses with. */
  async byKey(
    secret: string,
    { scope, address }: { readonly scope: Scope | undefined; readonly address: string },
  ): Promise<{ readonly actor: Actor; readonly key: ApiKey }> {
    this.parts.limit.refuseOver({ by: 'key', digest: digestOf(secret) });
    return this.parts.keys.perform(secret, scope).catch((error: unknown) => {
      // A key that opens nothing here is nobody's: counted as whoever asks without one.
      this.anybody(address);
      throw error;
    });
  }

  /** @throws Problem `tooManyRequests`, or `unauthenticated` */
  async bySession(token: string | undefined): Promise<SignedIn> {
    if (token !== undefined) this.parts.limit.refuseOver({ by: 'session', digest: digestOf(token) });
    return this.parts.sessions.signedIn(token);
  }

  /** @throws Problem `tooManyRequests` */
  count(admission: Admission): void {
    this.parts.limit.count(admission);
  }

  /** @throws Problem `tooManyRequests` */
  anybody(address: string): void {
    const asker = { by: 'address', address } as const;
    this.parts.limit.refuseOver(asker);
    this.parts.limit.count(asker);
  }

  /** @throws Problem `forbidden` if a write does not carry the session's CSRF token. */
  requireCsrf({ session }: SignedIn, presented: string | string[] | undefined): void {
    this.parts.sessions.requireCsrf(session, Array.isArray(presented) ? presented[0] : presented);
  }
}
