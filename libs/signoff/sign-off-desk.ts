import type { Actor, PersonStore } from '@koujing/access';
import { refuseIfAny } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { AuthorisationStore, DelegationStore } from '@koujing/authorisation';
import type { Database, Queries } from '@koujing/database';
import { newId, type Clock, type OrganId, type PersonId } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import {
  heldRelease,
  releaseRefusal,
  type Release,
  type ReleaseFollower,
  type ReleaseStore,
  type ReleaseVersion,
  type StandingRelease,
} from '@koujing/release';
import { chainOf } from './chain.js';
import type { ChainStore } from './chain-store.sql.js';
import { fullChecklist } from './checklist.js';
import { wayOf } from './kept-chain.js';
import type { Signature, SignatureStep } from './signature.js';
import type { SignatureStore } from './signature-store.sql.js';
import { missingSignatures, type SignOff } from './sign-off.js';
import type { SignOffRules } from './sign-off-rules.js';
import type { TellSigners } from './tell-signers.js';

/** What the verbs of this lib work with. */
export interface SignOffParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly signatures: SignatureStore;
  readonly chains: ChainStore;
  readonly authorisations: AuthorisationStore;
  readonly delegations: DelegationStore;
  readonly rules: { readonly signOff: SignOffRules };
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly followers: readonly ReleaseFollower[];
  readonly signers: TellSigners;
}

/** Reads what a decision needs and writes a signature; the verbs say which. */
export class SignOffDesk {
  constructor(readonly parts: SignOffParts) {}

  async read(queries: Queries, release: Release, version: ReleaseVersion): Promise<SignOff> {
    const [read] = await this.readAll(queries, [{ release, version }]);
    if (read === undefined) throw new Error(`release ${release.id} was not read`);
    return read;
  }

  /** The same of many in the statements of one: a queue is asked for on every page. */
  async readAll(queries: Queries, standing: readonly StandingRelease[]): Promise<readonly SignOff[]> {
    if (standing.length === 0) return [];
    const { releases, signatures, chains, organs, authorisations, delegations, rules, clock } = this.parts;
    const byId = new Map((await organs.all(queries)).map((organ) => [organ.id, organ]));
    const now = clock.now();
    const ids = standing.map(({ release }) => release.id);
    const approving = standing.flatMap(({ release }) => [
      release.organId,
      ...(release.superiorOrganId === null ? [] : [release.superiorOrganId]),
    ]);
    const signing = standing.flatMap(({ release }) => [release.organId, ...release.jointOrganIds]);
    const kept = await chains.ofAll(queries, ids);
    const signed = await signatures.ofAll(queries, ids);
    const drafters = await releases.draftersOfAll(queries, ids);
    const common = {
      organName: (id: OrganId) => byId.get(id)?.name ?? id,
      checklist: fullChecklist(rules.signOff.checklist),
      signatureDays: rules.signOff.signatureDays.value,
      authorisations: await authorisations.of(queries, [...new Set(approving)]),
      delegations: await delegations.inForce(queries, [...new Set(signing)], now),
      now,
    };
    return standing.map(({ release, version }) => ({
      ...common,
      release,
      version,
      signatures: signed.filter(({ releaseId }) => releaseId === release.id),
      drafters: drafters.get(release.id) ?? new Set(),
      chain: wayOf(release, kept, () =>
        chainOf(rules.signOff.chains, release.kind, byId.get(release.organId)?.level ?? 'city'),
      ),
    }));
  }

  /** Runs `work` on the release held for writing, after making sure the person saw this very content. */
  onDigest<T>(
    signing: { readonly releaseId: string; readonly digest: string; readonly actor: Actor },
    work: (queries: Queries, signOff: SignOff) => Promise<T>,
  ): Promise<T> {
    const { database, releases } = this.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, signing.actor, signing.releaseId);
      if (version.digest !== signing.digest) refuseIfAny([releaseRefusal.digestChanged]);
      return work(queries, await this.read(queries, release, version));
    });
  }

  /** Stores the signature; with the last one that the chain asks for the release is approved. */
  async sign(queries: Queries, signOff: SignOff, given: Given): Promise<Signature> {
    const { release, version } = signOff;
    const signature: Signature = {
      id: newId(),
      releaseId: release.id,
      version: version.version,
      digest: version.digest,
      step: given.step,
      organId: given.organId ?? release.organId,
      personId: given.actor.personId,
      onBehalfOf: given.onBehalfOf ?? null,
      authorisationId: given.authorisationId ?? null,
      decision: given.decision ?? 'agree',
      note: given.note,
      items: given.items ?? {},
      signedAt: this.parts.clock.now(),
      voidedAt: null,
      voidReason: null,
    };
    await this.parts.signatures.insert(queries, signature);
    const { organId, onBehalfOf, authorisationId } = signature;
    await this.parts.audit.record(queries, {
      actor: given.actor.personId,
      action: `signature.${given.step}.${signature.decision}`,
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
      detail: {
        ...{ note: given.note, organId },
        ...(onBehalfOf === null ? {} : { onBehalfOf }),
        ...(authorisationId === null ? {} : { authorisationId }),
      },
    });
    if (signature.decision === 'agree') await this.settle(queries, signOff, { release, actor: given.actor });
    return signature;
  }

  /** After an act on a submitted release: whose turn it now is, is told; one that lacks nothing any more is approved. */
  async settle(
    queries: Queries,
    before: SignOff,
    now: { readonly release: Release; readonly actor: Actor },
  ): Promise<void> {
    if (now.release.state !== 'submitted') return;
    const { releases, followers, signers, clock } = this.parts;
    const { version } = before;
    const { actor } = now;
    const signOff = await this.read(queries, now.release, version);
    if (missingSignatures(signOff).length > 0) return signers.turns(queries, before, signOff);
    const release = await releases.write(queries, now.release.id, { state: 'approved', at: clock.now() });
    for (const follower of followers)
      await follower.follow(queries, { kind: 'approved', release, version, actor });
  }
}

/** What a person gives with a signature. */
interface Given {
  readonly step: SignatureStep;
  readonly actor: Actor;
  readonly note: string;
  readonly organId?: OrganId;
  /** The colleague whose desk the person holds. */
  readonly onBehalfOf?: PersonId | null;
  readonly authorisationId?: string | null;
  readonly decision?: 'agree' | 'return';
  readonly items?: Readonly<Record<string, boolean>>;
}
