import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '@koujing/access';
import type { Clock } from '@koujing/kernel';
import type { SecretBox } from './secret-box.js';

/** Time enough to sign in on the platform's page, too little for a link to be of use to somebody who finds it. */
const lastsMs = 10 * 60_000;

/**
 * What a platform sends back unchanged: which account, until when, sealed for the person who set out. Without it a stranger
 * could make an operator's browser bind the stranger's own account to ours (RFC 6749 10.12).
 */
export class ConsentState {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  of(accountId: string, actor: Pick<Actor, 'personId'>): string {
    const until = String(this.clock.now().getTime() + lastsMs);
    return [Buffer.from(accountId).toString('base64url'), until, this.#seal(accountId, until, actor)].join(
      '.',
    );
  }

  /** Null where it is not this person's, is over, or was made up. */
  accountOf(state: string, actor: Pick<Actor, 'personId'>): string | null {
    const [account = '', until = '', seal = ''] = state.split('.');
    const accountId = Buffer.from(account, 'base64url').toString();
    const [given, right] = [Buffer.from(seal), Buffer.from(this.#seal(accountId, until, actor))];
    const isOurs = given.length === right.length && timingSafeEqual(given, right);
    return isOurs && Number(until) >= this.clock.now().getTime() ? accountId : null;
  }

  #seal(accountId: string, until: string, { personId }: Pick<Actor, 'personId'>): string {
    return this.box.derive('consent', `${accountId}|${until}|${personId}`);
  }
}
