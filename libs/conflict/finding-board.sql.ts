import { sql } from 'kysely';
import { personRefs, type Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, type FindingId } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import type { ReleaseState } from '@koujing/release';
import type {
  CorrectionDutyView,
  FindingList,
  FindingQuery,
  FindingSummary,
  FindingView,
} from './conflict.api.js';
import type { DutyStore } from './correction-duty-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import { dutyView, organsOfDuties, outsideView, rulingView, type Names } from './finding-views.js';
import { valueInWords } from './judge/said-facts.js';
import type { Ruling, StoredFinding } from './stored-finding.js';

/** The organs of some findings that are between two sites outside. */
export type OutsideOrgans = (
  some: readonly StoredFinding[],
) => readonly FindingSummary['releases'][number]['organ'][];

/** Narrow read model of the conflict pages: findings with their releases, organs and rulings by name. */
export class FindingBoard {
  constructor(
    private readonly findings: FindingStore,
    private readonly duties: DutyStore,
  ) {}

  async page(queries: Queries, visibility: Visibility, query: FindingQuery): Promise<FindingList> {
    let found = queries.selectFrom('finding');
    if (!visibility.all) found = found.where(visibleFinding(visibility.organIds));
    if (query.state !== undefined) found = found.where('finding.state', '=', query.state);
    if (query.kind !== undefined) found = found.where('finding.kind', '=', query.kind);
    if (query.severity !== undefined) found = found.where('finding.severity', '=', query.severity);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .select('finding.id')
      .orderBy('finding.raised_at', 'desc')
      .orderBy('finding.id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = await this.summaries(
      queries,
      rows.map((row) => row.id),
    );
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /** In the order of `ids`; those that this person may not see are left out. */
  async summaries(
    queries: Queries,
    ids: readonly FindingId[],
    visibility?: Visibility,
  ): Promise<FindingSummary[]> {
    const seen = visibility === undefined ? ids : await this.seen(queries, ids, visibility);
    return this.view(queries, await this.findings.all(queries, seen));
  }

  /** All that one release is named in, closed ones left out. */
  async ofRelease(queries: Queries, releaseId: string, visibility: Visibility): Promise<FindingSummary[]> {
    const findings = await this.findings.ofRelease(queries, releaseId);
    return this.summaries(
      queries,
      findings.map(({ id }) => id),
      visibility,
    );
  }

  async seen(
    queries: Queries,
    ids: readonly FindingId[],
    visibility: Visibility,
  ): Promise<readonly FindingId[]> {
    if (visibility.all || ids.length === 0) return ids;
    const rows = await queries
      .selectFrom('finding')
      .select('id')
      .where('id', 'in', [...ids])
      .where(visibleFinding(visibility.organIds))
      .execute();
    const allowed = new Set(rows.map((row) => row.id));
    return ids.filter((id) => allowed.has(id));
  }

  /** Summary, texts as compared, and every ruling so far. */
  async full(queries: Queries, finding: StoredFinding): Promise<Omit<FindingView, 'actions'>> {
    const [summary] = await this.view(queries, [finding]);
    if (summary === undefined) throw new Error(`finding ${finding.id} has no summary`);
    const rulings = await this.findings.rulings(queries, [finding.id]);
    const duties = await this.duties.ofFinding(queries, finding.id);
    const names = await this.names(queries, organsOfDuties(duties), rulings);
    return {
      ...summary,
      facts: finding.facts.map(({ attribute, a, b }) => ({
        attribute,
        a: { ...a, value: valueInWords(attribute, a.value) },
        b: { ...b, value: valueInWords(attribute, b.value) },
      })),
      texts: await this.texts(queries, finding.id),
      rulings: rulings.map((ruling) => rulingView(ruling, finding, names)),
      duties: duties.map((duty) => dutyView(duty, names)),
    };
  }

  /** Releases as findings name them, in their current versions; visibility is the caller's. */
  async releases(
    queries: Queries,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, FindingSummary['releases'][number]>> {
    if (ids.length === 0) return new Map();
    const rows = await queries
      .selectFrom('release')
      .select(['id', 'number', 'title', 'organ_id', 'state', 'version', 'released_at'])
      .where('id', 'in', [...ids])
      .execute();
    const names = await this.names(
      queries,
      rows.map((row) => row.organ_id),
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...{ id: row.id, number: row.number, title: row.title, version: row.version },
          organ: names.organ(row.organ_id),
          state: row.state as ReleaseState,
          releasedAt: row.released_at === null ? null : civilTime(row.released_at),
        },
      ]),
    );
  }

  /** What organs owe on this release after rulings, newest first. */
  async dutiesOf(queries: Queries, releaseIds: readonly string[]): Promise<CorrectionDutyView[]> {
    const duties = await this.duties.ofReleases(queries, releaseIds);
    const names = await this.names(queries, organsOfDuties(duties));
    return duties.map((duty) => dutyView(duty, names));
  }

  /** Those of two sites outside that are held against each other: it is theirs to mend. */
  async outsideOrgans(queries: Queries, findings: readonly StoredFinding[]): Promise<OutsideOrgans> {
    const pairOf = ({ outside, outsideOther }: StoredFinding): readonly string[] =>
      outside === undefined || outsideOther === undefined ? [] : [outside.organId, outsideOther.organId];
    if (findings.every((finding) => pairOf(finding).length === 0)) return () => [];
    const names = await this.names(queries, findings.flatMap(pairOf));
    return (some) => [...new Set(some.flatMap(pairOf))].map(names.organ);
  }

  private async texts(queries: Queries, id: FindingId): Promise<FindingView['texts']> {
    const rows = await queries
      .selectFrom('finding_release')
      .innerJoin('release_version', (join) =>
        join
          .onRef('release_version.release_id', '=', 'finding_release.release_id')
          .onRef('release_version.version', '=', 'finding_release.version'),
      )
      .select(['release_version.release_id', 'release_version.version', 'digest', 'title', 'plain'])
      .where('finding_release.finding_id', '=', id)
      .orderBy('finding_release.position')
      .execute();
    return rows.map((row) => ({
      releaseId: row.release_id,
      version: row.version,
      digest: row.digest,
      title: row.title,
      body: row.plain,
    }));
  }

  private async view(queries: Queries, findings: readonly StoredFinding[]): Promise<FindingSummary[]> {
    if (findings.length === 0) return [];
    const matters = await matterTitles(queries, findings);
    const rows = await queries
      .selectFrom('finding_release')
      .innerJoin('release', 'release.id', 'finding_release.release_id')
      .select([
        'finding_release.finding_id',
        'finding_release.version',
        'release.id',
        'number',
        'title',
        'organ_id',
      ])
      .select(['release.state', 'released_at'])
      .where(
        'finding_release.finding_id',
        'in',
        findings.map(({ id }) => id),
      )
      .orderBy('finding_release.position')
      .execute();
    const names = await this.names(
      queries,
      rows.map((row) => row.organ_id),
      findings.flatMap(({ ruling }) => ruling ?? []),
    );
    return findings.map((finding) => ({
      id: finding.id,
      kind: finding.kind,
      severity: finding.severity,
      state: finding.state,
      confidence: finding.confidence,
      explanation: finding.explanation,
      explanationEn: finding.explanationEn,
      matter: matterOf(finding.matter, matters),
      groupId: finding.groupId,
      releases: rows
        .filter((row) => row.finding_id === finding.id)
        .map((row) => ({
          id: row.id,
          number: row.number,
          title: row.title,
          organ: names.organ(row.organ_id),
          version: row.version,
          state: row.state as ReleaseState,
          releasedAt: row.released_at === null ? null : civilTime(row.released_at),
        })),
      ruling: finding.ruling === null ? null : rulingView(finding.ruling, finding, names),
      raisedAt: civilTime(finding.raisedAt),
      updatedAt: civilTime(finding.updatedAt),
      closedReason: finding.closedReason,
      closedReasonEn: finding.closedReasonEn,
      outside: outsideView(finding.outside),
      outsideOther: outsideView(finding.outsideOther),
    }));
  }

  /** Of these organs, and of the persons and the leading organs of rulings. */
  private async names(
    queries: Queries,
    organIds: readonly string[],
    rulings: readonly Ruling[] = [],
  ): Promise<Names> {
    const leading = rulings.flatMap(({ leadOrganId }) => leadOrganId ?? []);
    const persons = rulings.map(({ ruledBy }) => ruledBy);
    return {
      organ: await organRefs(queries, [...organIds, ...leading]),
      person: await personRefs(queries, persons),
    };
  }
}

