import type { HealthFinding } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';

export interface KeptHealth {
  readonly accountId: string;
  readonly checkedAt: Date;
  readonly findings: readonly HealthFinding[];
}

/** An authorisation that only a person can renew, and how long it still lasts. */
export interface EndingToken {
  readonly accountId: string;
  readonly name: string;
  readonly expiresAt: Date;
  readonly daysLeft: number;
}

/** What the last look at each account found. */
export class AccountHealthStore {
  async save(queries: Queries, accountId: string, findings: readonly HealthFinding[]): Promise<void> {
    await sql`
      insert into account_health (account_id, checked_at, findings)
      values (${accountId}, clock_timestamp(), ${json(findings)})
      on conflict (account_id) do update set checked_at = excluded.checked_at, findings = excluded.findings`.execute(
      queries,
    );
  }

  async all(queries: Queries): Promise<ReadonlyMap<string, KeptHealth>> {
    const rows = await queries.selectFrom('account_health').selectAll().execute();
    return new Map(
      rows.map((row) => [
        row.account_id,
        {
          accountId: row.account_id,
          checkedAt: row.checked_at,
          findings: row.findings as readonly HealthFinding[],
        },
      ]),
    );
  }

  /** Of accounts on these channels, within so many days. */
  async endingTokens(
    queries: Queries,
    channels: readonly string[],
    days: number,
  ): Promise<readonly EndingToken[]> {
    const { rows } = await sql<EndingToken>`
      select a.id as "accountId", a.name, t.expires_at as "expiresAt",
        extract(epoch from t.expires_at - clock_timestamp())::float8 / 86400 as "daysLeft"
      from token t join account a on a.id = t.account_id
      where a.enabled and a.channel = any(${[...channels]})
        and t.expires_at < clock_timestamp() + ${days} * interval '1 day'
      order by t.expires_at`.execute(queries);
    return rows;
  }
}
