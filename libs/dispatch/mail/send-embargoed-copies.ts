import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';
import { civilTime, type Reason } from '@koujing/kernel';
import { causeWords, type Audience } from '@koujing/media';
import {
  heldRelease,
  releaseRefusal,
  type AttachmentStore,
  type Release,
  type ReleaseStore,
  type ReleaseVersion,
} from '@koujing/release';
import type { ChannelRenditions } from '../channel-renditions.js';
import { insertPlan } from '../plan-store.sql.js';
import { plan, type PlannedDelivery } from '../plan.js';
import { dispatchQueue } from '../publish-release.js';
import { dispatchRefusal } from '../refusal.js';
import type { RenditionStore } from '../rendition-store.sql.js';
import { saveDocuments } from '../save-documents.js';
import type { EmbargoedInput } from './embargo.api.js';
import { openBlocks } from './open-blocks.sql.js';

export interface EmbargoParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly ready: { reasons(queries: Queries, releaseId: string): Promise<readonly Reason[]> };
  readonly renditions: ChannelRenditions;
  readonly renditionStore: RenditionStore;
  readonly attachments: AttachmentStore;
  readonly audience: Audience;
  readonly jobs: Jobs;
  readonly audit: AuditTrail;
  readonly portalUrl: (releaseId: string) => string;
}

/**
 * Sends a release that waits for its hour to the accredited media, marked 【禁发至 …】 (CHANNELS C). Whoever got such a
 * copy gets no second mail at the hour: it is the same version to the same mailbox.
 */
export class SendEmbargoedCopies {
  constructor(private readonly parts: EmbargoParts) {}

  /** Why this person may not do it now; which lists they chose is asked at the act. */
  async reasons(queries: Queries, release: Release, actor: Actor): Promise<readonly Reason[]> {
    const speaks = may(actor, 'spokesperson', release.organId);
    const coordinates = may(actor, 'coordinator', release.organId);
    if (release.state !== 'scheduled')
      return [...(coordinates.length === 0 ? [] : speaks), dispatchRefusal.noHour];
    const blocks = await openBlocks(queries, release.id);
    return [
      ...(coordinates.length === 0 ? [] : speaks),
      ...(await this.parts.ready.reasons(queries, release.id)),
      // The gate speaks at the hour; what it would hold then must not be in the newsrooms before.
      ...(blocks > 0 ? [dispatchRefusal.openConflicts(blocks)] : []),
    ];
  }

  perform(
    releaseId: string,
    { digest, mailingListIds }: EmbargoedInput,
    actor: Actor,
  ): Promise<{ readonly deliveries: number; readonly suppressed: number }> {
    const { database, releases, audit, jobs } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      if (version.digest !== digest) refuseIfAny([releaseRefusal.digestChanged]);
      refuseIfAny(await this.reasons(queries, release, actor));
      refuseIfAny(await this.#listReasons(queries, mailingListIds));
      const rows = await this.#plan(queries, release, { version, mailingListIds });
      const suppressed = rows.filter(({ skipped }) => skipped !== null).length;
      await audit.record(queries, {
        actor: actor.personId,
        action: 'release.embargoedCopies',
        subjectKind: 'release',
        subjectId: releaseId,
        digest,
        detail: { mailingListIds, deliveries: rows.length - suppressed, suppressed },
      });
      await jobs.enqueue(queries, dispatchQueue, [{ releaseId }]);
      return { deliveries: rows.length - suppressed, suppressed };
    });
  }

  async #listReasons(queries: Queries, ids: readonly string[]): Promise<readonly Reason[]> {
    const lists = await this.parts.audience.lists(queries, ids);
    const open = lists.filter(({ accredited }) => !accredited);
    return [
      ...(lists.length === new Set(ids).size ? [] : [dispatchRefusal.unknownList]),
      ...open.map(({ name }) => dispatchRefusal.notAccredited(name)),
    ];
  }

  async #plan(
    queries: Queries,
    release: Release,
    { version, mailingListIds }: { version: ReleaseVersion; mailingListIds: readonly string[] },
  ): Promise<readonly PlannedDelivery[]> {
    const { renditions, renditionStore, attachments, audience, portalUrl } = this.parts;
    const embargoUntil = civilTime(release.scheduledAt ?? new Date(Number.NaN));
    const all = await renditions.renditions(queries, release, version, { embargoUntil });
    const mails = all.filter(({ channel }) => channel.manifest.perRecipient);
    refuseIfAny(mails.length === 0 ? [dispatchRefusal.noMailAccount] : []);
    await renditionStore.save(
      queries,
      mails.map(({ rendition }) => rendition),
    );
    await saveDocuments(queries, attachments, mails);
    const recipients = await audience.addresses(queries, mailingListIds);
    const causes = await audience.suppressed(queries, recipients);
    const rows = plan({
      releaseId: release.id,
      version: version.version,
      portalUrl: portalUrl(release.id),
      urgent: false,
      recipients,
      suppressed: new Map([...causes].map(([key, cause]) => [key, causeWords(cause)])),
      // Its page is not there yet, and these do not wait for it: that is what an embargo is for.
      shares: mails.map(({ account, rendition }) => ({
        accountId: account.id,
        channel: account.channel,
        rendition,
        perRecipient: true,
        waitsForPortal: false,
      })),
    });
    await insertPlan(queries, rows);
    return rows;
  }
}
