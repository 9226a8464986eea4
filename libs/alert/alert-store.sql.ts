import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { IncidentLevel } from '../incident/incident.api.js';
import type { AlertRelease, Issue } from './alert-of-release.js';
import { capTime, type CapReference } from './cap.js';

/** A message as it is kept. */
export interface StoredAlert {
  readonly identifier: string;
  readonly releaseId: string;
  readonly headline: string;
  readonly senderName: string;
  readonly sentAt: Date;
  readonly xml: string;
}

export interface NewAlert extends Omit<StoredAlert, 'releaseId'> {
  readonly release: Pick<AlertRelease, 'releaseId' | 'version' | 'matterId'>;
  readonly act: Issue['act'];
  readonly sender: string;
  readonly event: string;
  readonly expiresAt: Date;
}

/** A version that the portal shows, or a release that it took down, without its message. */
export interface OwedAlert {
  readonly act: Issue['act'];
  readonly release: AlertRelease;
}

interface OwedRow {
  readonly act: Issue['act'];
  readonly id: string;
  readonly version: number;
  readonly kind: AlertRelease['kind'];
  readonly organ: string;
  readonly area: string;
  readonly title: string;
  readonly plain: string;
  readonly portal_url: string;
  readonly matter: string | null;
  readonly level: IncidentLevel | null;
  readonly place: string | null;
}

const shown = sql`('delivered', 'verified', 'corrected')`;

/** Messages of CAP: who is owed one, what came before, and what was issued. */
export class AlertStore {
  /** Nobody issues between the look and the commit: a message must refer to all that came before it. */
  async lock(queries: Queries): Promise<void> {
    await sql`lock table alert_message in share row exclusive mode`.execute(queries);
  }

  /**
   * Oldest first. What was released longer than `expireHours` ago and has no message that still stands is owed none: an alert
   * about a danger that is over would be the worse mistake, e.g. at the first start after an update.
   */
  async owed(queries: Queries, now: Date, expireHours: number): Promise<readonly OwedAlert[]> {
    const since = new Date(now.getTime() - expireHours * 3_600_000);
    const { rows } = await sql<OwedRow>`
      select * from (
        select distinct on (d.release_id, d.version) 'issue' as act, r.id, d.version, r.kind, o.name as organ, o.area,
          v.title, v.plain, d.portal_url, r.matter, coalesce(i.level, i.suggested_level) as level, i.place, d.seq
        from delivery d join release r on r.id = d.release_id join organ o on o.id = r.organ_id
          join release_version v on v.release_id = d.release_id and v.version = d.version
          left join incident i on i.matter_id = r.matter
        where d.channel = 'portal' and d.operation in ('send', 'correct') and d.state in ${shown}
          and r.kind in ('warning', 'emergency')
          and not exists (select from alert_message m where m.release_id = r.id and m.version >= d.version)
          and not exists (select from delivery l where l.release_id = d.release_id and l.account_id = d.account_id
            and l.seq > d.seq and ((l.operation = 'withdraw' and l.state = 'withdrawn')
              or (l.operation in ('send', 'correct') and l.state in ${shown} and l.version > d.version)))
          and (r.released_at > ${since}
            or exists (select from alert_message m where m.release_id = r.id and m.expires_at > ${now}))
        union all
        select distinct on (d.release_id) 'cancel' as act, r.id, d.version, r.kind, o.name, o.area,
          v.title, v.plain, d.portal_url, r.matter, coalesce(i.level, i.suggested_level), i.place, d.seq
        from delivery d join release r on r.id = d.release_id join organ o on o.id = r.organ_id
          join release_version v on v.release_id = d.release_id and v.version = d.version
          left join incident i on i.matter_id = r.matter
        where d.channel = 'portal' and d.operation = 'withdraw' and d.state = 'withdrawn'
          and exists (select from alert_message m where m.release_id = r.id and m.act = 'issue' and m.expires_at > ${now})
          and not exists (select from alert_message m
            where m.release_id = r.id and m.act = 'cancel' and m.version >= d.version)
      ) as owed order by seq`.execute(queries);
    return rows.map(owedOf);
  }

