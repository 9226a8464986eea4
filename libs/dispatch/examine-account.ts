import type { Channel, ChannelPorts, HealthFinding, Rate } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Account } from './account.js';
import type { AccountHealthStore } from './account-health-store.sql.js';
import { healthReason } from './health-reason.js';
import type { QuotaStore } from './quota-store.sql.js';
import { AccountToken, TokenUnavailable } from './tokens.js';
import type { TokenStore } from './token-store.sql.js';

export interface ExamineParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly tokens: TokenStore;
  readonly quotas: QuotaStore;
  readonly health: AccountHealthStore;
  readonly ports: ChannelPorts;
}

/** A post costs a few calls: below this many left, a person should know before relying on the account. */
const fewLeft = 10;

/** Would the account publish at this hour? Publishes nothing; what it finds is kept for whoever looks. */
export class ExamineAccount {
  constructor(private readonly parts: ExamineParts) {}

  async perform(account: Account, at: Date): Promise<readonly HealthFinding[]> {
    const { channels, database, health } = this.parts;
    const channel = channels.get(account.channel);
    if (channel === undefined) throw new Error(`no channel ${account.channel} is installed`);
    const findings = [
      ...ownState(account, at),
      ...(await this.#quotas(account, channel.manifest.rates, at)),
      ...(await this.#platform(account, channel)),
      ...(await this.#expiry(account, channel, at)),
    ];
    await health.save(database.queries, account.id, findings);
    return findings;
  }

  async #quotas(account: Account, rates: readonly Rate[], at: Date): Promise<readonly HealthFinding[]> {
    const findings: HealthFinding[] = [];
    for (const rate of rates) {
      const { used, opensAt } = await this.parts.quotas.standing(
        this.parts.database.queries,
        account.id,
        rate,
      );
      const left = Math.max(0, rate.count - used);
      if (opensAt <= at) continue;
      if (left === 0) findings.push(healthReason.quotaUsedUp(rate, opensAt));
      else if (left < Math.min(fewLeft, rate.count / 2)) findings.push(healthReason.quotaLow(rate, left));
    }
    return findings;
  }

  /** Through the one place that refreshes: no second holder ever fetches a token of the same account. */
  async #platform(account: Account, channel: Channel): Promise<readonly HealthFinding[]> {
    const { database, tokens, ports } = this.parts;
    const settings = channel.manifest.settings.parse(account.settings);
    const secrets = channel.manifest.secrets.parse(account.secrets);
    const token = new AccountToken(database, tokens, account.id, () =>
      channel.authorise({ settings, secrets, ports }),
    );
    try {
      if (channel.manifest.renewal !== undefined) await token.current();
      return (await channel.examine?.({ settings, secrets, token, ports })) ?? [];
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return [
        error instanceof TokenUnavailable
          ? healthReason.tokenUnavailable(said, error.permanent)
          : healthReason.notExamined(said),
      ];
    }
  }

  async #expiry(account: Account, { manifest }: Channel, at: Date): Promise<readonly HealthFinding[]> {
    if (manifest.renewal !== 'person') return [];
    const ends = await this.parts.tokens.expiry(this.parts.database.queries, account.id);
    return ends === null || ends > at ? [] : [healthReason.tokenEnds(ends, at)];
  }
}

const ownState = (account: Account, at: Date): readonly HealthFinding[] => [
  ...(account.enabled ? [] : [healthReason.disabled]),
  ...(account.breaker === 'stopped' ? [healthReason.stopped(account.breakerReason)] : []),
  ...(account.breaker === 'open' && account.breakerUntil !== null && account.breakerUntil > at
    ? [healthReason.resting(account.breakerUntil)]
    : []),
];
