import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import type { OrganRef } from '../organ/organ.api.js';
import type { ReleaseState } from '../release/release.api.js';
import { sql } from 'kysely';
import { inForce } from './agreed-line.js';
import type { MatterList, MatterQuery, MatterSummary, MatterView } from './matter.api.js';
import { organsOf, type Matter } from './matter.js';
import { matterOf, type MatterStore } from './matter-store.sql.js';

/** Narrow read model of the matter pages: matters with their lines, clocks and linked releases by name. */
export class MatterListing {
  constructor(private readonly matters: MatterStore) {}

  async page(
    queries: Queries,
    visibility: Visibility,
    query: MatterQuery,
    now: Date,
  ): Promise<Omit<MatterList, 'actions'>> {
    let found = queries.selectFrom('matter');
    if (!visibility.all) found = found.where(concerns(visibility.organIds));
    if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.owner !== undefined) found = found.where('owner_organ_id', '=', query.owner);
    if (query.q !== undefined && query.q.trim() !== '') found = found.where(mentions(query.q.trim()));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      // What has a clock comes first, the nearest hour on top.
      .orderBy(sql`state = 'closed'`)
      .orderBy(sql`due_at asc nulls last`)
      .orderBy('id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = await this.summaries(queries, rows.map(matterOf), now);
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /** In the order of `matters`; visibility is the caller's. */
  async summaries(queries: Queries, matters: readonly Matter[], now: Date): Promise<MatterSummary[]> {
    if (matters.length === 0) return [];
    const ids = matters.map(({ id }) => id);
    const lines = await this.matters.lines(queries, ids);
    const owners = lines.map(({ ownerOrganId }) => ownerOrganId);
    const organ = await organRefs(queries, [...owners, ...matters.flatMap(organsOf)]);
    const counts = await releaseCounts(queries, ids);
    return matters.map((matter) => ({
      ...headOf(matter, organ, counts.get(matter.id)?.answeredAt ?? null, now),
      lines: inForce(lines.filter(({ matterId }) => matterId === matter.id)).map((line) => ({
        attribute: line.attribute,
        about: line.about,
        value: line.value,
        unit: line.unit,
        asOf: timeOf(line.asOf),
        owner: organ(line.ownerOrganId),
      })),
      releases: {
        total: Number(counts.get(matter.id)?.total ?? 0),
        released: Number(counts.get(matter.id)?.released ?? 0),
      },
    }));
  }

  /** Linked releases that may be seen: those that are out, and one's own. */
  async releases(
    queries: Queries,
    matterId: string,
    visibility: Visibility,
  ): Promise<MatterView['releases']> {
    let found = queries
      .selectFrom('release')
      .select(['id', 'number', 'title', 'organ_id', 'state', 'released_at'])
      .where('matter', '=', matterId);
    if (!visibility.all) found = found.where(visible(visibility.organIds));
    const rows = await found.orderBy('updated_at', 'desc').limit(200).execute();
    const organ = await organRefs(
      queries,
      rows.map((row) => row.organ_id),
    );
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      organ: organ(row.organ_id),
      state: row.state as ReleaseState,
      releasedAt: timeOf(row.released_at),
    }));
  }
}

const timeOf = (instant: Date | null): string | null => (instant === null ? null : civilTime(instant));

/** What list and page say alike. */
export const headOf = (
  matter: Matter,
  organ: (id: string) => OrganRef,
  answeredAt: Date | null,
  now: Date,
): Omit<MatterSummary, 'lines' | 'releases'> => ({
  id: matter.id,
  title: matter.title,
  kind: matter.kind,
  trigger: matter.trigger,
  state: matter.state,
  owner: organ(matter.ownerOrganId),
  lead: matter.leadOrganId === null ? null : organ(matter.leadOrganId),
  concerned: matter.concernedOrganIds.map(organ),
  openedAt: civilTime(matter.openedAt),
  dueAt: timeOf(matter.dueAt),
  answeredAt: timeOf(answeredAt),
  overdue: matter.state === 'open' && matter.dueAt !== null && matter.dueAt <= now && answeredAt === null,
  revision: matter.revision,
  closedReason: matter.closedReason,
});

interface Counts {
  readonly total: number;
  readonly released: number;
  readonly answeredAt: Date | null;
}

/** The same rule as `isOut` in libs/release: what is being corrected is still before the public. */
const out = sql<boolean>`(release.released_version is not null and release.state <> 'withdrawn')`;

const releaseCounts = async (
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Counts>> => {
  const { rows } = await sql<Counts & { id: string }>`
    select matter.id, count(*) as total, count(*) filter (where ${out}) as released,
      min(released_at) filter (where ${out}
        and (organ_id = owner_organ_id or joint_organ_ids ? owner_organ_id)) as "answeredAt"
    from matter join release on release.matter = matter.id
    where matter.id = any(${[...ids]}::text[]) group by matter.id`.execute(queries);
  return new Map(rows.map((row) => [row.id, row]));
};

const concerns = (organIds: readonly string[]) => sql<boolean>`(
  owner_organ_id = any(${[...organIds]}::text[]) or lead_organ_id = any(${[...organIds]}::text[])
  or concerned_organ_ids ?| ${[...organIds]}::text[])`;

/** The same rule as `sees` in libs/access/visibility.ts. */
const visible = (organIds: readonly string[]) => sql<boolean>`(
  ${out} or organ_id = any(${[...organIds]}::text[])
  or joint_organ_ids ?| ${[...organIds]}::text[])`;

const mentions = (words: string) =>
  sql<boolean>`title like ${`%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`}`;
