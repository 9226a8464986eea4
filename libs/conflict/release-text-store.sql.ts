import type { Queries } from '@koujing/database';
import { civilTime, digestOf, type OrganId, type ReleaseId } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import { sql } from 'kysely';
import type { ReleaseKind, ReleaseText } from './release-text.js';
import type { StoredFacts } from './stored-facts.js';

/** A released text with its facts as they were stored with it; null where none were. */
export interface StoredText {
  readonly version: number;
  readonly text: ReleaseText;
  readonly facts: StoredFacts | null;
}

/** A released text with its place in the order of release. */
export interface SequencedText extends StoredText {
  readonly gateSeq: number;
  /** It was out and has been taken back: nothing is compared with it any more. */
  readonly withdrawn: boolean;
  /** Written by the very transaction that reads it, which may still be rolled back. */
  readonly uncommitted: boolean;
}

/** What a finding needs to know of a release that it names. */
export interface NamedText {
  readonly version: number;
  readonly organId: OrganId;
  readonly title: string;
  readonly matter: string | null;
  readonly createdAt: Date;
  /** Of the text without spaces and punctuation: a copy is known by it. */
  readonly textDigest: string;
}

/** Narrow read model: releases as the detector reads them. */
export class ReleaseTextStore {
  /**
   * Everything released, corrected or withdrawn after `gateSeq`, in order, as the public has it: a correction that is
   * still on its way does not count. Under the gate's lock, or as a prefix of it without.
   */
  async releasedAfter(queries: Queries, gateSeq: number): Promise<readonly SequencedText[]> {
    const rows = await textsWithFacts(queries)
      .where('release.gate_seq', '>', gateSeq)
      .orderBy('release.gate_seq')
      .execute();
    const names = await organNames(queries, rows);
    return rows.map((row) => ({
      ...storedText(row, names),
      gateSeq: row.gate_seq ?? 0,
      withdrawn: row.state === 'withdrawn',
      uncommitted: row.uncommitted,
    }));
  }

  /** The last place given in the order of release; 0 before the first. */
  async lastPlace(queries: Queries): Promise<Pick<SequencedText, 'gateSeq' | 'uncommitted'>> {
    const row = await queries
      .selectFrom('release')
      .select(['gate_seq', uncommitted])
      .where('gate_seq', 'is not', null)
      .orderBy('gate_seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { gateSeq: Number(row?.gate_seq ?? 0), uncommitted: row?.uncommitted ?? false };
  }

  /**
   * What the public has of the releases of a time, and what replaced one of them whenever it went out; page by page, since a month of
   * texts with their facts is hundreds of megabytes.
   */
  async *releasedWithin(
    queries: Queries,
    { from, to }: { readonly from: Date; readonly to: Date | null },
  ): AsyncGenerator<readonly StoredText[]> {
    const inTime = sql<boolean>`release.released_at >= ${from} and (${to}::timestamptz is null or release.released_at < ${to})`;
    const within = textsWithFacts(queries)
      .where('release.state', '<>', 'withdrawn')
      .where((where) =>
        where.or([
          inTime,
          where('release.supersedes', 'in', queries.selectFrom('release').select('release.id').where(inTime)),
        ]),
      )
      .orderBy('release.gate_seq')
      .limit(PAGE);
    for (let after = 0, more = true; more;) {
      const rows: readonly FactsRow[] = await within.where('release.gate_seq', '>', after).execute();
      const names = await organNames(queries, rows);
      yield rows.map((row) => storedText(row, names));
      more = rows.length === PAGE;
      after = Number(rows.at(-1)?.gate_seq ?? 0);
    }
  }

  /** One release in its current version, as if it were published at `at`. */
  async candidate(queries: Queries, releaseId: ReleaseId, at: Date): Promise<ReleaseText | null> {
    const row = await texts(queries, 'version').where('release.id', '=', releaseId).executeTakeFirst();
    return row === undefined ? null : textOf(row, await organNames(queries, [row]), row.released_at ?? at);
  }

  /** The releases that a finding names, in their current versions. */
  async named(queries: Queries, ids: readonly ReleaseId[]): Promise<ReadonlyMap<ReleaseId, NamedText>> {
    if (ids.length === 0) return new Map();
    const rows = await texts(queries, 'version')
      .where('release.id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          version: row.version,
          organId: row.organ_id,
          title: row.title,
          matter: row.matter,
          createdAt: row.created_at,
          textDigest: digestOf(`${row.title}\n${row.plain}`.normalize('NFKC').replace(/[\s\p{P}]/gu, '')),
        },
      ]),
    );
  }

  /** Releases on a matter that are still to go out, with who drafted them. */
  async pendingOn(
    queries: Queries,
    matterId: string,
  ): Promise<readonly { readonly id: ReleaseId; readonly title: string; readonly draftedBy: string }[]> {
    return queries
      .selectFrom('release')
      .select(['id', 'title', 'drafted_by as draftedBy'])
      .where('matter', '=', matterId)
      .where('state', 'not in', ['released', 'withdrawn'])
      .orderBy('id')
      .execute();
  }

  /** What went out since `from`, by this organ, jointly with it, or linked to the matter; oldest first. */
  async releasedOn(
    queries: Queries,
    {
      organId,
      matterId,
      from,
    }: { readonly organId: OrganId; readonly matterId: string; readonly from: Date },
  ): Promise<readonly (ReleaseText & { readonly linked: boolean })[]> {
    const rows = await texts(queries, 'released_version')
      .where('release.state', '<>', 'withdrawn')
      .where('release.released_at', '>=', from)
      .where((where) =>
        where.or([
          where('release.organ_id', '=', organId),
          where('release.matter', '=', matterId),
          sql<boolean>`release.joint_organ_ids ? ${organId}`,
        ]),
      )
      .orderBy('release.released_at')
      .execute();
    const names = await organNames(queries, rows);
    return rows.map((row) => ({
      ...textOf(row, names, row.released_at ?? row.created_at),
      linked: row.matter === matterId,
    }));
  }
}

