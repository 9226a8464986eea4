import type { AuditTrail } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { ReleaseChange, ReleaseFollower } from '@koujing/release';
import type { SignatureStore } from './signature-store.sql.js';

/** Follows edits: exactly the signatures whose content changed lose their force, and say why. */
export class VoidSignatures implements ReleaseFollower {
  constructor(
    private readonly signatures: SignatureStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async follow(queries: Queries, change: ReleaseChange): Promise<void> {
    if (change.kind !== 'revised' && change.kind !== 'withdrawn') return;
    const { release, version, actor } = change;
    const revised = change.kind === 'revised';
    const text = revised ? `内容已修改为第 ${version.version} 版。` : '稿件已撤下。';
    const digest = revised ? version.digest : null;
    const voided = await this.signatures.voidOthers(queries, release, digest, { at: this.clock.now(), text });
    if (voided === 0) return;
    await this.audit.record(queries, {
      actor: actor.personId,
      action: 'signature.void',
      subjectKind: 'release',
      subjectId: release.id,
      digest: version.digest,
      detail: { voided, reason: text },
    });
  }
}