const matterTitles = async (
  queries: Queries,
  findings: readonly StoredFinding[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = findings.flatMap(({ matter }) => matter ?? []);
  if (ids.length === 0) return new Map();
  const rows = await queries.selectFrom('matter').select(['id', 'title']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
};

const matterOf = (id: string | undefined, titles: ReadonlyMap<string, string>): FindingSummary['matter'] =>
  id === undefined ? null : { id, title: titles.get(id) ?? id };

/** A finding shows all its texts, so all of them must be visible (`sees` in libs/access); a gap is its owner's too, two texts
 * outside are their organs'. */
export const visibleFinding = (organIds: readonly string[]) => sql<boolean>`(
  (exists (select 1 from finding_release named where named.finding_id = finding.id) or exists (
    select 1 from matter where matter.id = finding.matter and matter.owner_organ_id = any(${[...organIds]}::text[]))
    or (finding.outside_other is not null and
      array[finding.outside ->> 'organId', finding.outside_other ->> 'organId'] && ${[...organIds]}::text[])
    or (finding.key like 'duty:%' and split_part(finding.key, '@', 2) = any(${[...organIds]}::text[])))
  and not exists (
    select 1 from finding_release named join release on release.id = named.release_id
    where named.finding_id = finding.id and not (
      (release.released_version is not null and release.state <> 'withdrawn') or release.organ_id = any(${[...organIds]}::text[])
      or exists (select 1 from jsonb_array_elements_text(release.joint_organ_ids) joint
                 where joint = any(${[...organIds]}::text[])))))`;
