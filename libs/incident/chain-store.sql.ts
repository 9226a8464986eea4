import { json, type Queries } from '@koujing/database';
import { newId, type Clock, type ReleaseId } from '@koujing/kernel';
import type { ChainEntry } from './chain.js';

/** Why one text tells less than the chain before it. */
export interface Reduction {
  readonly releaseId: ReleaseId;
  readonly digest: string;
  readonly reason: string;
}

/** Releases that went out on an incident, and the reasons for figures that go down. */
export class ChainStore {
  constructor(private readonly clock: Clock) {}

  /** In the order they went out. */
  async of(queries: Queries, incidentId: string): Promise<readonly ChainEntry[]> {
    const rows = await queries
      .selectFrom('incident_release')
      .selectAll()
      .where('incident_id', '=', incidentId)
      .orderBy('ordinal')
      .execute();
    return rows.map((row) => ({
      incidentId: row.incident_id,
      releaseId: row.release_id,
      ordinal: row.ordinal,
      version: row.version,
      releasedAt: row.released_at,
      asOf: row.as_of,
      figures: row.figures,
      responsibleOrganId: row.responsible_organ_id,
      counts: row.counts,
    }));
  }

  /** A correction brings version, as-of and figures up to date; place, hour and attribution stay. */
  async save(queries: Queries, entry: ChainEntry): Promise<void> {
    const figures = json<Readonly<Record<string, number>>>(entry.figures);
    await queries
      .insertInto('incident_release')
      .values({
        incident_id: entry.incidentId,
        release_id: entry.releaseId,
        ordinal: entry.ordinal,
        version: entry.version,
        released_at: entry.releasedAt,
        as_of: entry.asOf,
        figures,
        responsible_organ_id: entry.responsibleOrganId,
        counts: entry.counts,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['incident_id', 'release_id'])
          .doUpdateSet({ version: entry.version, as_of: entry.asOf, figures }),
      )
      .execute();
  }

  async addReduction(
    queries: Queries,
    reduction: Reduction & { readonly incidentId: string; readonly statedBy: string },
  ): Promise<void> {
    await queries
      .insertInto('incident_reduction')
      .values({
        id: newId(),
        incident_id: reduction.incidentId,
        release_id: reduction.releaseId,
        digest: reduction.digest,
        reason: reduction.reason,
        stated_by: reduction.statedBy,
        stated_at: this.clock.now(),
      })
      .execute();
  }

  async reductions(queries: Queries, incidentId: string): Promise<readonly Reduction[]> {
    const rows = await queries
      .selectFrom('incident_reduction')
      .select(['release_id', 'digest', 'reason'])
      .where('incident_id', '=', incidentId)
      .orderBy('stated_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ releaseId: row.release_id, digest: row.digest, reason: row.reason }));
  }
}
