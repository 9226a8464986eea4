import type { Queries } from '@koujing/database';
import type { Actor } from '@koujing/access';
import type { Matter } from './matter.js';

/** Port for nouns above that move with a matter in the same transaction: drafts are checked against its new line. */
export interface MatterFollower {
  follow(
    queries: Queries,
    change: { readonly kind: 'lineChanged' | 'revised'; readonly matter: Matter; readonly actor: Actor },
  ): Promise<void>;
}
