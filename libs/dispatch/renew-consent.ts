import { randomBytes } from 'node:crypto';
import { refuseIfAny, type Actor, type SignedIn } from '@koujing/access';
import type { Channel, ChannelPorts } from '@koujing/channel';
import { digestOf, Problem, type Clock, type Reason } from '@koujing/kernel';
import type { Account } from './account.js';
import type { ConsentStore } from './consent-store.sql.js';
import type { DeedParts } from './delivery-deed.js';
import { mayRunAccount } from './may-run-account.js';
import { dispatchRefusal } from './refusal.js';
import type { ResumeAccount } from './resume-account.js';
import type { TokenStore } from './token-store.sql.js';

export interface ConsentParts extends Pick<DeedParts, 'database' | 'accounts' | 'audit'> {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly ports: ChannelPorts;
  readonly tokens: TokenStore;
  readonly resume: Pick<ResumeAccount, 'perform'>;
  readonly consents: ConsentStore;
  readonly clock: Clock;
}

/** Time enough to sign in on the platform's page, too little for a link to be of use to somebody who finds it. */
const lastsMs = 10 * 60_000;

/**
 * Where a platform's authorisation ends for good and only its own page renews it: a person goes there and comes back, in the
 * session that they set out in and once. Otherwise a stranger could make an operator's browser bind the stranger's own account
 * to ours (RFC 6749 10.12).
 */
export class RenewConsent {
  constructor(private readonly parts: ConsentParts) {}

  reasons(account: Pick<Account, 'channel' | 'organId'>, actor: Actor): readonly Reason[] {
    const offers = this.parts.channels.get(account.channel)?.consentUrl !== undefined;
    return [...mayRunAccount(actor, account), ...(offers ? [] : [dispatchRefusal.noConsent])];
  }

  /** The address of the platform's page on which this person agrees. @throws Problem */
  async begin(accountId: string, { actor, session }: SignedIn): Promise<{ readonly url: string }> {
    const { account, channel } = await this.#found(accountId, actor);
    const state = randomBytes(32).toString('base64url');
    const url = channel.consentUrl?.(channel.manifest.settings.parse(account.settings), state);
    if (url === undefined) throw new Problem('refused', [dispatchRefusal.noConsent]);
    const { database, consents, clock } = this.parts;
    const now = clock.now();
    const begun = {
      ...{ digest: digestOf(state), sessionId: session.id, personId: actor.personId, accountId },
      until: new Date(now.getTime() + lastsMs),
    };
    await database.transaction((queries) => consents.begin(queries, begun, now));
    return { url };
  }

  /** Turns what the platform sent back into a token, and lets the account send again. @throws Problem */
  async finish(
    code: string,
    state: string,
    { actor, session }: SignedIn,
  ): Promise<{ readonly accountId: string }> {
    const mine = { digest: digestOf(state), sessionId: session.id, personId: actor.personId };
    const { consents, clock } = this.parts;
    const accountId = await this.parts.database.transaction((queries) =>
      consents.take(queries, mine, clock.now()),
    );
    if (accountId === null) throw new Problem('refused', [dispatchRefusal.consentStale]);
    const { account, channel } = await this.#found(accountId, actor);
    const { database, tokens, audit, resume, ports } = this.parts;
    const outcome = await channel.exchangeConsent?.(code, {
      settings: channel.manifest.settings.parse(account.settings),
      secrets: channel.manifest.secrets.parse(account.secrets),
      ports,
    });
    if (outcome?.kind !== 'authorised')
      throw new Problem('refused', [dispatchRefusal.consentRefused(outcome?.message ?? '')]);
    await database.transaction(async (queries) => {
      await tokens.accept(queries, accountId, outcome.authorisation);
      await audit.record(queries, {
        ...{
          actor: actor.personId,
          action: 'account.authorise',
          subjectKind: 'account',
          subjectId: accountId,
        },
        detail: { expiresAt: outcome.authorisation.expiresAt.toISOString() },
      });
    });
    await resume.perform(accountId, actor);
    return { accountId };
  }

  async #found(id: string, actor: Actor): Promise<{ readonly account: Account; readonly channel: Channel }> {
    const [account] = await this.parts.accounts.find(this.parts.database.queries, [id]);
    const channel = this.parts.channels.get(account?.channel ?? '');
    if (account === undefined || channel === undefined)
      throw new Problem('notFound', [dispatchRefusal.accountNotFound]);
    refuseIfAny(this.reasons(account, actor));
    return { account, channel };
  }
}
