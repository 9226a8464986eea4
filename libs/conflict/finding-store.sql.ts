import { json, type Queries, type Schema } from '@koujing/database';
import type { FindingId, OrganId, ReleaseId } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';
import type { Because } from './closed-because.js';
import type { FindingState } from './conflict.api.js';
import type { FindingKind } from './finding.js';
import { FINDING_LOCK } from './gate-store.sql.js';
import type { Ruling, StoredFinding } from './stored-finding.js';
import { findingOf, rulingOf } from './finding-rows.sql.js';

/** How far the order of release was reconsidered. */
const MARK = 'findings-reconsidered';

export class FindingStore {
  /**
   * Whoever writes findings waits here: groups are merged, and a finding belongs to several releases. Taken after the
   * locks of releases and of the gate and before those of findings, by everybody, so that nobody waits in a circle; what is
   * written here names releases, so whoever holds one holds it `for no key update`.
   */
  async lockAll(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(${FINDING_LOCK})`.execute(queries);
  }

  async find(queries: Queries, id: FindingId): Promise<StoredFinding | null> {
    const row = await queries.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : ((await this.complete(queries, [row]))[0] ?? null);
  }

  /** The same, held until the transaction ends. */
  async lock(queries: Queries, id: FindingId): Promise<StoredFinding | null> {
    await queries.selectFrom('finding').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    return this.find(queries, id);
  }

  async byKeys(queries: Queries, keys: readonly string[]): Promise<readonly StoredFinding[]> {
    if (keys.length === 0) return [];
    const rows = await queries
      .selectFrom('finding')
      .selectAll()
      .where('key', 'in', [...keys])
      .execute();
    return this.complete(queries, rows);
  }

  /** Not closed, and naming this release. */
  async ofRelease(queries: Queries, releaseId: ReleaseId): Promise<readonly StoredFinding[]> {
    const rows = await queries
      .selectFrom('finding')
      .innerJoin('finding_release', 'finding_release.finding_id', 'finding.id')
      .selectAll('finding')
      .where('finding_release.release_id', '=', releaseId)
      .where('finding.state', '!=', 'closed')
      .orderBy('finding.id')
      .execute();
    return this.complete(queries, rows);
  }

  /** Not closed, and raised for a text outside. */
  async againstOutside(queries: Queries, outsideId: string): Promise<readonly StoredFinding[]> {
    const rows = await queries
      .selectFrom('finding')
      .selectAll()
      .where(({ or, eb }) =>
        or([
          eb(sql<string>`outside ->> 'id'`, '=', outsideId),
          eb(sql<string>`outside_other ->> 'id'`, '=', outsideId),
        ]),
      )
      .where('state', '!=', 'closed')
      .execute();
    return this.complete(queries, rows);
  }

  async save(
    queries: Queries,
    finding: StoredFinding,
    named: ReadonlyMap<ReleaseId, { readonly version: number }>,
  ): Promise<void> {
    const values = {
      kind: finding.kind,
      severity: finding.severity,
      state: finding.state,
      confidence: finding.confidence,
      facts: json<unknown>(finding.facts),
      facts_digest: finding.factsDigest,
      explanation: finding.explanation,
      explanation_en: finding.explanationEn,
      matter: finding.matter ?? null,
      outside: finding.outside === undefined ? null : json<unknown>(finding.outside),
      outside_other: finding.outsideOther === undefined ? null : json<unknown>(finding.outsideOther),
      ...(finding.outsideOther === undefined ? {} : { owner_organ_id: finding.outsideOther.organId }),
      group_id: finding.groupId,
      raised_by_release: finding.raisedBy,
      updated_at: finding.updatedAt,
      ...{ closed_reason: finding.closedReason, closed_reason_en: finding.closedReasonEn },
      notified_at: finding.notifiedAt,
    };
    await queries
      .insertInto('finding')
      .values({ id: finding.id, key: finding.key, raised_at: finding.raisedAt, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
    await queries.deleteFrom('finding_release').where('finding_id', '=', finding.id).execute();
    const rows = finding.releases.map((releaseId, position) => ({
      finding_id: finding.id,
      release_id: releaseId,
      version: named.get(releaseId)?.version ?? 1,
      position,
    }));
    if (rows.length > 0) await queries.insertInto('finding_release').values(rows).execute();
  }

  async setState(
    queries: Queries,
    id: FindingId,
    change: {
      readonly state: FindingState;
      readonly at: Date;
      readonly because?: Because;
      readonly notifiedAt?: Date;
    },
  ): Promise<void> {
    await queries
      .updateTable('finding')
      .set({
        state: change.state,
        updated_at: change.at,
        ...(change.because === undefined
          ? {}
          : { closed_reason: change.because.zh, closed_reason_en: change.because.en }),
        ...(change.notifiedAt === undefined ? {} : { notified_at: change.notifiedAt }),
      })
      .where('id', '=', id)
      .execute();
  }

  async insertRuling(queries: Queries, ruling: Ruling): Promise<void> {
    await queries
      .insertInto('ruling')
      .values({
        id: ruling.id,
        finding_id: ruling.findingId,
        ruling: ruling.ruling,
        lead_organ_id: ruling.leadOrganId,
        reason: ruling.reason,
        facts_digest: ruling.factsDigest,
        ruled_by: ruling.ruledBy,
        ruled_at: ruling.ruledAt,
        basis: json(ruling.basis),
        confidence: ruling.confidence,
        attributes: json<readonly string[]>(ruling.attributes),
        follows: ruling.follows,
        target_release_id: ruling.targetId,
      })
      .execute();
  }

  /** Newest first. */
  async rulings(queries: Queries, findingIds: readonly FindingId[]): Promise<readonly Ruling[]> {
    if (findingIds.length === 0) return [];
    const rows = await queries
      .selectFrom('ruling')
      .selectAll()
      .where('finding_id', 'in', [...findingIds])
      .orderBy('ruled_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(rulingOf);
  }

  /**
   * Rulings on findings of this kind that name one of the releases, or what one of them supersedes, newest first.
   * Being on one board row is not enough: two like accidents may share it.
   */
  async rulingsAround(
    queries: Queries,
    around: { readonly kind: FindingKind; readonly releaseIds: readonly ReleaseId[] },
  ): Promise<readonly Ruling[]> {
    const { rows } = await sql<Selectable<Schema['ruling']>>`
      with recursive chain as (
        select id, supersedes from release where id = any(${[...around.releaseIds]}::text[])
        union select release.id, release.supersedes from release join chain on release.id = chain.supersedes)
      select ruling.* from ruling join finding on finding.id = ruling.finding_id
      where finding.kind = ${around.kind} and exists (
        select 1 from finding_release named join chain on chain.id = named.release_id
        where named.finding_id = finding.id)
      order by ruling.ruled_at desc, ruling.id desc`.execute(queries);
    return rows.map(rulingOf);
  }

  /**
   * Releases that passed the gate since the last look and that a finding of somebody else names. The mark lives in the
   * database; without one nothing was ever corrected, so looking begins with what comes next.
   */
  async passedSince(
    queries: Queries,
  ): Promise<{ readonly from: number; readonly to: number; readonly releaseIds: readonly ReleaseId[] }> {
    const { rows } = await sql<{ last: number | null; mark: string | null }>`
      select (select max(gate_seq) from release) as last, (select value from house where name = ${MARK}) as mark`.execute(
      queries,
    );
    const to = Number(rows[0]?.last ?? 0);
    const from = Number(rows[0]?.mark ?? 0);
    if (to <= from) return { from, to, releaseIds: [] };
    const named = await sql<{ id: string }>`
      select release.id from release where gate_seq > ${from} and gate_seq <= ${to} and exists (
        select 1 from finding join finding_release named on named.finding_id = finding.id
        where named.release_id = release.id and finding.state <> 'closed'
          and finding.raised_by_release <> release.id)
      order by gate_seq`.execute(queries);
    return { from, to, releaseIds: named.rows.map(({ id }) => id) };
  }

  async reconsideredTo(queries: Queries, gateSeq: number): Promise<void> {
    const value = String(gateSeq);
    await queries
      .insertInto('house')
      .values({ name: MARK, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }

  /** Gaps of matters that one of these organs owns and that nobody has closed. */
  async openGapsOf(queries: Queries, ownerIds: readonly OrganId[]): Promise<readonly StoredFinding[]> {
    const rows = await queries
      .selectFrom('finding')
      .selectAll()
      .where('kind', '=', 'gap')
      .where('key', 'like', 'gap:%')
      .where('state', '!=', 'closed')
      .where(
        'matter',
        'in',
        queries
          .selectFrom('matter')
          .select('id')
          .where('owner_organ_id', 'in', [...ownerIds]),
      )
      .execute();
    return this.complete(queries, rows);
  }

  /** What a gap stands for: by another hour or of another organ it is another gap. */
  async standsFor(
    queries: Queries,
    id: FindingId,
    { ownerOrganId, dueAt }: { readonly ownerOrganId: OrganId; readonly dueAt: Date | null },
  ): Promise<void> {
    await queries
      .updateTable('finding')
      .set({ owner_organ_id: ownerOrganId, due_at: dueAt })
      .where('id', '=', id)
      .execute();
  }

  /** Those of `ids` that there are, in their order, in the statements of one. */
  async all(queries: Queries, ids: readonly FindingId[]): Promise<readonly StoredFinding[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('finding')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    const byId = new Map((await this.complete(queries, rows)).map((finding) => [finding.id, finding]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Findings of these groups, closed ones among them, oldest first. */
  async ofGroups(queries: Queries, groupIds: readonly string[]): Promise<readonly StoredFinding[]> {
    if (groupIds.length === 0) return [];
    const rows = await queries
      .selectFrom('finding')
      .selectAll()
      .where('group_id', 'in', [...groupIds])
      .orderBy('raised_at')
      .execute();
    return this.complete(queries, rows);
  }

  private async complete(
    queries: Queries,
    rows: readonly Selectable<Schema['finding']>[],
  ): Promise<readonly StoredFinding[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const rulings = await this.rulings(queries, ids);
    const named = await queries
      .selectFrom('finding_release')
      .selectAll()
      .where('finding_id', 'in', ids)
      .orderBy('position')
      .execute();
    return rows.map((row) =>
      findingOf(row, {
        releases: named.filter((name) => name.finding_id === row.id).map((name) => name.release_id),
        ruling: rulings.find((ruling) => ruling.findingId === row.id) ?? null,
      }),
    );
  }
}
