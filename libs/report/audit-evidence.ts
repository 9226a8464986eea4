import { actNouns, wordsOfAct, type RecordedEntry } from '@koujing/audit';
import { civilTime } from '@koujing/kernel';
import type { EvidenceView } from './violation.api.js';

/** `操作记录（督办）：下达了`, and never the name that the program gives it. */
const wordsOf = (action: string): { readonly text: string; readonly textEn: string } => {
  const [noun = ''] = action.split('.');
  const { zh, en } = wordsOfAct(action);
  return {
    text: `操作记录（${actNouns[noun]?.zh ?? noun}）：${zh.replace(/：$/u, '')}`,
    textEn: `Record (${actNouns[noun]?.en ?? noun}): ${en}`,
  };
};

/** Who did what to the subject, as the trail has it (Art.41). */
export const auditEvidence = ({ id, at, actor, action, digest }: RecordedEntry): EvidenceView => ({
  ...{ kind: 'audit', id, ...wordsOf(action), at: civilTime(at) },
  detail: { actor, action, digest: digest ?? null },
});
