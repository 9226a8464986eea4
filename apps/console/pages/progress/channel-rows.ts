import type { DeliveryView } from '../../api/contract.js';
import { standingOf, tallyOf, type Standing, type Tally } from '../../parts/dispatch-outcome.js';

/** One channel account of a dispatch: a single delivery, or for mail one for every recipient. */
export interface ChannelRow {
  readonly accountId: string;
  readonly channel: string;
  readonly name: string;
  /** What counts now: for mail the last one of every recipient. */
  readonly deliveries: readonly DeliveryView[];
  /** What came before it: the version that was corrected, the post that was taken back. */
  readonly earlier: readonly DeliveryView[];
  readonly tally: Tally;
  readonly standing: Standing;
}

/** The order in which channels are shown: the first platform first (Art.17). */
const order = ['portal', 'weibo', 'wechat', 'webhook', 'email'];

const rank = (channel: string): number => (order.indexOf(channel) + order.length + 1) % (order.length + 1);

/** Part of it needs a person: the row does; else it runs until all of it is out. */
const together = (tally: Tally): Standing => {
  if (tally.attention > 0) return 'attention';
  if (tally.verifying > 0) return 'verifying';
  if (tally.running > 0) return 'running';
  return tally.out > 0 ? 'out' : 'void';
};

const countsOf = (deliveries: readonly DeliveryView[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of deliveries) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** The server gives them in the order in which they were planned: the last of each recipient is how it stands. */
const currentOf = (all: readonly DeliveryView[]): readonly DeliveryView[] => [
  ...new Map(all.map((delivery) => [delivery.recipient.toLowerCase(), delivery])).values(),
];

export const channelRows = (deliveries: readonly DeliveryView[]): readonly ChannelRow[] => {
  const byAccount = Map.groupBy(deliveries, ({ accountId }) => accountId);
  return [...byAccount]
    .flatMap(([accountId, all]) => {
      const [first] = all;
      if (first === undefined) return [];
      const deliveries = currentOf(all);
      const tally = tallyOf(countsOf(deliveries));
      return [
        {
          accountId,
          channel: first.channel,
          name: first.accountName,
          deliveries,
          earlier: all.filter((delivery) => !deliveries.includes(delivery)),
          tally,
          standing: together(tally),
        },
      ];
    })
    .sort((a, b) => rank(a.channel) - rank(b.channel));
};

/** Nothing of it is out any more: each channel took it back, and who had the mail has the recall. */
export const isTakenBack = (rows: readonly ChannelRow[]): boolean =>
  rows.length > 0 &&
  rows.every(
    ({ standing, deliveries }) =>
      standing === 'out' &&
      deliveries.every(({ operation }) => operation === 'withdraw' || operation === 'recall'),
  );

/** How far a delivery has come, in hundredths, for its bar. */
export const shareOf = (row: ChannelRow): number => {
  const steps: Readonly<Record<string, number>> = {
    planned: 5,
    waiting: 10,
    deferred: 40,
    sending: 50,
    accepted: 75,
  };
  const [only] = row.deliveries;
  if (row.deliveries.length === 1 && only !== undefined)
    return standingOf(only.state) === 'out' ? 100 : (steps[only.state] ?? 60);
  const total = row.deliveries.length - row.tally.void;
  return total === 0 ? 0 : Math.floor((row.tally.out / total) * 100);
};
