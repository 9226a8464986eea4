import { refuseIfAny, type Actor } from '@koujing/access';
import { formOf, type Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AccountForm, AccountForms, FormFieldView } from './account-form.api.js';
import type { AccountStore } from './account-store.sql.js';
import type { KeepAccounts } from './keep-accounts.js';
import { dispatchRefusal } from './refusal.js';

/** The forms that follow from the manifests, and what of an account may be read. */
export class ShowAccountForms {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: AccountStore;
      readonly organs: OrganStore;
      readonly channels: ReadonlyMap<string, Channel>;
      readonly keep: KeepAccounts;
    },
  ) {}

  async all(actor: Actor): Promise<AccountForms> {
    const { database, organs, channels, keep } = this.parts;
    const reasons = [...keep.addReasons(actor)];
    const known = reasons.length > 0 ? [] : await organs.all(database.queries);
    return {
      channels: [...channels.values()]
        .filter(({ manifest }) => manifest.keptInFile !== true)
        .map(({ manifest }) => ({
          ...{ channel: manifest.channel, name: manifest.name, documentation: manifest.documentation },
          settings: fieldsOf(manifest.settings),
          secrets: fieldsOf(manifest.secrets),
        })),
      owners: [
        { id: null, name: '' },
        ...known.filter(({ kind }) => kind !== 'imported').map(({ id, name }) => ({ id, name })),
      ],
      actions: { add: { reasons } },
    };
  }

  async one(id: string, actor: Actor): Promise<AccountForm> {
    const { database, accounts, keep } = this.parts;
    const account = await accounts.held(database.queries, id);
    if (account === null) throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
    refuseIfAny(keep.reasons(account, actor));
    const { organId, channel, name, enabled, revision, settings, secrets, configured } = account;
    return {
      ...{ id, organId, channel, name, enabled, revision, configured },
      settings: { ...settings },
      secretsSet: Object.keys(secrets).filter((each) => (secrets[each] ?? '') !== ''),
    };
  }
}

const fieldsOf = (schema: Parameters<typeof formOf>[0]): FormFieldView[] =>
  formOf(schema).map((field) => ({ ...field, options: [...field.options] }));
