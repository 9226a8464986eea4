import type { Database } from '@koujing/database';
import type { ListedDelivery } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import type { Sandbox } from '../../apps/sandbox/sandbox.js';
import type { House } from '../medium/dispatch-house.js';
import type { Person } from './fault-row.js';

/** Where one delivery came to rest, and what the world saw of it. */
export interface Ending {
  readonly row: ListedDelivery;
  /** How long it took, on the travelled clock. */
  readonly waitedMs: number;
  readonly posted: number;
  readonly told: readonly Person[];
  readonly kinds: readonly string[];
  readonly stopped: boolean;
  readonly doubles: readonly string[];
}

/** Where a case was played. */
interface Played {
  readonly house: Pick<House, 'accounts'>;
  readonly database: Database;
  readonly sandbox: Sandbox;
  readonly clock: Clock;
}

export const endingOf = async (house: Played, row: ListedDelivery, from: number): Promise<Ending> => {
  const told = await house.database.queries
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select(['person.username', 'notification.kind'])
    .execute();
  const [account] = await house.house.accounts.find(house.database.queries, [row.accountId]);
  return {
    row,
    waitedMs: house.clock.now().getTime() - from,
    posted: postedOf(house, row),
    told: [...new Set(told.map(({ username }) => username as Person))].sort(),
    kinds: [...new Set(told.map(({ kind }) => kind))].sort(),
    stopped: account?.breaker === 'stopped',
    doubles: doublesOf(house, row),
  };
};

/** Calls that the platforms took twice for this release, by whatever they recognise it by. */
const doublesOf = ({ sandbox }: Played, row: ListedDelivery): readonly string[] => {
  const marks = JSON.stringify([row.phase, row.pending, row.receipt]);
  return sandbox.posted
    .doubles()
    .filter(({ mark }) => mark.includes(row.releaseId) || marks.includes(mark.split(' ')[0] ?? mark))
    .map(({ call }) => call);
};

/** What the public, or the recipient, has of this release. */
const postedOf = ({ sandbox: { posted } }: Played, { channel, releaseId }: ListedDelivery): number => {
  switch (channel) {
    case 'weibo':
      return posted.weibo().filter(({ text }) => text.includes(releaseId)).length;
    case 'wechat':
      return posted.wechatArticles().filter(({ items }) => items[0]?.content_source_url.includes(releaseId))
        .length;
    case 'webhook':
      return posted.appReleases().filter((release) => release.releaseId === releaseId).length;
    default:
      return posted.mails().filter(({ text }) => text.includes(releaseId)).length;
  }
};