/** The row's last writer is the transaction at hand. */
const uncommitted = sql<boolean>`coalesce(release.xmin = pg_current_xact_id_if_assigned()::xid, false)`.as(
  'uncommitted',
);

const texts = (queries: Queries, version: 'version' | 'released_version') =>
  queries
    .selectFrom('release')
    .innerJoin('release_version', (join) =>
      join
        .onRef('release_version.release_id', '=', 'release.id')
        .onRef('release_version.version', '=', `release.${version}`),
    )
    .select([
      'release.id',
      'release.organ_id',
      'release.kind',
      'release.joint_organ_ids',
      'release.relay_of',
      'release.supersedes',
      'release.matter',
      'release.released_at',
      'release.created_at',
      'release.gate_seq',
      'release.state',
      uncommitted,
      'release_version.version',
      'release_version.title',
      'release_version.plain',
    ]);

/** Some twenty megabytes: each page looks through the span's index once. */
const PAGE = 5_000;

const textsWithFacts = (queries: Queries) =>
  texts(queries, 'released_version')
    .leftJoin('release_facts', (join) =>
      join
        .onRef('release_facts.release_id', '=', 'release.id')
        .onRef('release_facts.version', '=', 'release.released_version'),
    )
    .select(['release_facts.key as facts_key', 'release_facts.facts']);

type FactsRow = Awaited<ReturnType<ReturnType<typeof textsWithFacts>['executeTakeFirstOrThrow']>>;

const storedText = (row: FactsRow, nameOf: (id: string) => string): StoredText => ({
  version: row.version,
  text: textOf(row, nameOf, row.released_at ?? row.created_at),
  facts:
    row.facts_key === null || row.facts === null
      ? null
      : { key: row.facts_key, bytes: new Uint8Array(row.facts) },
});

type TextRow = Awaited<ReturnType<ReturnType<typeof texts>['executeTakeFirstOrThrow']>>;

const organNames = async (
  queries: Queries,
  rows: readonly Pick<TextRow, 'organ_id' | 'joint_organ_ids'>[],
): Promise<(id: string) => string> => {
  const organ = await organRefs(
    queries,
    rows.flatMap((row) => [row.organ_id, ...row.joint_organ_ids]),
  );
  return (id) => organ(id).name;
};

const ORGAN = 'organ:';

const textOf = (row: TextRow, nameOf: (id: string) => string, publishedAt: Date): ReleaseText => ({
  id: row.id,
  organ: nameOf(row.organ_id),
  title: row.title,
  body: row.plain,
  publishedAt: civilTime(publishedAt),
  kind: row.kind as ReleaseKind,
  jointWith: row.joint_organ_ids.map(nameOf),
  ...(row.relay_of === null ? {} : { relayOf: relayOf(row.relay_of) }),
  ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
});

const relayOf = (column: string): string | { readonly organ: string } =>
  column.startsWith(ORGAN) ? { organ: column.slice(ORGAN.length) } : column;
