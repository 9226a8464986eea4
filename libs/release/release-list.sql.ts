import { sql } from 'kysely';
import type { Visibility } from '@koujing/access';
import type { Span } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import { civilTime, type Clock } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import { openClocks, urgency } from './release-clock.sql.js';
import {
  concerns,
  filtered,
  shownTime,
  toGoOut,
  visible,
  wasOut,
  type AskedReleases,
} from './release-filters.sql.js';
import type { ReleaseKind, ReleaseList, ReleaseState, ReleaseSummary } from './release.api.js';

/** An hour of a release: at which it went out, is to, or would if its drafter had their way. */
export interface ReleaseHour {
  readonly at: string;
  readonly phase: 'out' | 'toGoOut' | 'proposed';
  readonly release: ReleaseSummary;
}

/**
 * Narrow read model of lists and page heads: releases with names, open findings and ledger counts in one query each.
 * It reads tables of higher nouns by name and knows nothing else of them.
 */
export class ReleaseListing {
  constructor(private readonly clock: Clock) {}

  async page(
    queries: Queries,
    visibility: Visibility,
    query: AskedReleases,
  ): Promise<Omit<ReleaseList, 'actions' | 'marked'>> {
    const found = filtered(queries, { visibility, query, now: this.clock.now() });
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .select('release.id')
      .$if(query.mine === 'toDo', (own) =>
        urgency(this.clock.now()).reduce((sorted, by) => sorted.orderBy(by), own),
      )
      .orderBy(shownTime, 'desc')
      .orderBy('release.id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const ids = rows.map((row) => row.id);
    const items = await this.summaries(queries, ids, visibility);
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /**
   * What went out in the span, for everybody, and what is or is proposed to go out in it, for those whose business it is;
   * in the order of the hours, so many at most. One that is out and whose correction has an hour of its own has both. A
   * proposal ends with the hour that was approved.
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
      select id, scheduled_at, 'toGoOut' from release where ${toGoOut(span)} and ${concerned}
      union all
      select release.id, proposed.at, 'proposed' from release join proposed_time proposed on proposed.release_id = release.id
      where release.state in ('draft', 'returned', 'submitted', 'approved') and ${within('proposed.at', span)}
        and ${concerned}) as hours`;
    const { rows } = await sql<{ id: string; at: Date; phase: ReleaseHour['phase']; total: number }>`
      select id, at, phase, (count(*) over ())::integer as total from ${hours}
      order by at, id, phase limit ${limit}`.execute(queries);
    const ids = [...new Set(rows.map(({ id }) => id))];
    const byId = new Map(
      (await this.summaries(queries, ids, visibility)).map((summary) => [summary.id, summary]),
    );
    const items = rows.flatMap(({ id, at, phase }) => {
      const release = byId.get(id);
      return release === undefined ? [] : [{ at: civilTime(at), phase, release }];
    });
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** Those of `ids` that the person may see, in their order. */
  async seen(queries: Queries, ids: readonly string[], visibility: Visibility): Promise<string[]> {
    let found = queries
      .selectFrom('release')
      .select('id')
      .where('id', 'in', [...ids]);
    if (!visibility.all) found = found.where(visible(visibility.organIds));
    const known = new Set((await found.execute()).map(({ id }) => id));
    return ids.filter((id) => known.has(id));
  }

  /**
   * In the order of `ids`; whether they are seen at all is the caller's to say. Clocks and proposed times are told to those
   * alone whose business the release is.
   */
  async summaries(
    queries: Queries,
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<ReleaseSummary[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('release')
      .innerJoin('person', 'person.id', 'release.drafted_by')
      .selectAll('release')
      .select('person.name as drafter')
      .where('release.id', 'in', [...ids])
      .execute();
    const organs = await organRefs(
      queries,
      rows.flatMap((row) => [row.organ_id, ...row.joint_organ_ids]),
    );
    const findings = await this.openFindings(queries, ids);
    const deliveries = await this.deliveries(queries, ids);
    const own = await this.concerned(queries, ids, visibility);
    const clocks = await openClocks(queries, own, this.clock.now());
    const proposals = await this.proposals(queries, own);
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
      proposal: proposals.get(row.id) ?? null,
      clock: clocks.get(row.id) ?? null,
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

  private async concerned(queries: Queries, ids: readonly string[], visibility: Visibility) {
    if (visibility.all) return ids;
    const rows = await queries
      .selectFrom('release')
      .select('id')
      .where('id', 'in', [...ids])
      .where(concerns(visibility.organIds))
      .execute();
    return rows.map(({ id }) => id);
  }

  private async proposals(queries: Queries, ids: readonly string[]) {
    if (ids.length === 0) return new Map<string, ReleaseSummary['proposal']>();
    const rows = await queries
      .selectFrom('proposed_time')
      .innerJoin('person', 'person.id', 'proposed_time.person_id')
      .select(['release_id', 'at', 'why', 'person.id as person_id', 'person.name'])
      .where('release_id', 'in', [...ids])
      .execute();
    return new Map<string, ReleaseSummary['proposal']>(
      rows.map(({ release_id, at, why, person_id: id, name }) => [
        release_id,
        { at: civilTime(at), why, by: { id, name } },
      ]),
    );
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
