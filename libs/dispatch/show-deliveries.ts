import type { Actor } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { visibleRelease, type Release, type ReleaseStore } from '@koujing/release';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import { mayHandle, retriable } from './delivery-deed.js';
import type { DeliveryState } from './delivery.js';
import type { DeliveryStore, ListedDelivery } from './delivery-store.sql.js';
import type { DeliveryList, DeliveryListQuery, DeliveryView, ReadBackView } from './dispatch.api.js';
import { dispatchRefusal } from './refusal.js';

/** What was found when publications were read back; `watch` knows. */
export interface ReadBackSource {
  of(queries: Queries, deliveryIds: readonly string[]): Promise<ReadonlyMap<string, ReadBackView>>;
}

export interface ShowParts {
  readonly readBacks: ReadBackSource;
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly accounts: AccountStore;
  readonly releases: ReleaseStore;
}

/** The ledger as a person reads it, with what that person may do about each row. */
export class ShowDeliveries {
  constructor(private readonly parts: ShowParts) {}

  /** @throws Problem `notFound` */
  async ofRelease(releaseId: string, query: DeliveryListQuery, actor: Actor): Promise<DeliveryList> {
    const { database, deliveries, releases, accounts } = this.parts;
    const { queries } = database;
    const release = await visibleRelease(releases, queries, actor, releaseId);
    const { state, ...rest } = query;
    const wanted = state === undefined ? {} : { state: state as DeliveryState };
    const { items, total } = await deliveries.ofRelease(queries, { releaseId, ...rest, ...wanted });
    const held = (await accounts.find(queries, [...new Set(items.map((row) => row.accountId))])).filter(
      ({ breaker }) => breaker !== 'closed',
    );
    const readBacks = await this.parts.readBacks.of(
      queries,
      items.map((row) => row.id),
    );
    const view = (row: ListedDelivery) => viewOf(row, { actor, release, held, readBacks });
    return { items: items.map(view), total, page: query.page, pageSize: query.pageSize };
  }
}

interface Onlooker {
  readonly actor: Actor;
  readonly release: Release;
  readonly held: readonly Account[];
  readonly readBacks: ReadonlyMap<string, ReadBackView>;
}

const viewOf = (row: ListedDelivery, { actor, release, held, readBacks }: Onlooker): DeliveryView => {
  const handling = mayHandle(actor, release);
  const account = held.find(({ id }) => id === row.accountId);
  const open = row.state === 'needsPerson' || row.state === 'rejected';
  return {
    id: row.id,
    releaseId: row.releaseId,
    accountId: row.accountId,
    accountName: row.accountName,
    channel: row.channel,
    version: row.version,
    operation: row.operation,
    recipient: row.recipient,
    state: row.state,
    waitingFor: row.waitingFor,
    attempts: row.attempts,
    nextAt: civilTime(row.nextAt),
    receipt: row.receipt === null ? null : receiptOf(row.receipt),
    fix: row.fix,
    field: row.field,
    beyond: row.beyond,
    alternatives: [...row.alternatives],
    told: toldOf(row),
    accountHeld: heldOf(account),
    lastCode: row.lastCode,
    lastMessage: row.lastMessage,
    trace: row.trace,
    readBack: readBacks.get(row.id) ?? null,
    updatedAt: civilTime(row.updatedAt),
    actions: {
      retry: {
        reasons: [
          ...handling,
          ...(retriable.has(row.state) ? [] : [dispatchRefusal.cannotRetry(row.state)]),
          ...(account?.breaker === 'stopped' ? [dispatchRefusal.stopped(account.name)] : []),
        ],
      },
      decide: {
        reasons: [...handling, ...(open ? [] : [dispatchRefusal.cannotDecide(row.state, 'delivered')])],
      },
    },
  };
};

const toldOf = ({ told }: ListedDelivery): DeliveryView['told'] =>
  told === null ? null : { at: civilTime(new Date(told.at)), names: told.persons.map(({ name }) => name) };

const heldOf = (account: Account | undefined): DeliveryView['accountHeld'] =>
  account === undefined || account.breaker === 'closed'
    ? null
    : { breaker: account.breaker, reason: account.breakerReason };

const receiptOf = ({ remoteId, url }: NonNullable<ListedDelivery['receipt']>) => ({
  remoteId,
  ...(url === undefined ? {} : { url }),
});
