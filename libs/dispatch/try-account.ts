import { refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Channel, ChannelPorts, TrialOutcome } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { Problem, say, type Reason } from '@koujing/kernel';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import { mayKeepAccount } from './may-run-account.js';
import { dispatchRefusal } from './refusal.js';
import type { TokenStore } from './token-store.sql.js';
import { AccountToken, TokenUnavailable } from './tokens.js';

export interface TryAccountParts {
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly audit: AuditTrail;
  readonly ports: ChannelPorts;
}

const mailbox = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u;

/** Sends one harmless message to a target of the account's own; a platform that shows everything to everyone has none. */
export class TryAccount {
  constructor(private readonly parts: TryAccountParts) {}

  reasons(account: Pick<Account, 'organId' | 'channel'>, actor: Actor): readonly Reason[] {
    const channel = this.parts.channels.get(account.channel);
    const offer = channel?.manifest.trial;
    return [
      ...mayKeepAccount(actor, account),
      ...(offer?.possible === true && channel?.tryOut !== undefined
        ? []
        : [offer === undefined ? dispatchRefusal.noTrial : say('noTrial', offer.zh, offer.en)]),
    ];
  }

  async perform(id: string, target: string, actor: Actor): Promise<TrialOutcome> {
    const { database, accounts, audit } = this.parts;
    const [account] = await accounts.find(database.queries, [id]);
    const channel = this.parts.channels.get(account?.channel ?? '');
    if (account === undefined || channel === undefined)
      throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
    refuseIfAny([...this.reasons(account, actor), ...targetReasons(channel, target)]);
    const outcome = await this.#send(account, channel, target);
    await audit.record(database.queries, {
      ...{ actor: actor.personId, action: 'account.trial', subjectKind: 'account', subjectId: id },
      detail: { target, sent: outcome.sent, result: outcome.message },
    });
    return outcome;
  }

  async #send(account: Account, channel: Channel, target: string): Promise<TrialOutcome> {
    const { database, tokens, ports } = this.parts;
    const settings = channel.manifest.settings.parse(account.settings);
    const secrets = channel.manifest.secrets.parse(account.secrets);
    const token = new AccountToken(database, tokens, account.id, () =>
      channel.authorise({ settings, secrets, ports }),
    );
    try {
      return (
        (await channel.tryOut?.(target, { settings, secrets, token, ports })) ?? { sent: false, message: '' }
      );
    } catch (error) {
      if (error instanceof TokenUnavailable) return { sent: false, message: error.message };
      throw error;
    }
  }
}

const targetReasons = ({ manifest }: Channel, target: string): readonly Reason[] => {
  if (manifest.trial?.possible !== true || manifest.trial.target === undefined) return [];
  const { kind } = manifest.trial.target;
  const isFit = kind === 'mail' ? mailbox.test(target) : target !== '';
  return isFit ? [] : [dispatchRefusal.trialTarget(kind)];
};
