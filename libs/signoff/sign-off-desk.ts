import type { Actor } from '@koujing/access';
import { refuseIfAny } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { newId, type Clock, type OrganId } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import {
  heldRelease,
  releaseRefusal,
  type Release,
  type ReleaseFollower,
  type ReleaseStore,
  type ReleaseVersion,
} from '@koujing/release';
import type { Signature, SignatureStep } from './signature.js';
import type { SignatureStore } from './signature-store.sql.js';
import type { SignOff } from './sign-off.js';

/** What the verbs of this lib work with. */
export interface SignOffParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly organs: OrganStore;
  readonly signatures: SignatureStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly followers: readonly ReleaseFollower[];
}

/** Reads what a decision needs and writes a signature; the verbs say which. */
export class SignOffDesk {
  constructor(readonly parts: SignOffParts) {}

  async read(queries: Queries, release: Release, version: ReleaseVersion): Promise<SignOff> {
    const { releases, signatures, organs } = this.parts;
    const names = new Map((await organs.all(queries)).map((organ) => [organ.id, organ.name]));
    return {
      release,
      version,
      signatures: await signatures.of(queries, release.id),
      drafters: await releases.drafters(queries, release.id),
      organName: (id) => names.get(id) ?? id,
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

  async sign(queries: Queries, { release, version }: SignOff, given: Given): Promise<Signature> {
    const signature: Signature = {
      id: newId(),
      releaseId: release.id,
      version: version.version,
      digest: version.digest,
      step: given.step,
      organId: given.organId ?? release.organId,
      personId: given.actor.personId,
      decision: given.decision ?? 'agree',
      note: given.note,
      items: given.items ?? {},
      signedAt: this.parts.clock.now(),
      voidedAt: null,
      voidReason: null,
    };
    await this.parts.signatures.insert(queries, signature);
    await this.parts.audit.record(queries, {
      actor: given.actor.personId,
      action: `signature.${given.step}.${signature.decision}`,
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
      detail: { note: given.note, organId: signature.organId },
    });
    return signature;
  }
}

/** What a person gives with a signature. */
interface Given {
  readonly step: SignatureStep;
  readonly actor: Actor;
  readonly note: string;
  readonly organId?: OrganId;
  readonly decision?: 'agree' | 'return';
  readonly items?: Readonly<Record<string, boolean>>;
}
