import { explained } from './finding.js';
import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { OrganRef } from '../organ/organ.api.js';
import type { FindingState, FindingSummary } from './conflict.api.js';
import type { FindingGroupList, FindingGroupQuery, FindingGroupSummary } from './finding-group.api.js';
import { visibleFinding, type FindingBoard } from './finding-board.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { StoredFinding } from './stored-finding.js';

/** Least settled first. */
const states: readonly FindingState[] = ['open', 'coordinating', 'ruled', 'closed'];
const severities = ['block', 'warn', 'info'] as const;

const rank = sql<number>`min(case state when 'open' then 0 when 'coordinating' then 1 when 'ruled' then 2 else 3 end)`;

/** Of what is not settled yet, the gravest. */
const gravity = sql<number>`coalesce(min(case severity when 'block' then 0 when 'warn' then 1 else 2 end)
  filter (where state in ('open', 'coordinating')), 3)`;

const ofState = (queries: Queries, state: FindingState) =>
  queries.selectFrom('finding').select('group_id').where('state', '=', state);

/** Narrow read model of the board: findings by matter, as far as the reader may see them. */
export class FindingGroupBoard {
  constructor(
    private readonly findings: FindingStore,
    private readonly board: FindingBoard,
  ) {}

  async page(queries: Queries, visibility: Visibility, query: FindingGroupQuery): Promise<FindingGroupList> {
    let found = queries.selectFrom('finding').select('group_id').groupBy('group_id');
    if (!visibility.all) found = found.where(visibleFinding(visibility.organIds));
    if (query.state !== undefined) {
      found = found.having(rank, '=', states.indexOf(query.state));
      // A group that stands at 'open' has an open finding: the index of states leads to those alone, however many are settled.
      found = found.where('group_id', 'in', ofState(queries, query.state));
    }
    if (query.kind !== undefined)
      found = found.having(sql<boolean>`bool_or(kind = ${query.kind} and state <> 'closed')`);
    const { total } = await queries
      .selectFrom(found.as('seen'))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .orderBy(rank)
      .$if(query.order === 'urgent', (urgent) => urgent.orderBy(gravity).orderBy(sql`min(raised_at)`))
      .orderBy(sql`max(raised_at)`, 'desc')
      .orderBy('group_id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const groups = await this.some(
      queries,
      rows.map(({ group_id: id }) => id),
      visibility,
    );
    const items = groups.map(({ summary }) => summary);
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /** The group with the findings that may be seen; null if none may. */
  async one(queries: Queries, id: string, visibility: Visibility): Promise<SeenGroup | null> {
    const [group] = await this.some(queries, [id], visibility);
    return group ?? null;
  }

  /** In the order of `ids`, without those of which nothing may be seen. */
  private async some(
    queries: Queries,
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<readonly SeenGroup[]> {
    const heads = new Map((await this.heads(queries, ids)).map((head) => [head.id, head]));
    const all = await this.findings.ofGroups(queries, ids);
    const shown = ids.flatMap((id) => shownOf(all.filter(({ groupId }) => groupId === id)));
    const findings = await this.board.summaries(
      queries,
      shown.map(({ id }) => id),
      visibility,
    );
    const outside = await this.board.outsideOrgans(queries, shown);
    return ids.flatMap((id) => {
      const head = heads.get(id);
      const own = findings.filter(({ groupId }) => groupId === id);
      if (head === undefined || own.length === 0) return [];
      const seen = new Set(own.map(({ id: findingId }) => findingId));
      const stored = shown.filter(({ id: findingId }) => seen.has(findingId));
      const { owner, ...named } = head;
      const summary = summaryOf(named, [...owner, ...outside(stored)], stored, own);
      return [{ summary, findings: own, stored }];
    });
  }

  private async heads(queries: Queries, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('finding_group')
      .leftJoin('matter', 'matter.id', 'finding_group.matter_id')
      .leftJoin('organ', 'organ.id', 'matter.owner_organ_id')
      .select([
        'finding_group.id',
        'finding_group.title',
        'matter.id as matterId',
        'matter.title as matterTitle',
        'organ.id as ownerId',
        'organ.name as ownerName',
        'organ.short_name as ownerShortName',
      ])
      .where('finding_group.id', 'in', [...ids])
      .execute();
    return rows.map((row) => {
      const matter = row.matterId === null ? null : { id: row.matterId, title: row.matterTitle ?? '' };
      const owner =
        row.ownerId === null
          ? []
          : [{ id: row.ownerId, name: row.ownerName ?? '', shortName: row.ownerShortName ?? '' }];
      return { id: row.id, title: matter?.title ?? row.title, matter, owner };
    });
  }
}

interface SeenGroup {
  readonly summary: FindingGroupSummary;
  readonly findings: readonly FindingSummary[];
  readonly stored: readonly StoredFinding[];
}

/** Closed ones only where nothing else is left. */
const shownOf = (findings: readonly StoredFinding[]): readonly StoredFinding[] => {
  const alive = findings.filter(({ state }) => state !== 'closed');
  return alive.length > 0 ? alive : findings;
};

const summaryOf = (
  head: Pick<FindingGroupSummary, 'id' | 'title' | 'matter'>,
  others: readonly OrganRef[],
  stored: readonly StoredFinding[],
  findings: readonly FindingSummary[],
): FindingGroupSummary => {
  const state = states.find((each) => findings.some((finding) => finding.state === each)) ?? 'closed';
  const waiting = findings.filter((finding) => finding.state === state);
  const severity = severities.find((each) => waiting.some((finding) => finding.severity === each)) ?? 'info';
  const releases = new Map(findings.flatMap((finding) => finding.releases.map((each) => [each.id, each])));
  const kinds = Map.groupBy(findings, ({ kind }) => kind);
  const worst = waiting.find((finding) => finding.severity === severity);
  return {
    ...head,
    state,
    severity,
    kinds: [...kinds].map(([kind, list]) => ({ kind, count: list.length })),
    organs: [
      ...new Map(
        [...[...releases.values()].map(({ organ }) => organ), ...others].map((organ) => [organ.id, organ]),
      ).values(),
    ],
    releases: releases.size,
    attributes: [...new Set(stored.flatMap(({ facts }) => facts.map(({ attribute }) => attribute)))],
    ...explained(worst?.explanation ?? '', worst?.explanationEn ?? ''),
    findingIds: findings.map(({ id }) => id),
    raisedAt: civilTime(new Date(Math.min(...stored.map(({ raisedAt }) => raisedAt.getTime())))),
    updatedAt: civilTime(new Date(Math.max(...stored.map(({ updatedAt }) => updatedAt.getTime())))),
  };
};
