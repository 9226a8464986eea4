import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AskedRelease, ReleaseBar } from '@koujing/release';
import { chainOf } from './chain.js';
import { signoffRefusal } from './refusal.js';
import type { SignOffRules } from './sign-off-rules.js';

/**
 * Whoever chooses the chain that leaves the full review for afterwards says why minutes count (Art.21). The reason is
 * under the digest: approver and later reviewer answer for it too.
 */
export class UrgencyBar implements ReleaseBar {
  constructor(
    private readonly organs: OrganStore,
    private readonly rules: SignOffRules,
  ) {}

  async reasons(queries: Queries, { at, release, version }: AskedRelease): Promise<readonly Reason[]> {
    if (at !== 'submit') return [];
    const organ = await this.organs.find(queries, release.organId);
    const { reason } = chainOf(this.rules.chains, release.kind, organ?.level ?? 'city');
    if (reason === null || [...version.declaration.urgency].length >= reason.atLeast) return [];
    return [signoffRefusal.urgencyMissing(reason)];
  }
}
