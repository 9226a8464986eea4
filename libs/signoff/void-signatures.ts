import type { AuditTrail } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { ReleaseChange, ReleaseFollower } from '@koujing/release';
import type { SignatureStore } from './signature-store.sql.js';

/** Why signatures fall, in words; null where they stand. */
const voidedBy = ({ kind, version }: ReleaseChange): string | null => {
  switch (kind) {
    case 'revised':
      return `内容已修改为第 ${version.version} 版。`;
    case 'withdrawn':
      return '稿件已撤下。';
    case 'takenBack':
      return '送审已由起草人收回。';
    case 'created':
    case 'relinked':
    case 'submitted':
    case 'approved':
      return null;
  }
};

/** Follows edits: exactly the signatures whose content changed lose their force, and say why. */
export class VoidSignatures implements ReleaseFollower {
  constructor(
    private readonly signatures: SignatureStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async follow(queries: Queries, change: ReleaseChange): Promise<void> {
    const text = voidedBy(change);
    if (text === null) return;
    const { release, version, actor } = change;
    const digest = change.kind === 'revised' ? version.digest : null;
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
