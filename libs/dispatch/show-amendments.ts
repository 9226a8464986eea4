import type { Actor, PersonStore } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { civilTime, mailboxKey } from '@koujing/kernel';
import type { Audience } from '@koujing/media';
import {
  isOut,
  visibleRelease,
  type Release,
  type ReleaseStore,
  type ReleaseVersion,
} from '@koujing/release';
import { addresseesOf } from './addressees.js';
import type { Amendment } from './amendment.js';
import type { AmendmentStore } from './amendment-store.sql.js';
import type { AmendmentList, AmendmentPlanView, AmendmentView, ManualStepView } from './amendment.api.js';
import { describeAmendment } from './describe-amendment.js';
import type { FinishStep } from './finish-step.js';
import type { ManualStep, ManualStepStore } from './manual-step-store.sql.js';
import type { OrderAmendment } from './order-amendment.js';
import { uniqueAddresses } from './plan.js';
import type { ReviewWithdrawal } from './review-withdrawal.js';

export interface ShowAmendmentParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly people: PersonStore;
  readonly audience: Audience;
  readonly amendments: AmendmentStore;
  readonly steps: ManualStepStore;
  readonly amend: OrderAmendment;
  readonly review: ReviewWithdrawal;
  readonly finish: FinishStep;
}

/** Corrections and withdrawals as a person reads them: what one would do, what became of each, what is left to do. */
export class ShowAmendments {
  constructor(private readonly parts: ShowAmendmentParts) {}

  /** What it would do now on every channel. @throws Problem `notFound` */
  async plan(releaseId: string, kind: Amendment['kind'], actor: Actor): Promise<AmendmentPlanView> {
    const { database, releases, amend, amendments } = this.parts;
    const { queries } = database;
    const release = await visibleRelease(releases, queries, actor, releaseId);
    const number = kind === 'correct' ? release.version : (release.releasedVersion ?? release.version);
    const version = await releases.version(queries, releaseId, number);
    if (version === null || !isOut(release)) return page([]);
    const order = { kind, release, version, reason: '', orderedBy: actor.personId };
    const { amendment, renditions } = await amend.draw(queries, order);
    const rows = await amendments.rows(queries, releaseId, null);
    const recipients = kind === 'correct' ? await this.#reached(queries, version) : [];
    return page(describeAmendment(amendment, rows, recipients, renditions));
  }

  async #reached(queries: Queries, version: ReleaseVersion): Promise<readonly string[]> {
    const { recipients, suppressed } = await addresseesOf(this.parts.audience, queries, version);
    return uniqueAddresses(recipients).filter((address) => !suppressed.has(mailboxKey(address)));
  }

  async ofRelease(releaseId: string, actor: Actor): Promise<AmendmentList> {
    const { database, releases, amendments, steps } = this.parts;
    const { queries } = database;
    const release = await visibleRelease(releases, queries, actor, releaseId);
    const items: AmendmentView[] = [];
    for (const amendment of await amendments.ofRelease(queries, releaseId))
      items.push(await this.#view(queries, amendment, { release, actor }));
    const open = await steps.ofRelease(queries, releaseId);
    return { ...page(items), steps: open.map((step) => this.#step(step, release, actor)) };
  }

  async #view(
    queries: Queries,
    amendment: Amendment,
    { release, actor }: { readonly release: Release; readonly actor: Actor },
  ): Promise<AmendmentView> {
    const { id, kind, fromVersion, toVersion, reason, emergency, reviewedBy, reviewedAt } = amendment;
    return {
      ...{ id, kind, fromVersion, toVersion, reason, emergency },
      orderedBy: await this.#person(queries, amendment.orderedBy),
      orderedAt: civilTime(amendment.orderedAt),
      waits: amendment.settledAt === null,
      deliveries: await this.parts.amendments.counts(queries, id),
      review:
        reviewedBy === null || reviewedAt === null
          ? null
          : {
              by: await this.#person(queries, reviewedBy),
              at: civilTime(reviewedAt),
              note: amendment.reviewNote ?? '',
            },
      actions: { review: { reasons: [...this.parts.review.reasons(amendment, release, actor)] } },
    };
  }

  async #person(queries: Queries, id: string): Promise<{ id: string; name: string }> {
    return { id, name: (await this.parts.people.find(queries, id))?.name ?? id };
  }

  #step(step: ManualStep, release: Release, actor: Actor): ManualStepView {
    const { id, accountName, channel, recipient, url, text, doneBy, doneNote } = step;
    return {
      ...{ id, accountName, channel, recipient, url, text, doneBy, doneNote },
      createdAt: civilTime(step.createdAt),
      doneAt: step.doneAt === null ? null : civilTime(step.doneAt),
      actions: { finish: { reasons: [...this.parts.finish.reasons(step, release, actor)] } },
    };
  }
}

const page = <Item>(items: Item[]) => ({ items, total: items.length, page: 1, pageSize: items.length });
