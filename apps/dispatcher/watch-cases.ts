import type { Provider, Type } from '@nestjs/common';
import type { Channel, ChannelPorts } from '@koujing/channel';
import { DeliveryStore, type AccountStore, type ReadBack } from '@koujing/dispatch';
import {
  DriftStore,
  KeepSources,
  PollSources,
  ReadBackRound,
  ReadBackStore,
  Robots,
  ShowDrifts,
  SiteDrifts,
  SiteRound,
  SiteStore,
  SourceStore,
  StrayRound,
  StrayStore,
  VisitStore,
  VisitTexts,
} from '@koujing/watch';
import { DriftController } from '../../libs/watch/drift.controller.js';
import { ForeignSourceController } from '../../libs/watch/foreign/foreign-source.controller.js';
import type { Recurring } from './recurring.js';
import type { UseCases } from './use-cases.js';

export interface WatchGround {
  readonly channels: readonly Channel[];
  readonly accounts: AccountStore;
  readonly ports: Pick<ChannelPorts, 'http'>;
  readonly readBack: ReadBack;
  readonly drifts: SiteDrifts;
  readonly name: string;
  readonly changed: (deliveryIds: readonly string[]) => void;
  /** Hosts inside that may be read. */
  readonly innerHosts: readonly string[];
  /** Where whoever is read can see who reads. */
  readonly portalUrl: string;
}

export type WatchCases = ReturnType<typeof watchCasesOf>;

/** Files of the portal that somebody changed; told by whoever finds them, and by whoever writes over them. */
export const siteDriftsOf = (cases: UseCases, accounts: AccountStore): SiteDrifts =>
  new SiteDrifts({ ...cases, accounts, sites: new SiteStore() });

/** What becomes of what is out, what stands on our own accounts, and what organs say outside. */
export const watchCasesOf = (cases: UseCases, ground: WatchGround) => {
  const channels = new Map(ground.channels.map((channel) => [channel.manifest.channel, channel]));
  const { http } = ground.ports;
  const userAgent = `KoujingWatch/1.0 (+${ground.portalUrl})`;
  const reach = { http, userAgent, innerHosts: ground.innerHosts };
  const jitter = () => Math.random();
  const parts = {
    ...{ ...cases, ...ground, channels, reach, jitter },
    sources: new SourceStore(),
    takePlace: cases.gate.takePlace.bind(cases.gate),
  };
  const readBacks = new ReadBackRound({
    ...parts,
    ...{ deliveries: new DeliveryStore(), looks: new ReadBackStore(), drifts: new DriftStore() },
  });
  const strays = new StrayRound({ ...parts, strays: new StrayStore() });
  const robots = new Robots(reach, () => cases.clock.now().getTime());
  const sites = new SiteRound({ ...parts, strays: new StrayStore(), sites: new SiteStore() });
  const poll = new PollSources({ ...parts, robots });
  const visits = new VisitTexts({ ...parts, robots, visits: new VisitStore() });
  return {
    ...{ readBacks, strays, sites, poll, visits },
    keepSources: new KeepSources(parts),
    showDrifts: new ShowDrifts(parts),
    /** Each look is taken by one process, however many look. */
    keepLooking: (recurring: Recurring): void => {
      recurring.every('readBacks', 5_000, () => readBacks.tick());
      recurring.every('foreignSources', 10_000, () => poll.tick());
      recurring.every('foreignTexts', 30_000, () => visits.tick());
      recurring.every('heardTexts', 2_000, () => cases.compareHeard.tick());
      recurring.every('strays', 30_000, () => strays.tick());
      recurring.every('sites', 10_000, () => sites.tick());
    },
  };
};

export const watchControllers: readonly Type[] = [ForeignSourceController, DriftController];

export const watchProviders = (cases: WatchCases): readonly Provider[] => [
  { provide: KeepSources, useValue: cases.keepSources },
  { provide: ShowDrifts, useValue: cases.showDrifts },
];
