import type { Queries } from '@koujing/database';
import type { EndDeadline, StartDeadline } from '@koujing/deadline';
import type { OrganStore } from '@koujing/organ';
import type { Release } from '@koujing/release';
import { chainOf } from './chain.js';
import type { ChainStore } from './chain-store.sql.js';
import { wayOf } from './kept-chain.js';
import type { SignOffRules } from './sign-off-rules.js';
import { approvalLink } from './tell-persons.js';

const rule = 'laterReview';

/** The clock of what an emergency's short chain left for afterwards: it starts as the release goes out. */
export class LaterReviewDeadline {
  constructor(
    private readonly clocks: { readonly start: StartDeadline; readonly end: EndDeadline },
    private readonly ways: { readonly organs: OrganStore; readonly chains: ChainStore },
    private readonly rules: SignOffRules,
  ) {}

  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    const organ = await this.ways.organs.find(queries, release.organId);
    const kept = await this.ways.chains.ofAll(queries, [release.id]);
    const chain = wayOf(release, kept, () =>
      chainOf(this.rules.chains, release.kind, organ?.level ?? 'city'),
    );
    if (chain.later.length === 0) return;
    await this.clocks.start.perform(queries, {
      rule,
      subject: { kind: 'release', id: release.id },
      organId: release.organId,
      title: release.title,
      link: approvalLink(release.id),
      eventAt: release.updatedAt,
      actor,
    });
  }

  async reviewed(queries: Queries, release: Release, actor: string): Promise<void> {
    await this.clocks.end.perform(queries, {
      ...{ rule, as: 'met', actor },
      subject: { kind: 'release', id: release.id },
    });
  }
}
