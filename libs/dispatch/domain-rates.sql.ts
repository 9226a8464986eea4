import type { Channel, Rate } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import { inOneOrder } from './in-one-order.js';
import type { QuotaStore } from './quota-store.sql.js';

interface Candidate {
  readonly id: string;
  readonly recipient: string;
}

/** What one receiving domain takes from an account, e.g. the mails a minute of a large mailbox provider. */
export class DomainRates {
  constructor(
    private readonly quotas: QuotaStore,
    private readonly channels: ReadonlyMap<string, Channel>,
  ) {}

  /** Of these rows, those that may go now. Whatever else is due at a full domain waits, spread over the windows to come. */
  async fitting(
    queries: Queries,
    channelName: string,
    accountId: string,
    rows: readonly Candidate[],
  ): Promise<readonly string[]> {
    const channel = this.channels.get(channelName);
    if (channel?.domainRate === undefined) return rows.map(({ id }) => id);
    const settings = channel.manifest.settings.parse(await settingsOf(queries, accountId));
    const fitting: string[] = [];
    const byDomain = Map.groupBy(rows, ({ recipient }) => domainOf(recipient));
    for (const [domain, group] of inOneOrder(byDomain)) {
      const ids = group.map(({ id }) => id);
      const rate = channel.domainRate(settings, domain);
      if (rate === null) {
        fitting.push(...ids);
        continue;
      }
      const { granted: count, opensAt } = await this.quotas.take(queries, accountId, [rate], ids.length);
      const granted = ids.slice(0, count);
      fitting.push(...granted);
      if (opensAt !== null) await spread(queries, { accountId, domain, rate, granted, opensAt });
    }
    return fitting;
  }
}

const domainOf = (recipient: string): string => recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase();

const settingsOf = async (queries: Queries, accountId: string): Promise<unknown> =>
  (
    await queries
      .selectFrom('account')
      .select('settings')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
  ).settings;

interface Overflow {
  readonly accountId: string;
  readonly domain: string;
  readonly rate: Rate;
  readonly granted: readonly string[];
  readonly opensAt: Date;
}

/**
 * Everything due at the domain at once, each window as full as it may be, urgent ones first: ten thousand mails that all
 * came back at the next window would be put off ten thousand at a time. Behind those that wait already: the row of the
 * domain's quota, which `take` has locked, lets one worker after the other count them.
 */
const spread = async (queries: Queries, overflow: Overflow): Promise<void> => {
  const { accountId, domain, rate, granted, opensAt } = overflow;
  const atDomain = sql`account_id = ${accountId} and right(lower(recipient), ${domain.length + 1}) = ${`@${domain}`}
    and state in ('planned', 'waiting', 'deferred')`;
  await sql`
    update delivery d set state = 'waiting', waiting_for = 'quota', updated_at = clock_timestamp(),
      next_at = ${opensAt}::timestamptz + (place / ${rate.count}::int) * ${`1 ${rate.per}`}::interval
    from (select id, (row_number() over (order by urgent desc, seq) - 1 + before.places)::int as place
      from (select id, urgent, seq from delivery where ${atDomain} and next_at < ${opensAt}
          and id <> all(${[...granted]}) for no key update skip locked) as due,
        (select count(*) as places from delivery where ${atDomain} and waiting_for = 'quota'
          and next_at >= ${opensAt}) as before) as queue
    where d.id = queue.id`.execute(queries);
};
