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
} from '@koujing/release';
import { chainOf } from './chain.js';
import { fullChecklist } from './checklist.js';
import type { Signature, SignatureStep } from './signature.js';
import type { SignatureStore } from './signature-store.sql.js';
import { missingSignatures, type SignOff } from './sign-off.js';
import type { SignOffRules } from './sign-off-rules.js';

/** What the verbs of this lib work with. */
export interface SignOffParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly signatures: SignatureStore;
  readonly authorisations: AuthorisationStore;
  readonly delegations: DelegationStore;
  readonly rules: { readonly signOff: SignOffRules };
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly followers: readonly ReleaseFollower[];
}

/** Reads what a decision needs and writes a signature; the verbs say which. */
export class SignOffDesk {
  constructor(readonly parts: SignOffParts) {}

  async read(queries: Queries, release: Release, version: ReleaseVersion): Promise<SignOff> {
    const { releases, signatures, organs, authorisations, delegations, rules, clock } = this.parts;
    const all = await organs.all(queries);
    const byId = new Map(all.map((organ) => [organ.id, organ]));
    const now = clock.now();
    const { organId, superiorOrganId, jointOrganIds } = release;
    const approving = [organId, ...(superiorOrganId === null ? [] : [superiorOrganId])];
    return {
      release,
      version,
      signatures: await signatures.of(queries, release.id),
      drafters: await releases.drafters(queries, release.id),
      organName: (id) => byId.get(id)?.name ?? id,
      chain: chainOf(rules.signOff.chains, release.kind, byId.get(organId)?.level ?? 'city'),
      checklist: fullChecklist(rules.signOff.checklist),
      signatureDays: rules.signOff.signatureDays.value,
      authorisations: await authorisations.of(queries, approving),
      delegations: await delegations.inForce(queries, [organId, ...jointOrganIds], now),
      now,
    };
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
  async sign(queries: Queries, { release, version }: SignOff, given: Given): Promise<Signature> {
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
    if (signature.decision === 'agree') await this.settle(queries, release, given.actor);
    return signature;
  }

  /** A submitted release that lacks nothing any more is approved. */
  async settle(queries: Queries, before: Release, actor: Actor): Promise<void> {
    if (before.state !== 'submitted') return;
    const { releases, followers, clock } = this.parts;
    const version = await releases.version(queries, before.id, before.version);
    if (version === null) throw new Error(`release ${before.id} lacks its version ${before.version}`);
    if (missingSignatures(await this.read(queries, before, version)).length > 0) return;
    const release = await releases.write(queries, before.id, { state: 'approved', at: clock.now() });
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
