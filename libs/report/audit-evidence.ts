import type { RecordedEntry } from '@koujing/audit';
import { civilTime } from '@koujing/kernel';
import type { EvidenceView } from './violation.api.js';

/** Who did what to the subject, as the trail has it (Art.41). */
export const auditEvidence = ({ id, at, actor, action, digest }: RecordedEntry): EvidenceView => ({
  ...{ kind: 'audit', id, text: `操作记录：${action}`, at: civilTime(at) },
  detail: { actor, action, digest: digest ?? null },
});
