import type { Release } from '@koujing/release';
import type { DutyKind } from './correction-duty.js';
import type { FactConflict } from './finding.js';
import { attributeName, valueInWords } from './judge/inconsistent.js';
import type { Ruling, StoredFinding } from './stored-finding.js';

interface DemandQuestion {
  readonly finding: StoredFinding;
  readonly releases: readonly Release[];
  readonly ruling: Ruling;
  /** The text that something is asked of. */
  readonly release: Release;
  readonly kind: DutyKind;
  readonly organName: (id: string) => string;
}

/** What the organ has to do, in a sentence that needs no look at the finding. */
export const demandOf = (question: DemandQuestion): string => {
  const { ruling, release, kind } = question;
  const reason = `理由：${ruling.reason}`;
  switch (kind) {
    case 'correct':
      return `统筹员裁定以${others(question)}为准，《${release.title}》已发布，须更正：${changes(question)}。${reason}`;
    case 'withdraw':
      return `统筹员裁定撤回《${release.title}》；此稿已发布，须在各渠道撤回。${reason}`;
    case 'joint':
      return release.organId === ruling.leadOrganId
        ? `统筹员裁定联合发布，由本机关牵头；《${release.title}》已发布，须更正为与${others(question)}的发布单位联合发布。${reason}`
        : `统筹员裁定联合发布，由${question.organName(ruling.leadOrganId ?? '')}牵头；《${release.title}》已发布，须更正并注明以牵头单位的发布为准。${reason}`;
  }
};

const others = ({ releases, release, organName }: DemandQuestion): string =>
  releases
    .filter(({ id }) => id !== release.id)
    .map(({ organId, title }) => `${organName(organId)}《${title}》`)
    .join('、');

const changes = ({ finding, release }: DemandQuestion): string =>
  finding.facts.length === 0 ? '与之一致' : finding.facts.map((fact) => change(fact, release.id)).join('；');

const change = ({ attribute, a, b }: FactConflict, releaseId: string): string => {
  const [own, other] = a.release === releaseId ? [a, b] : [b, a];
  return `${attributeName(attribute)}现为${valueInWords(attribute, own.value)}（“${own.text}”），应为${valueInWords(attribute, other.value)}`;
};
