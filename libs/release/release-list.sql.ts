import { sql } from 'kysely';
import type { Visibility } from '@koujing/access';
import { spanOf, type Span } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { Trigger } from './declaration.api.js';
import type { ReleaseKind, ReleaseList, ReleaseQuery, ReleaseState, ReleaseSummary } from './release.api.js';

/** An hour of a release: at which it went out, or is to. */
export interface ReleaseHour {
  readonly at: string;
  readonly phase: 'out' | 'toGoOut';
  readonly release: ReleaseSummary;
}

/**
 * Narrow read model of lists and page heads: releases with names, open findings and ledger counts in one query each.
 * It reads tables of higher nouns by name and knows nothing else of them.
 */
export class ReleaseListing {
  async page(queries: Queries, visibility: Visibility, query: ReleaseQuery): Promise<ReleaseList> {
    const found = filtered(queries, visibility, query);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .select('release.id')
      .orderBy(shownTime, 'desc')
      .orderBy('release.id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = await this.summaries(
      queries,
      rows.map((row) => row.id),
    );
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /**
   * What went out in the span, for everybody, and what is to go out in it, for those whose business it is; in the order
   * of the hours, so many at most. One that is out and whose correction has an hour of its own has both.
   */
  async between(
    queries: Queries,
    visibility: Visibility,
    { span, limit }: { readonly span: Span; readonly limit: number },
  ): Promise<{ readonly items: readonly ReleaseHour[]; readonly total: number }> {
    const concerned = visibility.all ? sql<boolean>`true` : concerns(visibility.organIds);
    const hours = sql`(
      select id, released_at as at, 'out' as phase from release where ${wasOut(span)}
      union all
      select id, scheduled_at, 'toGoOut' from release where ${toGoOut(span)} and ${concerned}) as hours`;
    const { rows } = await sql<{ id: string; at: Date; phase: ReleaseHour['phase']; total: number }>`
      select id, at, phase, (count(*) over ())::integer as total from ${hours}
      order by at, id, phase limit ${limit}`.execute(queries);
    const ids = [...new Set(rows.map(({ id }) => id))];
    const byId = new Map((await this.summaries(queries, ids)).map((summary) => [summary.id, summary]));
    const items = rows.flatMap(({ id, at, phase }) => {
      const release = byId.get(id);
      return release === undefined ? [] : [{ at: civilTime(at), phase, release }];
    });
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** In the order of `ids`; visibility is the caller's. */
  async summaries(queries: Queries, ids: readonly string[]): Promise<ReleaseSummary[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('release')
      .innerJoin('person', 'person.id', 'release.drafted_by')
      .selectAll('release')
      .select('person.name as drafter')
      .where('release.id', 'in', [...ids])
      .execute();
    const organs = await this.organs(queries);
    const findings = await this.openFindings(queries, ids);
    const deliveries = await this.deliveries(queries, ids);
    const summaries = rows.map((row): ReleaseSummary => ({
      id: row.id,
      number: row.number,
      organ: organs(row.organ_id),
      jointOrgans: row.joint_organ_ids.map(organs),
      kind: row.kind as ReleaseKind,
      state: row.state as ReleaseState,
      version: row.version,
      releasedVersion: row.released_version,
      revision: row.revision,
      title: row.title,
      draftedBy: { id: row.drafted_by, name: row.drafter },
      scheduledAt: row.scheduled_at === null ? null : civilTime(row.scheduled_at),
      releasedAt: row.released_at === null ? null : civilTime(row.released_at),
      holdReason: row.hold_reason,
      openFindings: { block: 0, warn: 0, info: 0, ...findings.get(row.id) },
      deliveries: deliveries.get(row.id) ?? {},
      createdAt: civilTime(row.created_at),
      updatedAt: civilTime(row.updated_at),
    }));
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async organs(queries: Queries) {
    const rows = await queries.selectFrom('organ').select(['id', 'name', 'short_name']).execute();
    const byId = new Map(
      rows.map((row) => [row.id, { id: row.id, name: row.name, shortName: row.short_name }]),
    );
    return (id: string) => byId.get(id) ?? { id, name: id, shortName: id };
  }

  private async openFindings(queries: Queries, ids: readonly string[]) {
    const rows = await queries
      .selectFrom('finding_release')
      .innerJoin('finding', 'finding.id', 'finding_release.finding_id')
      .select(['finding_release.release_id', 'finding.severity'])
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('finding_release.release_id', 'in', [...ids])
      .where('finding.state', 'in', ['open', 'coordinating'])
      .groupBy(['finding_release.release_id', 'finding.severity'])
      .execute();
    return grouped(
      rows.map((row) => ({ release: row.release_id, name: row.severity, count: Number(row.count) })),
    );
  }

  private async deliveries(queries: Queries, ids: readonly string[]) {
    const rows = await queries
      .selectFrom('delivery')
      .select(['release_id', 'state'])
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('release_id', 'in', [...ids])
      .groupBy(['release_id', 'state'])
      .execute();
    return grouped(
      rows.map((row) => ({ release: row.release_id, name: row.state, count: Number(row.count) })),
    );
  }
}

const grouped = (
  rows: readonly { readonly release: string; readonly name: string; readonly count: number }[],
) => {
  const byRelease = new Map<string, Record<string, number>>();
  for (const { release, name, count } of rows)
    byRelease.set(release, { ...byRelease.get(release), [name]: count });
  return byRelease;
};

const filtered = (queries: Queries, visibility: Visibility, query: ReleaseQuery) => {
  let found = queries.selectFrom('release');
  if (!visibility.all) found = found.where(visible(visibility.organIds));
  if (query.state !== undefined)
    found = query.state === 'released' ? found.where(out) : found.where('release.state', '=', query.state);
  if (query.organ !== undefined) found = found.where('release.organ_id', '=', query.organ);
  if (query.q !== undefined && query.q.trim() !== '') found = found.where(mentions(query.q.trim()));
  if (query.channel !== undefined) found = found.where(goesTo(query.channel));
  if (query.dispatch !== undefined) found = found.where(hasDeliveries(query.dispatch === 'sent'));
  if (query.conflict !== undefined) found = found.where(hasOpenFinding(query.conflict === 'open'));
  if (query.kind !== undefined) found = found.where('release.kind', '=', query.kind);
  if (query.trigger !== undefined) found = found.where(declares(query.trigger));
  if (query.from !== undefined || query.to !== undefined) found = found.where(wentOut(spanOf(query)));
  return found;
};

/** The same rule as the counted reports (libs/report/tally.sql.ts): once, for the hour at which it first went out. */
const wentOut = (span: Span) => sql<boolean>`(release.imported_from is null
  and release.released_version is not null and ${within('release.released_at', span)})`;

const declares = (trigger: Trigger) => sql<boolean>`exists (
  select 1 from release_version version
  where version.release_id = release.id and version.version = release.released_version
    and version.declaration -> 'triggers' @> ${JSON.stringify([trigger])}::jsonb)`;

/** The time that the list shows beside a release: when it is or was to go out, else its last change. */
const shownTime = sql`coalesce(release.released_at, release.scheduled_at, release.updated_at)`;

const hasDeliveries = (wanted: boolean) => sql<boolean>`${wanted}::boolean = exists (
  select 1 from delivery where delivery.release_id = release.id)`;

/** The same rule as `isOut` in release.ts: a release that is being corrected is still before the public. */
const out = sql<boolean>`(release.released_version is not null and release.state <> 'withdrawn')`;

/** The first condition is the one that the index of shown times answers. */
const wasOut = (span: Span) => sql<boolean>`(${shownTime} >= ${span.from} and ${shownTime} < ${span.to}
  and ${out} and ${within('release.released_at', span)})`;

/** One that the gate held at its hour stays where it was due. */
const toGoOut = (span: Span) => sql<boolean>`(release.state in ('scheduled', 'heldByGate')
  and ${within('release.scheduled_at', span)})`;

/** The same rule as `sees` in libs/access/visibility.ts, as a condition; a test holds the two together. */
const visible = (organIds: readonly string[]) => sql<boolean>`(${out} or ${concerns(organIds)})`;

const concerns = (organIds: readonly string[]) => sql<boolean>`(
  release.organ_id = any(${[...organIds]}::text[])
  or release.superior_organ_id = any(${[...organIds]}::text[])
  or exists (select 1 from jsonb_array_elements_text(release.joint_organ_ids) joint where joint = any(${[...organIds]}::text[])))`;

const mentions = (words: string) => {
  const pattern = `%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`(release.title like ${pattern} or release.number like ${pattern})`;
};

const goesTo = (channel: string) => sql<boolean>`exists (
  select 1 from release_version version, jsonb_array_elements_text(version.account_ids) chosen, account
  where version.release_id = release.id and version.version = release.version
    and account.id = chosen and account.channel = ${channel})`;

const hasOpenFinding = (wanted: boolean) => sql<boolean>`${wanted}::boolean = exists (
  select 1 from finding_release named join finding on finding.id = named.finding_id
  where named.release_id = release.id and finding.state in ('open', 'coordinating'))`;
