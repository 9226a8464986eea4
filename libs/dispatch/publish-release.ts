import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';
import type { Audience } from '@koujing/media';
import { mailboxKey, Problem, type Clock, type Reason } from '@koujing/kernel';
import {
  heldRelease,
  releaseRefusal,
  visibleRelease,
  type AttachmentStore,
  type Release,
  type ReleaseStore,
  type ReleaseVersion,
} from '@koujing/release';
import { addresseesOf } from './addressees.js';
import type { ChannelRenditions } from './channel-renditions.js';
import { enqueueWakeUps } from './dispatch-queue.js';
import type { OrderAmendment } from './order-amendment.js';
import { saveDocuments } from './save-documents.js';
import { insertPlan } from './plan-store.sql.js';
import { plan } from './plan.js';
import { dispatchRefusal } from './refusal.js';
import type { RenditionStore } from './rendition-store.sql.js';

export { dispatchQueue } from './dispatch-queue.js';

/** What the gate says; its verdict and findings are stored in the same transaction. */
export interface GateDecision {
  readonly passed: boolean;
  /** Place in the order of releases; null if it did not pass. */
  readonly gateSeq: number | null;
  /** Why it did not pass, for the person who clicked and for the hold. */
  readonly reasons: readonly Reason[];
}

export interface PublishParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly ready: { reasons(queries: Queries, releaseId: string): Promise<readonly Reason[]> };
  readonly gate: { decide(queries: Queries, releaseId: string): Promise<GateDecision> };
  readonly renditions: ChannelRenditions;
  readonly renditionStore: RenditionStore;
  readonly audience: Audience;
  readonly attachments: AttachmentStore;
  readonly amend: OrderAmendment;
  readonly jobs: Jobs;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly portalUrl: (releaseId: string) => string;
  /** Told in the same transaction that a release went out: duties that this fulfils end with it. */
  readonly released: (queries: Queries, release: Release, actor: string) => Promise<void>;
}

/** Out it went, or the gate held it. Both are committed when this is answered. */
export type Published =
  | {
      readonly kind: 'released';
      readonly release: Release;
      /** Rows that will be sent, and rows of addresses that get nothing. */
      readonly deliveries: number;
      readonly suppressed: number;
    }
  | { readonly kind: 'heldByGate'; readonly release: Release; readonly reasons: readonly Reason[] };

/** One click, or its hour: gate verdict, audit, deliveries and jobs commit together; sending starts after that. */
export class PublishRelease {
  constructor(private readonly parts: PublishParts) {}

  /** Why this person may not publish it now; the gate itself is asked only at the act. */
  async reasons(queries: Queries, releaseId: string, actor: Actor): Promise<readonly Reason[]> {
    const { releases } = this.parts;
    const release = await visibleRelease(releases, queries, actor, releaseId);
    return [...mayPublish(actor, release), ...(await this.readiness(queries, release))];
  }

  /** By a person who saw the content with this digest. @throws Problem `refused`, also when the gate held it */
  async perform(
    releaseId: string,
    digest: string,
    actor: Actor,
  ): Promise<Published & { readonly kind: 'released' }> {
    const published = await this.parts.database.transaction(async (queries) => {
      const { release, version } = await heldRelease(this.parts.releases, queries, actor, releaseId);
      if (version.digest !== digest) refuseIfAny([releaseRefusal.digestChanged]);
      refuseIfAny(mayPublish(actor, release));
      return this.#publish(queries, release, actor.personId);
    });
    if (published.kind === 'heldByGate')
      throw new Problem('refused', [dispatchRefusal.heldByGate, ...published.reasons]);
    return published;
  }

  /** At its hour; the release is already locked by the caller's transaction. */
  async performDue(queries: Queries, release: Release): Promise<Published> {
    return this.#publish(queries, release, 'system:schedule');
  }

