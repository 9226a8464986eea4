import type { Channel } from '@koujing/channel';
import { DeliveryStore, type AccountStore, type ReadBack } from '@koujing/dispatch';
import { DriftStore, ReadBackRound, ReadBackStore, StrayRound, StrayStore } from '@koujing/watch';
import type { UseCases } from './use-cases.js';

export interface WatchGround {
  readonly channels: readonly Channel[];
  readonly accounts: AccountStore;
  readonly readBack: ReadBack;
  readonly name: string;
  readonly changed: (deliveryIds: readonly string[]) => void;
}

/** What becomes of what is out: read back, and our own accounts looked through. */
export const watchCasesOf = (cases: UseCases, ground: WatchGround) => {
  const channels = new Map(ground.channels.map((channel) => [channel.manifest.channel, channel]));
  const parts = { ...cases, ...ground, channels };
  return {
    readBacks: new ReadBackRound({
      ...parts,
      ...{ deliveries: new DeliveryStore(), looks: new ReadBackStore(), drifts: new DriftStore() },
      jitter: () => Math.random(),
    }),
    strays: new StrayRound({ ...parts, strays: new StrayStore() }),
  };
};
