import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Matter } from './matter.js';
import type { MatterParts } from './matter-parts.js';

/** A plan or an order clocks a matter that had no hour; whoever moves with the matter is told. */
export const giveHour = async (
  { matters, matterFollowers, clock }: Pick<MatterParts, 'matters' | 'matterFollowers' | 'clock'>,
  queries: Queries,
  { matter, actor }: { readonly matter: Matter; readonly actor: Actor },
): Promise<Matter> => {
  const written = await matters.write(queries, { ...matter, updatedAt: clock.now() });
  for (const follower of matterFollowers)
    await follower.follow(queries, { kind: 'revised', matter: written, actor });
  return written;
};