  async #publish(queries: Queries, release: Release, actor: string): Promise<Published> {
    refuseIfAny(await this.readiness(queries, release));
    const { releases, gate, audit, clock } = this.parts;
    const version = await this.#versionOf(queries, release);
    const verdict = await gate.decide(queries, release.id);
    const at = clock.now();
    const entry = { actor, subjectKind: 'release', subjectId: release.id, digest: version.digest };
    if (!verdict.passed) {
      await audit.record(queries, { ...entry, action: 'release.heldByGate' });
      const holdReason = [dispatchRefusal.heldByGate, ...verdict.reasons]
        .map(({ message }) => message)
        .join('');
      const held = await releases.write(queries, release.id, { state: 'heldByGate', holdReason, at });
      return { kind: 'heldByGate', release: held, reasons: verdict.reasons };
    }
    const isCorrection = release.releasedVersion !== null;
    const { deliveries, suppressed } = isCorrection
      ? await this.#correct(queries, release, version, actor)
      : await this.#plan(queries, release, version);
    const action = isCorrection ? 'release.correct' : 'release.publish';
    const detail = { deliveries, suppressed, version: version.version };
    await audit.record(queries, { ...entry, action, detail });
    const released = await releases.write(queries, release.id, {
      state: 'released',
      title: version.title,
      // A new version is never back-dated, nor does it make the release a newer one.
      releasedAt: release.releasedAt ?? at,
      gateSeq: verdict.gateSeq,
      holdReason: null,
      at,
    });
    await this.parts.released(queries, released, actor);
    return { kind: 'released', release: released, deliveries, suppressed };
  }

  async #plan(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
  ): Promise<{ readonly deliveries: number; readonly suppressed: number }> {
    const { renditions, renditionStore, jobs, portalUrl } = this.parts;
    const shares = await renditions.renditions(queries, release, version);
    await renditionStore.save(
      queries,
      shares.map(({ rendition }) => rendition),
    );
    await saveDocuments(queries, this.parts.attachments, shares);
    const rows = plan({
      releaseId: release.id,
      version: version.version,
      portalUrl: portalUrl(release.id),
      urgent: release.kind === 'emergency' || release.kind === 'warning',
      shares: shares.map(({ account, channel, rendition }) => ({
        accountId: account.id,
        channel: account.channel,
        rendition,
        perRecipient: channel.manifest.perRecipient,
        waitsForPortal: channel.manifest.waitsForPortal,
      })),
      ...(await addresseesOf(this.parts.audience, queries, version)),
    });
    await insertPlan(queries, rows);
    const suppressed = rows.filter(({ skipped }) => skipped !== null).length;
    await enqueueWakeUps(queries, jobs, release.id, rows.length);
    return { deliveries: rows.length - suppressed, suppressed };
  }

  /** What is out is corrected on every channel that has it; those that have not get the new version. */
  async #correct(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
    actor: string,
  ): Promise<{ readonly deliveries: number; readonly suppressed: number }> {
    // At its hour the clock acts for whoever approved; the order is the drafter's of this version.
    const orderedBy = actor.startsWith('system:') ? version.draftedBy : actor;
    const order = { kind: 'correct', release, version, reason: version.correctionNote, orderedBy } as const;
    const { recipients, suppressed } = await addresseesOf(this.parts.audience, queries, version);
    const reached = recipients.filter((address) => !suppressed.has(mailboxKey(address)));
    const deliveries = await this.parts.amend.order(queries, { ...order, recipients: reached });
    return { deliveries, suppressed: suppressed.size };
  }

  /** What bars it from going out, whoever asks. */
  async readiness(queries: Queries, release: Release): Promise<readonly Reason[]> {
    const { ready, renditions } = this.parts;
    const version = await this.#versionOf(queries, release);
    const shares = await renditions.renditions(queries, release, version);
    const portal = shares.some(({ channel }) => !channel.manifest.waitsForPortal);
    return [
      ...(await ready.reasons(queries, release.id)),
      ...(shares.length === 0 ? [dispatchRefusal.noAccount] : []),
      ...(shares.length > 0 && !portal ? [dispatchRefusal.noPortal] : []),
    ];
  }

  async #versionOf(queries: Queries, release: Release): Promise<ReleaseVersion> {
    const version = await this.parts.releases.version(queries, release.id, release.version);
    if (version === null) throw new Error(`release ${release.id} lacks its version ${release.version}`);
    return version;
  }
}

/** The spokesperson speaks for the organ (Art.8); the office may release for it. */
const mayPublish = (actor: Actor, release: Release): readonly Reason[] => {
  const asSpokesperson = may(actor, 'spokesperson', release.organId);
  return may(actor, 'coordinator', release.organId).length === 0 ? [] : asSpokesperson;
};
