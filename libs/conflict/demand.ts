import type { Release } from '@koujing/release';
import type { DutyKind } from './correction-duty.js';
import type { FactConflict } from './finding.js';
import { factNames, valueInWords, type Said } from './judge/said-facts.js';
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
export const demandOf = (question: DemandQuestion): Said => {
  const { ruling, release, kind } = question;
  const { organName } = question;
  const reason = `理由：${ruling.reason}`;
  const reasonEn = `Reason: ${ruling.reason}`;
  const title = `“${release.title}”`;
  const theirs = others(question);
  const asked = changes(question);
  switch (kind) {
    case 'correct':
      return {
        zh: `统筹员裁定以${theirs.zh}为准，《${release.title}》已发布，须更正：${asked.zh}。${reason}`,
        en: `A coordinator ruled that ${theirs.en} prevails. ${title} is out and has to be corrected: ${asked.en}. ${reasonEn}`,
      };
    case 'withdraw':
      return {
        zh: `统筹员裁定撤回《${release.title}》；此稿已发布，须在各渠道撤回。${reason}`,
        en: `A coordinator ruled that ${title} is withdrawn. It is out: withdraw it from every channel. ${reasonEn}`,
      };
    case 'joint':
      return release.organId === ruling.leadOrganId
        ? {
            zh: `统筹员裁定联合发布，由本机关牵头；《${release.title}》已发布，须更正为与${theirs.zh}的发布单位联合发布。${reason}`,
            en: `A coordinator ruled a joint release that this organ leads. ${title} is out: correct it to a joint release with the organs of ${theirs.en}. ${reasonEn}`,
          }
        : {
            zh: `统筹员裁定联合发布，由${organName(ruling.leadOrganId ?? '')}牵头；《${release.title}》已发布，须更正并注明以牵头单位的发布为准。${reason}`,
            en: `A coordinator ruled a joint release that ${organName(ruling.leadOrganId ?? '')} leads. ${title} is out: correct it and say that the lead organ’s release holds. ${reasonEn}`,
          };
  }
};

const others = ({ releases, release, organName }: DemandQuestion): Said => {
  const named = releases.filter(({ id }) => id !== release.id);
  return {
    zh: named.map(({ organId, title }) => `${organName(organId)}《${title}》`).join('、'),
    en: named.map(({ organId, title }) => `${organName(organId)} “${title}”`).join(', '),
  };
};

const changes = ({ finding, release }: DemandQuestion): Said => {
  if (finding.facts.length === 0) return { zh: '与之一致', en: 'bring it in line with that' };
  const each = finding.facts.map((fact) => change(fact, release.id));
  return { zh: each.map(({ zh }) => zh).join('；'), en: each.map(({ en }) => en).join('; ') };
};

const change = ({ attribute, a, b }: FactConflict, releaseId: string): Said => {
  const [own, other] = a.release === releaseId ? [a, b] : [b, a];
  const name = factNames[attribute];
  return {
    zh: `${name.zh}现为${valueInWords(attribute, own.value)}（“${own.text}”），应为${valueInWords(attribute, other.value)}`,
    en: `the ${name.en} is ${own.value} (“${own.text}”) and has to be ${other.value}`,
  };
};
