import { actNouns, wordsOfAct, type RecordedEntry } from '@koujing/audit';
import { civilTime } from '@koujing/kernel';
import type { EvidenceView } from './violation.api.js';

/** `操作记录（督办）：下达了`, and never the name that the program gives it. */
const wordsOf = (action: string): string => {
  const [noun = ''] = action.split('.');
  return `操作记录（${actNouns[noun]?.zh ?? noun}）：${wordsOfAct(action).zh.replace(/：$/u, '')}`;
};

/** Who did what to the subject, as the trail has it (Art.41). */
export const auditEvidence = ({ id, at, actor, action, digest }: RecordedEntry): EvidenceView => ({
  ...{ kind: 'audit', id, text: wordsOf(action), at: civilTime(at) },
  detail: { actor, action, digest: digest ?? null },
});
