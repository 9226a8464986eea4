import type { Clock, PersonId, Reason } from '@koujing/kernel';
import type { Sealer } from '../sealer.js';
import type { Checks, Identity } from './identity-provider.js';

/** What the browser carries from one step to the next. */
export type Carried =
  | {
      readonly kind: 'away';
      readonly checks: Checks;
      readonly to: string;
      /** The session that the browser was in; on the way back from another site it does not show its cookie. */
      readonly former: string | null;
    }
  /** Let in by the provider; the code of the authenticator is still asked for. */
  | { readonly kind: 'code'; readonly personId: PersonId; readonly identity: CarriedIdentity }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

type CarriedIdentity = Omit<Identity, 'provedAt'> & { readonly provedAt: string };

/** Time enough to sign in there, with a second factor and a forgotten password; too little for a desk left over lunch. */
export const carriedForMs = 10 * 60_000;

const context = 'organ-account';

/** Sealed, so that nobody reads the checks or makes up a step; nothing is kept of whoever never comes back. */
export class SealCarried {
  constructor(private readonly parts: { readonly box: Sealer; readonly clock: Clock }) {}

  seal(carried: Carried): string {
    const until = this.parts.clock.now().getTime() + carriedForMs;
    return this.parts.box.seal(JSON.stringify({ ...carried, until }), context);
  }

  /** Null where it is over, or was never ours. */
  open(sealed: string | undefined): Carried | null {
    if (sealed === undefined || sealed === '') return null;
    let plain: string;
    try {
      plain = this.parts.box.open(sealed, context);
    } catch {
      // Made up, or sealed with a key that is gone: the way begins anew.
      return null;
    }
    const { until, ...carried } = JSON.parse(plain) as Carried & { readonly until: number };
    return until > this.parts.clock.now().getTime() ? carried : null;
  }
}
