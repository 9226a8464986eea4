import { accessRefusal, inOffice, may, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail, Signer } from '@koujing/audit';
import type { Database } from '@koujing/database';
import type { Clock, Reason } from '@koujing/kernel';
import { visibleRelease, type ReleaseStore } from '@koujing/release';
import { sealBundle, type Bundle } from './bundle.js';
import { collectBundle } from './collect-bundle.sql.js';

export interface ExportParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly signer: Signer;
}

/** The evidence of one release as a file. That it was taken is recorded. */
export class ExportBundle {
  constructor(private readonly parts: ExportParts) {}

  /** It holds the record, findings and rulings: for whoever may read the record of that organ. */
  reasons({ organId }: { readonly organId: string }, actor: Actor): readonly Reason[] {
    const reads = (['auditor', 'administrator'] as const).some(
      (role) => inOffice(actor, role) || may(actor, role, organId).length === 0,
    );
    return reads ? [] : [accessRefusal.lacksRole('auditor')];
  }

  /** @throws Problem `notFound`, `refused` */
  async perform(releaseId: string, actor: Actor): Promise<Bundle> {
    const { database, releases } = this.parts;
    const release = await visibleRelease(releases, database.queries, actor, releaseId);
    refuseIfAny(this.reasons(release, actor));
    return (await this.take(releaseId, actor.personId)) as Bundle;
  }

  /** Null where there is no such release. For the command line, whose user reads the whole database anyway. */
  async take(releaseId: string, by: string): Promise<Bundle | null> {
    const { database, audit, clock, signer } = this.parts;
    const parts = await database.snapshot((queries) => collectBundle(queries, releaseId));
    if (parts === null) return null;
    const bundle = sealBundle(parts, clock.now().toISOString(), signer);
    await audit.record(database.queries, {
      ...{ actor: by, action: 'release.exportBundle', subjectKind: 'release', subjectId: releaseId },
      detail: { digests: bundle.seal.digests, keyId: bundle.seal.keyId },
    });
    return bundle;
  }
}
