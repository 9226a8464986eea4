import { accessRefusal, inOffice, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import type { Database, Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AddAccountInput, ReviseAccountInput } from './account-form.api.js';
import { placeReasons, schemaReasons, type AccountValues } from './account-reasons.js';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import { mayKeepAccount } from './may-run-account.js';
import { dispatchRefusal } from './refusal.js';
import type { SecretBox } from './secret-box.js';
import type { TokenStore } from './token-store.sql.js';

export interface KeepAccountParts {
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly organs: OrganStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly audit: AuditTrail;
  readonly box: SecretBox;
}

/** Accounts as administrators keep them: checked by the manifest, secrets written and never read back. */
export class KeepAccounts {
  constructor(private readonly parts: KeepAccountParts) {}

  /** A new account may lead anywhere: the office's administrator adds it, an organ's then keeps it. */
  addReasons(actor: Actor): readonly Reason[] {
    return inOffice(actor, 'administrator') ? [] : [accessRefusal.lacksRole('administrator')];
  }

  reasons(account: Pick<Account, 'organId' | 'channel'>, actor: Actor): readonly Reason[] {
    const isInFile = this.parts.channels.get(account.channel)?.manifest.keptInFile === true;
    return [...mayKeepAccount(actor, account), ...(isInFile ? [dispatchRefusal.accountInFile] : [])];
  }

  async add(input: AddAccountInput, actor: Actor): Promise<void> {
    refuseIfAny(this.addReasons(actor));
    const { database, accounts, organs, box } = this.parts;
    const { channel: name, organId, settings } = input;
    const channel = this.#channel(name);
    const id = newId();
    const secrets = withOwnKey(box, { id, channel: name, secrets: filled(input.secrets) });
    await database.transaction(async (queries) => {
      const isKnown = organId === null || (await organs.find(queries, organId)) !== null;
      refuseIfAny([
        ...(channel.manifest.keptInFile === true ? [dispatchRefusal.accountInFile] : []),
        ...(isKnown ? [] : [accessRefusal.unknownOrgan(organId)]),
        ...schemaReasons(channel, { settings, secrets }),
      ]);
      await accounts.save(queries, {
        ...{ id, organId, channel: name, name: input.name, settings, secrets, enabled: true },
      });
      await this.#record(queries, id, {
        ...{ actor, action: 'account.create' },
        detail: { name: input.name, channel: name, organId },
      });
    });
  }

  async revise(id: string, input: ReviseAccountInput, actor: Actor): Promise<void> {
    const { database, accounts, tokens } = this.parts;
    const given = filled(input.secrets);
    await database.transaction(async (queries) => {
      const before = await accounts.held(queries, id);
      if (before === null) throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
      const channel = this.#channel(before.channel);
      const after: AccountValues = {
        settings: { ...before.settings, ...input.settings },
        secrets: { ...before.secrets, ...given },
      };
      refuseIfAny([
        ...this.reasons(before, actor),
        ...schemaReasons(channel, after),
        ...placeReasons(channel, { before, after, given: Object.keys(given) }, actor),
      ]);
      if (before.revision !== input.expectedRevision)
        throw new Problem('stale', [dispatchRefusal.staleAccount(before.revision)]);
      const { name, enabled } = input;
      await accounts.revise(queries, { ...before, ...after, name, enabled });
      // A token that was fetched with the old credentials, or elsewhere, says nothing of these.
      if (Object.keys(given).length > 0) await tokens.forget(queries, id);
      await this.#record(queries, id, {
        ...{ actor, action: 'account.revise' },
        detail: { changed: changesOf(before, { ...after, name, enabled }), secrets: Object.keys(given) },
      });
    });
  }

  #channel(name: string): Channel {
    const channel = this.parts.channels.get(name);
    if (channel === undefined) throw new Problem('badInput', [dispatchRefusal.channelUnknown(name)]);
    return channel;
  }

  /** Never a secret's value, and of settings only which ones. */
  #record(
    queries: Queries,
    id: string,
    entry: {
      readonly actor: Actor;
      readonly action: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { actor, action, detail } = entry;
    return this.parts.audit.record(queries, {
      ...{ actor: actor.personId, action, subjectKind: 'account', subjectId: id, detail },
    });
  }
}

/** An empty field of a form is no secret. */
const filled = (secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));

/** The key of unsubscribe links and return addresses is nobody's business but ours: made where none is given. */
export const withOwnKey = (
  box: SecretBox,
  { id, channel, secrets }: Pick<Account, 'id' | 'channel' | 'secrets'>,
): Account['secrets'] =>
  channel === 'email' && (secrets['unsubscribeKey'] ?? '') === ''
    ? { ...secrets, unsubscribeKey: box.derive('mail-token', id) }
    : secrets;

type Told = AccountValues & Pick<Account, 'name' | 'enabled'>;

const changesOf = (before: Told, after: Told): readonly string[] => [
  ...(before.name === after.name ? [] : ['name']),
  ...(before.enabled === after.enabled ? [] : ['enabled']),
  ...Object.keys(after.settings).filter(
    (key) => JSON.stringify(before.settings[key]) !== JSON.stringify(after.settings[key]),
  ),
];
