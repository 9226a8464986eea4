import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { scanForSecrets } from '@koujing/signoff';
import type { Act, ActSource } from './act.js';
import { actsOfRelease, type ReleasedVersion, type SignatureFact } from './acts-of-release.js';
import { perLook } from './per-look.js';
import type { EvidenceView } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

/** Versions that went out and were not looked at yet; each is looked at once, in the transaction that opens its cases. */
export class ReleaseActs implements ActSource {
  constructor(private readonly rules: ViolationRules) {}

  async acts(queries: Queries, now: Date): Promise<readonly Act[]> {
    const released = await unexamined(queries);
    if (released.length === 0) return [];
    const names = await organNames(queries);
    const acts: Act[] = [];
    for (const row of released) {
      const version = await versionOf(queries, row, names);
      if (version !== null)
        acts.push(
          ...actsOfRelease(version, scanForSecrets(`${version.title}\n${version.plain}`), this.rules),
        );
    }
    await queries
      .insertInto('examined_release')
      .values(released.map(({ id, version }) => ({ release_id: id, version, at: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return acts;
  }
}

type Row = Awaited<ReturnType<typeof unexamined>>[number];

const unexamined = async (queries: Queries) => {
  const rows = await queries
    .selectFrom('release')
    .select(['id', 'organ_id', 'joint_organ_ids', 'released_version', 'released_at'])
    .where('released_version', 'is not', null)
    .where('released_at', 'is not', null)
    .where('imported_from', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('examined_release')
            .select('examined_release.release_id')
            .whereRef('examined_release.release_id', '=', 'release.id')
            .whereRef('examined_release.version', '=', 'release.released_version'),
        ),
      ),
    )
    .orderBy('released_at')
    .limit(perLook)
    .execute();
  return rows.flatMap(({ released_version: version, released_at: at, ...row }) =>
    version === null || at === null ? [] : [{ ...row, version, at }],
  );
};

const versionOf = async (
  queries: Queries,
  row: Row,
  names: ReadonlyMap<string, string>,
): Promise<ReleasedVersion | null> => {
  const version = await queries
    .selectFrom('release_version')
    .select(['title', 'plain', 'digest', 'drafted_by'])
    .where('release_id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (version === undefined) return null;
  const name = (id: string): string => names.get(id) ?? id;
  return {
    ...{ releaseId: row.id, version: row.version, digest: version.digest, title: version.title },
    ...{ plain: version.plain, draftedBy: version.drafted_by, releasedAt: row.at },
    ...{ organId: row.organ_id, organName: name(row.organ_id) },
    jointOrgans: row.joint_organ_ids.map((id) => ({ id, name: name(id) })),
    signatures: await signaturesOf(queries, row.id),
    deliveries: await deliveriesOf(queries, row),
  };
};

const signaturesOf = async (queries: Queries, releaseId: string): Promise<readonly SignatureFact[]> => {
  const rows = await queries
    .selectFrom('signature')
    .leftJoin('person', 'person.id', 'signature.person_id')
    .selectAll('signature')
    .select('person.name')
    .where('release_id', '=', releaseId)
    .orderBy('signed_at')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, step: row.step, organId: row.organ_id, personId: row.person_id, digest: row.digest },
    personName: row.name ?? row.person_id,
    agreed: row.decision === 'agree',
    ...{ signedAt: row.signed_at, voidedAt: row.voided_at },
  }));
};

/** A mailing has a row for each address; the case needs to know where it went, not to whom. */
const deliveriesOf = async (queries: Queries, { id, version }: Row): Promise<readonly EvidenceView[]> => {
  const rows = await queries
    .selectFrom('delivery')
    .select(['id', 'channel', 'account_id', 'state', 'updated_at'])
    .where('release_id', '=', id)
    .where('version', '=', version)
    .where('recipient', '=', '')
    .orderBy('seq')
    .limit(perLook)
    .execute();
  return rows.map((row) => ({
    ...{ kind: 'delivery' as const, id: row.id, text: `${row.channel}：${row.state}` },
    at: civilTime(row.updated_at),
    detail: { accountId: row.account_id, state: row.state },
  }));
};

const organNames = async (queries: Queries): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await queries.selectFrom('organ').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
