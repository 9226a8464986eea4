import { may, mayInSome, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { HttpFailure } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import { newId, Problem, type Clock, type OrganId, type Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import { addressReasons, hintOf } from './chat-address.js';
import type { ChatDestination } from './chat-destination.js';
import type { ChatDestinationStore } from './chat-destination-store.sql.js';
import type { AddChatInput, ChatPlatformName, ChatTrial, ReviseChatInput } from './chat.api.js';
import { noticeKinds } from './notice-kinds.js';
import { chatRefusal } from './refusal.js';
import { speak, type Voice } from './speak.js';

export interface KeepParts extends Voice {
  readonly database: Database;
  readonly destinations: ChatDestinationStore;
  readonly organs: OrganStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly consoleUrl: string;
}

/** Each organ's groups are its administrator's to keep, and the office's (Art.4). */
export class KeepChats {
  constructor(private readonly parts: KeepParts) {}

  addReasons(actor: Actor): readonly Reason[] {
    return mayInSome(actor, ['administrator']);
  }

  reasons({ organId }: Pick<ChatDestination, 'organId'>, actor: Actor): readonly Reason[] {
    return may(actor, 'administrator', organId);
  }

  async add(input: AddChatInput, actor: Actor): Promise<void> {
    const { database, destinations, clock } = this.parts;
    await database.transaction(async (queries) => {
      const { organId, platform, name, kinds, enabled } = input;
      refuseIfAny([
        ...may(actor, 'administrator', organId),
        ...(await this.#organReasons(queries, organId)),
        ...this.#contentReasons(platform, input),
      ]);
      const destination = {
        ...{ id: newId(), organId, platform, name, kinds, enabled },
        address: { url: input.address, key: input.key },
        hint: hintOf(input.address),
      };
      await destinations.save(queries, destination, clock.now());
      await this.#record(queries, destination, { actor, action: 'chat.create', detail: { platform } });
    });
  }

  async revise(id: string, input: ReviseChatInput, actor: Actor): Promise<void> {
    const { database, destinations, clock } = this.parts;
    await database.transaction(async (queries) => {
      const before = await this.#held(queries, id, actor);
      const isMoved = input.address !== '' && input.address !== before.address.url;
      const url = input.address === '' ? before.address.url : input.address;
      const key = input.key === '' && !isMoved ? before.address.key : input.key;
      refuseIfAny([
        ...this.#contentReasons(before.platform, { ...input, address: url, key }),
        // Otherwise a key that nobody may read would sign for an address that somebody else chose.
        ...(isMoved && input.key === '' && before.address.key !== '' ? [chatRefusal.keyAgain] : []),
      ]);
      if (before.revision !== input.expectedRevision)
        throw new Problem('stale', [chatRefusal.stale(before.revision)]);
      const { name, kinds, enabled } = input;
      const after = { ...before, name, kinds, enabled, address: { url, key }, hint: hintOf(url) };
      await destinations.save(queries, after, clock.now());
      await this.#record(queries, after, {
        ...{ actor, action: 'chat.revise' },
        detail: { changed: changesOf(before, after) },
      });
    });
  }

  /** Speaks in the group now, once, whatever waits for it. */
  async trial(id: string, actor: Actor): Promise<ChatTrial> {
    const { database, clock, consoleUrl } = this.parts;
    const destination = await this.#found(database.queries, id, actor);
    const text = `【口径】测试消息\n这是“${actor.name}”从控制台发出的测试，请忽略。\n${consoleUrl}/settings?tab=chats`;
    const result = await speak(this.parts, destination, { text, at: clock.now() });
    const trial =
      result instanceof HttpFailure
        ? { sent: false, message: result.message }
        : { sent: result.kind === 'sent', message: result.message };
    await this.#record(database.queries, destination, {
      ...{ actor, action: 'chat.trial', detail: { result: trial.message } },
    });
    return trial;
  }

  #contentReasons(
    platform: ChatPlatformName,
    {
      address,
      key,
      kinds,
    }: { readonly address: string; readonly key: string; readonly kinds: readonly string[] },
  ): readonly Reason[] {
    return [
      ...addressReasons(address, this.parts.innerHosts),
      ...(platform === 'wecom' && key !== '' ? [chatRefusal.noSignature] : []),
      ...(platform !== 'wecom' && key === '' ? [chatRefusal.signatureNeeded] : []),
      ...kinds.filter((kind) => !Object.hasOwn(noticeKinds, kind)).map(chatRefusal.unknownKind),
    ];
  }

  async #organReasons(queries: Queries, organId: OrganId): Promise<readonly Reason[]> {
    return (await this.parts.organs.find(queries, organId)) === null
      ? [chatRefusal.unknownOrgan(organId)]
      : [];
  }

  async #held(queries: Queries, id: string, actor: Actor): Promise<ChatDestination> {
    return this.#allowed(await this.parts.destinations.held(queries, id), actor);
  }

  async #found(queries: Queries, id: string, actor: Actor): Promise<ChatDestination> {
    return this.#allowed(await this.parts.destinations.find(queries, id), actor);
  }

  #allowed(found: ChatDestination | null, actor: Actor): ChatDestination {
    if (found === null) throw new Problem('notFound', [chatRefusal.notFound]);
    refuseIfAny(this.reasons(found, actor));
    return found;
  }

  /** Never the address or the key: whoever reads the record must not speak in the group. */
  #record(
    queries: Queries,
    { id, organId, name, hint }: Pick<ChatDestination, 'id' | 'organId' | 'name' | 'hint'>,
    entry: {
      readonly actor: Actor;
      readonly action: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    return this.parts.audit.record(queries, {
      ...{ actor: entry.actor.personId, action: entry.action, subjectKind: 'chatDestination', subjectId: id },
      detail: { organId, name, hint, ...entry.detail },
    });
  }
}

const changesOf = (before: ChatDestination, after: Omit<ChatDestination, 'revision'>): readonly string[] =>
  (['name', 'kinds', 'enabled', 'address'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
