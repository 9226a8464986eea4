import { civilTime, minuteInEnglish, minuteInWords } from '@koujing/kernel';
import type { Act } from './act.js';
import type { EvidenceView } from './violation.api.js';

/** A matter whose owner did not release before its clock passed, as the conflict board knows it. */
export interface OpenGap {
  readonly findingId: string;
  readonly explanation: string;
  readonly explanationEn: string;
  readonly raisedAt: Date;
  readonly matterId: string;
  readonly matterTitle: string;
  readonly ownerOrganId: string;
  readonly dueAt: Date;
}

/** A disagreement that a release which is out has with what was known when it went out. */
export interface PublishedFinding {
  readonly findingId: string;
  readonly explanation: string;
  readonly explanationEn: string;
  readonly facts: unknown;
  readonly raisedAt: Date;
  readonly releaseId: string;
  readonly releaseTitle: string;
  readonly organId: string;
  readonly releasedAt: Date;
  readonly emergency: boolean;
  /** The organ had recorded the line itself before it published otherwise. */
  readonly againstOwnLine: boolean;
  /** Against the version before, without a word why. */
  readonly backwards: boolean;
  /** The directive whose ordered line it departs from. */
  readonly directiveId: string | null;
}

/** Art.39(1). Pure. */
export const actOfGap = (gap: OpenGap): Act => ({
  kind: 'notReleased',
  key: `matter:${gap.matterId}`,
  organId: gap.ownerOrganId,
  subject: { kind: 'matter', id: gap.matterId },
  title: gap.matterTitle,
  link: `/matters/${gap.matterId}`,
  act: `事项应于${minuteInWords(gap.dueAt)}前发布，时限已过仍未见主责机关发布。`,
  actEn: `The matter was to be released before ${minuteInEnglish(gap.dueAt)}; its owner has not.`,
  occurredAt: gap.dueAt,
  evidence: [
    findingEvidence({ ...gap, facts: [] }),
    {
      ...{ kind: 'matter', id: gap.matterId, text: gap.matterTitle, at: civilTime(gap.dueAt) },
      detail: { ownerOrganId: gap.ownerOrganId },
    },
  ],
});

/** Art.39(3) and (5): in an emergency against one's own record or backwards without a word; against an ordered line. Pure. */
export const actsOfFinding = (finding: PublishedFinding): readonly Act[] => [
  ...(finding.emergency && finding.againstOwnLine
    ? [
        actOf(finding, {
          ...{ kind: 'emergencyMishandled', name: 'ownRecord' },
          act: '突发事件中公开的数据与本机关此前登记的不一致。',
          actEn: 'In an emergency, a published value contradicts what the organ itself had recorded.',
        }),
      ]
    : []),
  ...(finding.emergency && finding.backwards
    ? [
        actOf(finding, {
          ...{ kind: 'emergencyMishandled', name: 'backwards' },
          act: '突发事件中公开的数据比前一版减少，没有说明原因。',
          actEn: 'In an emergency, a figure fell below that of the version before, without a word why.',
        }),
      ]
    : []),
  ...(finding.directiveId === null
    ? []
    : [
        actOf(finding, {
          ...{ kind: 'directiveDisobeyed', name: `line:${finding.directiveId}` },
          act: '公开的内容与上级指令所附的口径不一致。',
          actEn: 'What was published departs from the line that a directive ordered.',
        }),
      ]),
];

const actOf = (
  finding: PublishedFinding,
  { name, ...words }: Pick<Act, 'kind' | 'act' | 'actEn'> & { readonly name: string },
): Act => ({
  ...words,
  key: `finding:${finding.findingId}:${name}`,
  organId: finding.organId,
  subject: { kind: 'release', id: finding.releaseId },
  title: finding.releaseTitle,
  link: `/releases/${finding.releaseId}`,
  occurredAt: finding.releasedAt,
  evidence: [findingEvidence(finding)],
});

const findingEvidence = (
  finding: Pick<PublishedFinding, 'findingId' | 'explanation' | 'explanationEn' | 'raisedAt' | 'facts'>,
): EvidenceView => ({
  ...{ kind: 'finding', id: finding.findingId, text: finding.explanation, at: civilTime(finding.raisedAt) },
  ...(finding.explanationEn === '' ? {} : { textEn: finding.explanationEn }),
  detail: { facts: finding.facts },
});
