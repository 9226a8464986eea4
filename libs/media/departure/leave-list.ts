import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, mailboxKey, Problem } from '@koujing/kernel';
import type { LiftInput } from '../media.api.js';
import type { MediaParts } from '../media-parts.js';
import { mayEditMedia, mayReadMedia } from '../may-edit-media.js';
import { mediaRefusal } from '../refusal.js';
import type { DepartureList, DepartureWay } from './departure.api.js';
import type { DepartureStore } from './departure-store.sql.js';
import type { TellOfLeaving } from './tell-of-leaving.js';

const mostShown = 200;

/** An address leaves one list, of its owner's will; the office hears of it and may lift it when the owner asks. */
export class LeaveList {
  constructor(
    private readonly parts: Pick<MediaParts, 'database' | 'lists' | 'audit' | 'clock'> & {
      readonly departures: DepartureStore;
      readonly tell: Pick<TellOfLeaving, 'perform'>;
    },
  ) {}

  /** In the caller's transaction; leaving twice changes nothing. */
  async apply(
    queries: Queries,
    {
      listId,
      address,
      way,
    }: { readonly listId: string; readonly address: string; readonly way: DepartureWay },
  ): Promise<void> {
    const { lists, departures, audit, clock, tell } = this.parts;
    const list = await lists.find(queries, listId);
    if (list === null) throw new Problem('notFound', [mediaRefusal.listNotFound]);
    if (!(await departures.add(queries, { listId, address, way, leftAt: clock.now() }))) return;
    await audit.record(queries, {
      ...{ actor: 'system:unsubscribe', action: 'media.leaveList' },
      ...{ subjectKind: 'mailingList', subjectId: listId },
      detail: { address: mailboxKey(address), way },
    });
    await tell.perform(queries, address, list.name);
  }

  async show(listId: string, actor: Actor): Promise<DepartureList> {
    refuseIfAny(mayReadMedia(actor));
    const { database, departures } = this.parts;
    const items = await departures.of(database.queries, listId, mostShown);
    return {
      items: items.map(({ id, address, way, leftAt }) => ({ id, address, way, leftAt: civilTime(leftAt) })),
      actions: { lift: { reasons: [...mayEditMedia(actor)] } },
    };
  }

  /** Because its owner asked for it: nobody is put back on a list that they left. */
  async lift(listId: string, id: string, { reason }: LiftInput, actor: Actor): Promise<void> {
    refuseIfAny(mayEditMedia(actor));
    const { database, departures, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const of = { listId, id };
      const address = await departures.lift(queries, of, { by: actor.personId, reason, at: clock.now() });
      if (address === null) throw new Problem('notFound', [mediaRefusal.departureNotFound]);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'media.liftDeparture' },
        ...{ subjectKind: 'mailingList', subjectId: listId },
        detail: { address, reason },
      });
    });
  }
}
