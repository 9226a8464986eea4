import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { civilTime, type OrganId } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { ChatDestination } from './chat-destination.js';
import type { ChatDestinationStore } from './chat-destination-store.sql.js';
import type { ChatMessageStore } from './chat-message-store.sql.js';
import type { ChatDestinationView, ChatList } from './chat.api.js';
import type { KeepChats } from './keep-chats.js';
import { noticeKinds } from './notice-kinds.js';

/** The groups that the reader keeps, and how they fare. */
export class ShowChats {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly destinations: ChatDestinationStore;
      readonly messages: ChatMessageStore;
      readonly organs: OrganStore;
      readonly keep: KeepChats;
    },
  ) {}

  async list(actor: Actor): Promise<ChatList> {
    const { database, destinations, organs, keep } = this.parts;
    const { queries } = database;
    refuseIfAny(keep.addReasons(actor));
    const known = (await organs.all(queries)).filter(({ kind }) => kind !== 'imported');
    const names = new Map(known.map(({ id, name }) => [id, name]));
    const items: ChatDestinationView[] = [];
    for (const destination of await destinations.all(queries))
      if (keep.reasons(destination, actor).length === 0)
        items.push(await this.#viewOf(queries, destination, { names, actor }));
    return {
      items,
      kinds: Object.entries(noticeKinds).map(([key, { name, sentence }]) => ({ key, name, sentence })),
      organs: known
        .filter(({ id }) => may(actor, 'administrator', id).length === 0)
        .map(({ id, name }) => ({ id, name })),
      actions: { add: { reasons: [...keep.addReasons(actor)] } },
    };
  }

  async #viewOf(
    queries: Queries,
    destination: ChatDestination,
    { names, actor }: { readonly names: ReadonlyMap<OrganId, string>; readonly actor: Actor },
  ): Promise<ChatDestinationView> {
    const { messages, keep } = this.parts;
    const { id, organId, platform, name, hint, address, kinds, enabled, revision } = destination;
    const lastSent = await messages.lastSent(queries, id);
    const troubles = await messages.troubles(queries, id);
    const reasons = [...keep.reasons(destination, actor)];
    return {
      ...{ id, platform, name, hint, enabled, revision },
      organ: { id: organId, name: names.get(organId) ?? organId },
      signed: address.key !== '',
      kinds: [...kinds],
      lastSentAt: lastSent === null ? null : civilTime(lastSent),
      troubles: troubles.map((message) => ({
        ...{ id: message.id, kind: message.kind, attempts: message.attempts, message: message.message },
        state: message.state as ChatDestinationView['troubles'][number]['state'],
        createdAt: civilTime(message.createdAt),
        settledAt: message.settledAt === null ? null : civilTime(message.settledAt),
      })),
      actions: { revise: { reasons }, trial: { reasons } },
    };
  }
}
