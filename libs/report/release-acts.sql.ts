import type { Queries } from '@koujing/database';
import type { Authorisation, AuthorisationStore } from '@koujing/authorisation';
import { civilTime } from '@koujing/kernel';
import { organRefs, type NameOrgan } from '@koujing/organ';
import type { ReleaseKind } from '@koujing/release';
import { scanForSecrets, type SignatureStep } from '@koujing/signoff';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { actsOfRelease, type ReleasedVersion, type SignatureFact } from './acts-of-release.js';
import { authorityAtSigning } from './authority-at-signing.js';
import { perLook } from './per-look.js';
import type { EvidenceView } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

/**
 * Versions that went out and were not looked at yet; each is looked at once, in the transaction that opens its cases. A release
 * that somebody is at is left to the next minute: whoever holds it may want its clocks, which the watch holds.
 */
export class ReleaseActs implements ActSource {
  constructor(
    private readonly rules: ViolationRules,
    private readonly authorisations: AuthorisationStore,
  ) {}

  async acts(queries: Queries): Promise<readonly Act[]> {
    const released = await unexamined(queries);
    if (released.length === 0) return [];
    const organ = await organRefs(
      queries,
      released.flatMap((row) => [row.organ_id, ...row.joint_organ_ids]),
    );
    const acts: Act[] = [];
    for (const row of released) {
      const version = await versionOf(queries, row, { organ, authorisations: this.authorisations });
      if (version !== null)
        acts.push(
          ...actsOfRelease(version, scanForSecrets(`${version.title}\n${version.plain}`), this.rules),
        );
    }
    await markExamined(queries, released);
    return acts;
  }
}

type Row = Awaited<ReturnType<typeof unexamined>>[number];

const unexamined = async (queries: Queries) => {
  const rows = await queries
    .selectFrom('release')
    .select(['id', 'organ_id', 'kind', 'joint_organ_ids', 'released_version', 'released_at'])
    .where('released_version', 'is not', null)
    .where('released_at', 'is not', null)
    .where('imported_from', 'is', null)
    .where(sql<boolean>`released_version is distinct from examined_version`)
    .orderBy('released_at')
    .limit(perLook)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  return rows.flatMap(({ released_version: version, released_at: at, ...row }) =>
    version === null || at === null ? [] : [{ ...row, version, at }],
  );
};

/** As they were read: what went out since is looked at in its turn. */
const markExamined = async (queries: Queries, released: readonly Row[]): Promise<void> => {
  const examined = sql.join(released.map(({ id, version }) => sql`(${id}, ${version}::integer)`));
  await sql`update release set examined_version = e.version
    from (values ${examined}) as e (id, version) where release.id = e.id`.execute(queries);
};

const versionOf = async (
  queries: Queries,
  row: Row,
  { organ, authorisations }: { organ: NameOrgan; authorisations: AuthorisationStore },
): Promise<ReleasedVersion | null> => {
  const version = await queries
    .selectFrom('release_version')
    .select(['title', 'plain', 'digest', 'drafted_by'])
    .where('release_id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (version === undefined) return null;
  const name = (id: string): string => organ(id).name;
  return {
    ...{ releaseId: row.id, version: row.version, digest: version.digest, title: version.title },
    ...{ plain: version.plain, draftedBy: version.drafted_by, releasedAt: row.at },
    ...{ organId: row.organ_id, organName: name(row.organ_id) },
    jointOrgans: row.joint_organ_ids.map((id) => ({ id, name: name(id) })),
    signatures: await signaturesOf(queries, { ...row, title: version.title }, authorisations),
    deliveries: await deliveriesOf(queries, row),
  };
};

const signaturesOf = async (
  queries: Queries,
  release: Row & { readonly title: string },
  authorisations: AuthorisationStore,
): Promise<readonly SignatureFact[]> => {
  const rows = await queries
    .selectFrom('signature')
    .leftJoin('person', 'person.id', 'signature.person_id')
    .selectAll('signature')
    .select('person.name')
    .where('release_id', '=', release.id)
    .orderBy('signed_at')
    .execute();
  const recorded = await signingsOf(queries, release.id);
  const given = new Map<string, Authorisation | null>();
  for (const { authorisation_id: id } of rows)
    if (id !== null && !given.has(id)) given.set(id, await authorisations.find(queries, id));
  const { title } = release;
  return rows.map((row) => ({
    ...{
      id: row.id,
      step: row.step as SignatureStep,
      organId: row.organ_id,
      personId: row.person_id,
      digest: row.digest,
    },
    personName: row.name ?? row.person_id,
    agreed: row.decision === 'agree',
    ...{ signedAt: row.signed_at, voidedAt: row.voided_at, authorisationId: row.authorisation_id },
    authority: authorityAtSigning(
      {
        ...{ organId: row.organ_id, personId: row.person_id, signedAt: row.signed_at },
        recorded: recorded.has(`${row.person_id} ${row.step} ${row.digest}`),
        authorisation: row.authorisation_id === null ? null : (given.get(row.authorisation_id) ?? 'missing'),
      },
      { kind: release.kind as ReleaseKind, title },
    ),
  }));
};

/** Who signed what on which digest, as the audit trail has it: the verb that wrote it asked who may. */
const signingsOf = async (queries: Queries, releaseId: string): Promise<ReadonlySet<string>> => {
  const rows = await queries
    .selectFrom('audit_entry')
    .select(['actor', 'action', 'digest'])
    .where('subject_kind', '=', 'release')
    .where('subject_id', '=', releaseId)
    .where('action', 'like', 'signature.%.agree')
    .execute();
  return new Set(
    rows.map(({ actor, action, digest }) => `${actor} ${action.split('.')[1] ?? ''} ${digest ?? ''}`),
  );
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
    textEn: `${row.channel}: ${row.state}`,
    at: civilTime(row.updated_at),
    detail: { accountId: row.account_id, state: row.state },
  }));
};
