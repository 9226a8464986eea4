import type { Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { Release, ReleaseChange, ReleaseFollower } from '@koujing/release';
import { chainOf, type Chain } from './chain.js';
import type { ChainStore } from './chain-store.sql.js';
import type { SignOffRules } from './sign-off-rules.js';

interface Parts {
  readonly organs: OrganStore;
  readonly chains: ChainStore;
  readonly rules: { readonly signOff: SignOffRules };
  readonly clock: Clock;
}

/** Follows submissions: whoever signs goes the way that was in force as the release was handed in, whatever is set meanwhile. */
export class KeepChain implements ReleaseFollower {
  constructor(private readonly parts: Parts) {}

  async follow(queries: Queries, { kind, release }: ReleaseChange): Promise<void> {
    if (kind !== 'submitted') return;
    const { organs, chains, rules, clock } = this.parts;
    const organ = await organs.find(queries, release.organId);
    const chain = chainOf(rules.signOff.chains, release.kind, organ?.level ?? 'city');
    await chains.keep(queries, release.id, chain, clock.now());
  }
}

/** What lies with its drafters goes the way of today when it is handed in. */
export const isUnderWay = ({ state }: Pick<Release, 'state'>): boolean =>
  state !== 'draft' && state !== 'returned';

/** Pure: the way that a release goes. */
export const wayOf = (release: Release, kept: ReadonlyMap<string, Chain>, today: () => Chain): Chain =>
  (isUnderWay(release) ? kept.get(release.id) : undefined) ?? today();
