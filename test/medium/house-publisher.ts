import type { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import {
  ChannelRenditions,
  OrderAmendment,
  PublishRelease,
  RenditionStore,
  type AccountStore,
  type AdvanceAmendments,
  type AmendmentStore,
} from '@koujing/dispatch';
import type { Jobs } from '@koujing/jobs';
import type { Clock, Reason } from '@koujing/kernel';
import { Audience } from '@koujing/media';
import { OrganStore } from '@koujing/organ';
import { AttachmentStore, ReleaseStore } from '@koujing/release';
import { ReleaseDocuments } from '@koujing/template';

/** What sign-off and gate say in a test. */
export interface Said {
  readonly ready?: () => readonly Reason[];
  readonly gate?: () => readonly Reason[];
}

/** What a test house lends to its publisher. */
interface Ground {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly accounts: AccountStore;
  readonly amendments: AmendmentStore;
  readonly advance: AdvanceAmendments;
  nextGateSeq(): number;
}

const portalUrl = (releaseId: string): string => `http://127.0.0.1/r/${releaseId}.html`;

/** What orders corrections and withdrawals on this house. */
export const amenderOf = (house: Ground, jobs: Jobs, channels: readonly Channel[]): OrderAmendment => {
  const { accounts, amendments, advance, clock } = house;
  const known = new Map(channels.map((channel) => [channel.manifest.channel, channel]));
  const rest = {
    jobs,
    clock,
    portalUrl,
    renditionStore: new RenditionStore(),
    attachments: new AttachmentStore(),
  };
  const renditions = renditionsOf(house, known);
  return new OrderAmendment({ accounts, channels: known, renditions, amendments, advance, ...rest });
};

export const publisherOf = (
  house: Ground,
  jobs: Jobs,
  says: Said,
  channels: readonly Channel[],
): PublishRelease => {
  const { database, audit, clock } = house;
  const known = new Map(channels.map((channel) => [channel.manifest.channel, channel]));
  return new PublishRelease({
    ...{ database, audit, clock, jobs, portalUrl },
    releases: new ReleaseStore(),
    ready: { reasons: async () => says.ready?.() ?? [] },
    gate: {
      decide: async () => {
        const gateSeq = house.nextGateSeq();
        const reasons = says.gate?.() ?? [];
        const passed = reasons.length === 0;
        return { passed, gateSeq: passed ? gateSeq : null, reasons };
      },
    },
    renditions: renditionsOf(house, known),
    renditionStore: new RenditionStore(),
    audience: new Audience(clock),
    attachments: new AttachmentStore(),
    amend: amenderOf(house, jobs, channels),
    released: async () => undefined,
  });
};

const renditionsOf = (
  { accounts, clock }: Ground,
  channels: ReadonlyMap<string, Channel>,
): ChannelRenditions =>
  new ChannelRenditions({
    ...{ channels, accounts, portalUrl },
    organs: new OrganStore(),
    documents: new ReleaseDocuments(),
    attachments: new AttachmentStore(),
    audience: new Audience(clock),
  });
