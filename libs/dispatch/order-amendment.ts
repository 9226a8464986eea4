import type { Channel, Rendition } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';
import { digestOf, newId, type Clock } from '@koujing/kernel';
import type { AttachmentStore, Release, ReleaseVersion } from '@koujing/release';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import type { AdvanceAmendments } from './advance-amendments.js';
import type { Amendment, AmendmentKind, AmendmentShare, CorrectionWay } from './amendment.js';
import type { AmendmentStore } from './amendment-store.sql.js';
import type { AccountRendition, ChannelRenditions } from './channel-renditions.js';
import { enqueueWakeUps } from './dispatch-queue.js';
import { uniqueAddresses } from './plan.js';
import type { RenditionStore } from './rendition-store.sql.js';
import { saveDocuments } from './save-documents.js';

export interface OrderParts {
  readonly accounts: AccountStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly renditions: ChannelRenditions;
  readonly renditionStore: RenditionStore;
  readonly attachments: AttachmentStore;
  readonly amendments: AmendmentStore;
  readonly advance: AdvanceAmendments;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly portalUrl: (releaseId: string) => string;
}

/** What is to be amended: for a correction the approved new version, for a withdrawal the one that is out. */
export interface AmendmentOrder {
  readonly kind: AmendmentKind;
  readonly release: Release;
  readonly version: ReleaseVersion;
  readonly reason: string;
  readonly orderedBy: string;
  readonly emergency?: boolean;
  /** Whom a correction is to reach beside those who got the last version. */
  readonly recipients?: readonly string[];
}

/** An amendment with the renditions that its rows refer to. */
export interface DrawnAmendment {
  readonly amendment: Amendment;
  readonly renditions: readonly Rendition[];
  /** The new version on every account that is in it, with the documents that go along. */
  readonly made: readonly AccountRendition[];
}

/** Orders a correction or withdrawal over every channel that received the release, inside the caller's transaction. */
export class OrderAmendment {
  constructor(private readonly parts: OrderParts) {}

  /** Answers how many rows were planned at once; more may follow when rows in flight have settled. */
  async order(queries: Queries, order: AmendmentOrder): Promise<number> {
    const { amendments, advance, jobs, renditionStore } = this.parts;
    const { amendment, renditions, made } = await this.draw(queries, order);
    await renditionStore.save(queries, renditions);
    await saveDocuments(queries, this.parts.attachments, made);
    await amendments.insert(queries, amendment);
    const planned = await advance.begin(queries, amendment, uniqueAddresses(order.recipients ?? []));
    await enqueueWakeUps(queries, jobs, order.release.id, Math.max(1, planned.length));
    return planned.length;
  }

  /** The operation as it would be ordered now; also for the page that asks before it is. */
  async draw(queries: Queries, order: AmendmentOrder): Promise<DrawnAmendment> {
    const { release, version, kind } = order;
    const { shares, renditions, made } = await this.#shares(queries, order);
    const amendment = {
      id: newId(),
      releaseId: release.id,
      kind,
      fromVersion: release.releasedVersion ?? version.version,
      toVersion: kind === 'correct' ? version.version : null,
      reason: order.reason,
      emergency: order.emergency ?? false,
      urgent: release.kind === 'emergency' || release.kind === 'warning',
      orderedBy: order.orderedBy,
      orderedAt: this.parts.clock.now(),
      portalUrl: this.parts.portalUrl(release.id),
      shares,
      settledAt: null,
      reviewedBy: null,
      reviewedAt: null,
      reviewNote: null,
    };
    return { amendment, renditions, made };
  }

  async #shares(queries: Queries, order: AmendmentOrder) {
    const { renditions, accounts, amendments } = this.parts;
    const { release, version, kind } = order;
    const rows = await amendments.rows(queries, release.id, null);
    const ids = new Set([...rows.map((row) => row.accountId), ...version.accountIds]);
    const all = await accounts.find(queries, [...ids]);
    const made = kind === 'correct' ? await renditions.renditions(queries, release, version) : [];
    const notices = await renditions.withdrawalNotices(queries, release, version, all);
    return {
      made,
      shares: all.flatMap((account) => this.#share(account, made, notices.get(account.id) ?? null)),
      renditions: [
        ...made.map(({ rendition }) => rendition),
        ...[...notices.values()].filter((notice) => notice !== null),
      ],
    };
  }

  #share(
    account: Account,
    made: readonly AccountRendition[],
    notice: Rendition | null,
  ): readonly AmendmentShare[] {
    const channel = this.parts.channels.get(account.channel);
    if (channel === undefined) return [];
    const { perRecipient, waitsForPortal } = channel.manifest;
    const rendition = made.find((one) => one.account.id === account.id)?.rendition ?? null;
    return [
      {
        accountId: account.id,
        accountName: account.name,
        channel: account.channel,
        perRecipient,
        waitsForPortal,
        way: wayOf(channel, account),
        renditionDigest: rendition === null ? null : digestOf(rendition),
        noticeDigest: notice === null ? null : digestOf(notice),
      },
    ];
  }
}

const wayOf = ({ manifest }: Channel, account: Account): CorrectionWay => {
  if (!account.enabled) return 'closed';
  return manifest.whenCorrected?.(manifest.settings.parse(account.settings)) ?? 'inPlace';
};