  /** False where somebody was told of it already. */
  async addFault(
    queries: Queries,
    { release, act, faults, at }: OwedAlert & { readonly faults: readonly string[]; readonly at: Date },
  ): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await queries
      .insertInto('alert_fault')
      .values({
        ...{ release_id: release.releaseId, version: release.version, act },
        ...{ faults: faults.join('\n'), told_at: at },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  /** Of this release alone: what a withdrawal cancels. */
  async ofRelease(queries: Queries, releaseId: string, now: Date): Promise<readonly CapReference[]> {
    return standing(queries, sql`m.release_id = ${releaseId}`, now);
  }

  async before(queries: Queries, releaseId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from alert_message where release_id = ${releaseId}`.execute(queries);
    return rows[0]?.count ?? 0;
  }

  /**
   * What a message of this release replaces: those not expired and not cancelled of the release itself, of what it says it supersedes,
   * and of the same organ on the same event of the matter. What another organ warns of on the same matter stands: a receiver would
   * take a replaced red warning down. Oldest first.
   */
  async standing(
    queries: Queries,
    of: {
      readonly releaseId: string;
      readonly matterId: string | null;
      readonly organ: string;
      readonly event: string;
    },
    now: Date,
  ): Promise<readonly CapReference[]> {
    const chain = sql`
      with recursive chain (id) as (
        select ${of.releaseId}::text
        union select r.supersedes from release r join chain c on r.id = c.id where r.supersedes is not null)
      select id from chain`;
    const ofEvent = sql`matter_id = ${of.matterId} and sender_name = ${of.organ} and event = ${of.event}`;
    return standing(queries, sql`m.release_id in (${chain}) or (${ofEvent})`, now);
  }

  async add(queries: Queries, { release, ...alert }: NewAlert): Promise<void> {
    await queries
      .insertInto('alert_message')
      .values({
        identifier: alert.identifier,
        release_id: release.releaseId,
        version: release.version,
        act: alert.act,
        matter_id: release.matterId,
        sender: alert.sender,
        sent_at: alert.sentAt,
        expires_at: alert.expiresAt,
        event: alert.event,
        headline: alert.headline,
        sender_name: alert.senderName,
        xml: alert.xml,
        written_at: null,
      })
      .execute();
  }

  async unwritten(queries: Queries): Promise<readonly StoredAlert[]> {
    const rows = await messages(queries).where('written_at', 'is', null).orderBy('sent_at').execute();
    return rows.map(alertOf);
  }

  /** Every message that was ever issued, oldest first. */
  async all(queries: Queries): Promise<readonly StoredAlert[]> {
    const rows = await messages(queries).orderBy('sent_at').orderBy('identifier').execute();
    return rows.map(alertOf);
  }

  async written(queries: Queries, identifiers: readonly string[], at: Date): Promise<void> {
    await queries
      .updateTable('alert_message')
      .set({ written_at: at })
      .where('identifier', 'in', [...identifiers])
      .execute();
  }

  /** Identifiers of those whose file was written, from after this one on. */
  async writtenAfter(queries: Queries, identifier: string, limit: number): Promise<readonly string[]> {
    const rows = await queries
      .selectFrom('alert_message')
      .select('identifier')
      .where('written_at', 'is not', null)
      .where('identifier', '>', identifier)
      .orderBy('identifier')
      .limit(limit)
      .execute();
    return rows.map((row) => row.identifier);
  }

  /** One whose file was written; the newest of a release is the one that its page leads to. */
  async file(
    queries: Queries,
    identifier: string,
  ): Promise<(StoredAlert & { readonly isNewest: boolean }) | null> {
    const row = await messages(queries)
      .select(
        sql<boolean>`not exists (select from alert_message n where n.release_id = alert_message.release_id
          and n.written_at is not null and n.sent_at > alert_message.sent_at)`.as('is_newest'),
      )
      .where('written_at', 'is not', null)
      .where('identifier', '=', identifier)
      .executeTakeFirst();
    return row === undefined ? null : { ...alertOf(row), isNewest: row.is_newest };
  }

  /** Which of these are the identifier of a message, or the release of one. */
  async named(queries: Queries, names: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ name: string }>`
      select identifier as name from alert_message where identifier = any(${[...names]})
      union select release_id from alert_message where release_id = any(${[...names]})`.execute(queries);
    return new Set(rows.map(({ name }) => name));
  }

  async newest(queries: Queries, limit: number): Promise<readonly StoredAlert[]> {
    const rows = await messages(queries)
      .orderBy('sent_at', 'desc')
      .orderBy('identifier', 'desc')
      .limit(limit)
      .execute();
    return rows.map(alertOf);
  }
}

const standing = async (
  queries: Queries,
  whose: RawBuilder<unknown>,
  now: Date,
): Promise<readonly CapReference[]> => {
  const { rows } = await sql<{ sender: string; identifier: string; sent_at: Date }>`
    select sender, identifier, sent_at from alert_message m
    where (${whose}) and act = 'issue' and expires_at > ${now}
      and not exists (select from alert_message c
        where c.release_id = m.release_id and c.act = 'cancel' and c.sent_at >= m.sent_at)
    order by sent_at, identifier`.execute(queries);
  return rows.map(({ sender, identifier, sent_at }) => ({
    ...{ sender, identifier, sent: capTime(civilTime(sent_at)) },
  }));
};

const messages = (queries: Queries) =>
  queries
    .selectFrom('alert_message')
    .select(['identifier', 'release_id', 'headline', 'sender_name', 'sent_at', 'xml']);

const alertOf = (row: Awaited<ReturnType<ReturnType<typeof messages>['execute']>>[number]): StoredAlert => ({
  ...{ identifier: row.identifier, headline: row.headline, senderName: row.sender_name },
  ...{ releaseId: row.release_id, sentAt: row.sent_at, xml: row.xml },
});

const owedOf = (row: OwedRow): OwedAlert => ({
  act: row.act,
  release: {
    ...{ releaseId: row.id, version: row.version, kind: row.kind, organ: row.organ, area: row.area },
    ...{ title: row.title, body: row.plain, portalUrl: row.portal_url, matterId: row.matter },
    incident: row.place === null ? null : { level: row.level, place: row.place },
  },
});
