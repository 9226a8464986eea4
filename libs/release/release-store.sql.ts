import { json, type Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import type { Release, ReleaseState, ReleaseVersion } from './release.js';
import {
  releaseOf,
  relayColumn,
  releaseValues,
  versionOf,
  versionValues,
  type ReleaseRow,
} from './release-row.sql.js';

/** What a write may change beside the state; everything else is fixed at draft. */
export type ReleasePatch = Partial<
  Pick<
    Release,
    | 'kind'
    | 'version'
    | 'title'
    | 'jointOrganIds'
    | 'superiorOrganId'
    | 'relayOf'
    | 'supersedes'
    | 'matter'
    | 'scheduledAt'
    | 'releasedAt'
    | 'gateSeq'
    | 'holdReason'
  >
>;

/** A release and the text that it stands in now. */
export interface StandingRelease {
  readonly release: Release;
  readonly version: ReleaseVersion;
}

export class ReleaseStore {
  async insert(queries: Queries, release: Release): Promise<void> {
    await queries.insertInto('release').values(releaseValues(release)).execute();
  }

  /** Many at once, each with its one version and no pictures: what an import stores. */
  async insertAll(
    queries: Queries,
    stored: readonly { readonly release: Release; readonly version: ReleaseVersion }[],
  ): Promise<void> {
    if (stored.length === 0) return;
    await queries
      .insertInto('release')
      .values(stored.map(({ release }) => releaseValues(release)))
      .execute();
    await queries
      .insertInto('release_version')
      .values(stored.map(({ version }) => versionValues(version)))
      .execute();
  }

  async find(queries: Queries, id: ReleaseId): Promise<Release | null> {
    const row = await queries.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : releaseOf(row);
  }

  /** The same, held until the transaction ends: whoever acts on a release does so alone. */
  async lock(queries: Queries, id: ReleaseId): Promise<Release | null> {
    const query = queries.selectFrom('release').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : releaseOf(row);
  }

  /**
   * Writes state and patch, raises the revision, and returns the release as it then is. What becomes `released` is out
   * in its current version from then on.
   */
  async write(
    queries: Queries,
    id: ReleaseId,
    change: ReleasePatch & { readonly state: ReleaseState; readonly at: Date },
  ): Promise<Release> {
    const row = await queries
      .updateTable('release')
      .set((column) => ({
        ...columnsOf(change),
        state: change.state,
        ...(change.state === 'released' ? { released_version: change.version ?? column.ref('version') } : {}),
        revision: column('revision', '+', 1),
        updated_at: change.at,
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return releaseOf(row);
  }

  async insertVersion(queries: Queries, version: ReleaseVersion): Promise<void> {
    await queries.insertInto('release_version').values(versionValues(version)).execute();
    if (version.images.length === 0) return;
    const images = version.images.map((image, position) => ({
      release_id: version.releaseId,
      version: version.version,
      sha256: image.sha256,
      alt: image.alt,
      position,
    }));
    await queries.insertInto('release_image').values(images).execute();
  }

  /** Oldest first. */
  async versions(queries: Queries, id: ReleaseId): Promise<readonly ReleaseVersion[]> {
    const rows = await queries
      .selectFrom('release_version')
      .selectAll()
      .where('release_id', '=', id)
      .orderBy('version')
      .execute();
    const images = await queries
      .selectFrom('release_image')
      .selectAll()
      .where('release_id', '=', id)
      .orderBy('position')
      .execute();
    return rows.map((row) =>
      versionOf(
        row,
        images.filter((image) => image.version === row.version),
      ),
    );
  }

  /** Numbers are never given twice, also not that of a correction that was abandoned. */
  async nextVersion(queries: Queries, id: ReleaseId): Promise<number> {
    const { last } = await queries
      .selectFrom('release_version')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('release_id', '=', id)
      .executeTakeFirstOrThrow();
    return last + 1;
  }

  async version(queries: Queries, id: ReleaseId, version: number): Promise<ReleaseVersion | null> {
    const versions = await this.versions(queries, id);
    return versions.find((candidate) => candidate.version === version) ?? null;
  }

  /** Each with its current version, in the order of `ids`; what is not there is left out. */
  async standing(queries: Queries, ids: readonly ReleaseId[]): Promise<readonly StandingRelease[]> {
    if (ids.length === 0) return [];
    const among = [...ids];
    const releases = await queries.selectFrom('release').selectAll().where('id', 'in', among).execute();
    const versions = await queries
      .selectFrom('release_version')
      .innerJoin('release', (join) =>
        join
          .onRef('release.id', '=', 'release_version.release_id')
          .onRef('release.version', '=', 'release_version.version'),
      )
      .selectAll('release_version')
      .where('release.id', 'in', among)
      .execute();
    const images = await queries
      .selectFrom('release_image')
      .selectAll()
      .where('release_id', 'in', among)
      .orderBy('position')
      .execute();
    return ids.flatMap((id) => {
      const row = releases.find((release) => release.id === id);
      const version = versions.find((each) => each.release_id === id);
      if (row === undefined || version === undefined) return [];
      const own = images.filter((image) => image.release_id === id && image.version === version.version);
      return [{ release: releaseOf(row), version: versionOf(version, own) }];
    });
  }

  /** Everyone who wrote a version: none of them may review or approve (DESIGN: "Two persons"). */
  async drafters(queries: Queries, id: ReleaseId): Promise<ReadonlySet<string>> {
    return (await this.draftersOfAll(queries, [id])).get(id) ?? new Set();
  }

  /** The same of many. */
  async draftersOfAll(
    queries: Queries,
    ids: readonly ReleaseId[],
  ): Promise<ReadonlyMap<ReleaseId, ReadonlySet<string>>> {
    if (ids.length === 0) return new Map();
    const rows = await queries
      .selectFrom('release_version')
      .select(['release_id', 'drafted_by'])
      .distinct()
      .where('release_id', 'in', [...ids])
      .execute();
    const drafters = new Map<ReleaseId, Set<string>>();
    for (const row of rows)
      drafters.set(row.release_id, (drafters.get(row.release_id) ?? new Set()).add(row.drafted_by));
    return drafters;
  }

  /** On this matter, handed in, and never out. */
  async waitingOn(queries: Queries, matterId: string): Promise<readonly Release[]> {
    const rows = await queries
      .selectFrom('release')
      .selectAll()
      .where('matter', '=', matterId)
      .where('released_version', 'is', null)
      .where('state', 'not in', ['draft', 'withdrawn'])
      .orderBy('id')
      .execute();
    return rows.map(releaseOf);
  }

  /** Releases whose hour has come, in the order of their hours. */
  async due(queries: Queries, now: Date): Promise<readonly Release[]> {
    const rows = await queries
      .selectFrom('release')
      .selectAll()
      .where('state', '=', 'scheduled')
      .where('scheduled_at', '<=', now)
      .orderBy('scheduled_at')
      .orderBy('id')
      .execute();
    return rows.map(releaseOf);
  }

  /** What was imported already, by the address of its line. */
  async imported(queries: Queries, addresses: readonly string[]): Promise<ReadonlyMap<string, Release>> {
    if (addresses.length === 0) return new Map();
    const rows: ReleaseRow[] = await queries
      .selectFrom('release')
      .selectAll()
      .where('imported_from', 'in', [...addresses])
      .execute();
    return new Map(rows.map((row) => [row.imported_from ?? '', releaseOf(row)]));
  }
}

const columnsOf = (change: ReleasePatch) => ({
  ...(change.kind === undefined ? {} : { kind: change.kind }),
  ...(change.version === undefined ? {} : { version: change.version }),
  ...(change.title === undefined ? {} : { title: change.title }),
  ...(change.jointOrganIds === undefined ? {} : { joint_organ_ids: json(change.jointOrganIds) }),
  ...(change.superiorOrganId === undefined ? {} : { superior_organ_id: change.superiorOrganId }),
  ...(change.relayOf === undefined ? {} : { relay_of: relayColumn(change.relayOf) }),
  ...(change.supersedes === undefined ? {} : { supersedes: change.supersedes }),
  ...(change.matter === undefined ? {} : { matter: change.matter }),
  ...(change.scheduledAt === undefined ? {} : { scheduled_at: change.scheduledAt }),
  ...(change.releasedAt === undefined ? {} : { released_at: change.releasedAt }),
  ...(change.gateSeq === undefined ? {} : { gate_seq: change.gateSeq }),
  ...(change.holdReason === undefined ? {} : { hold_reason: change.holdReason }),
});
