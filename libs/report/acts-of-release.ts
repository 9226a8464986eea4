import { stepWords, type SignatureStep } from '@koujing/signoff';
import { civilTime } from '@koujing/kernel';
import type { HintView } from '../signoff/signoff.api.js';
import type { Act } from './act.js';
import { authorityWords, type AuthorityAtSigning } from './authority-at-signing.js';
import type { EvidenceView } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

/** A signature as it stood on one version. */
export interface SignatureFact {
  readonly id: string;
  readonly step: SignatureStep;
  readonly organId: string;
  readonly personId: string;
  readonly personName: string;
  readonly digest: string;
  readonly agreed: boolean;
  readonly signedAt: Date;
  readonly voidedAt: Date | null;
  /** Of final approvals; the other steps are the desk's that signed them. */
  readonly authority: AuthorityAtSigning;
  /** The authorisation that it names; null by office. */
  readonly authorisationId: string | null;
}

/** What the ledgers tell of one version that went out. */
export interface ReleasedVersion {
  readonly releaseId: string;
  readonly version: number;
  readonly digest: string;
  readonly title: string;
  readonly plain: string;
  readonly organId: string;
  readonly organName: string;
  readonly jointOrgans: readonly { readonly id: string; readonly name: string }[];
  readonly draftedBy: string;
  readonly releasedAt: Date;
  readonly signatures: readonly SignatureFact[];
  readonly deliveries: readonly EvidenceView[];
}

/** What must have been signed on these very bytes before they went out (Art.14, 39(4), 39(6)). Pure. */
export const actsOfRelease = (
  release: ReleasedVersion,
  hints: readonly HintView[],
  rules: ViolationRules,
): readonly Act[] => {
  const signed = (step: SignatureStep, organId?: string): SignatureFact | undefined =>
    release.signatures.find(
      (signature) =>
        signature.step === step &&
        signature.agreed &&
        signature.digest === release.digest &&
        (signature.voidedAt === null || signature.voidedAt > release.releasedAt) &&
        (organId === undefined || signature.organId === organId),
    );
  const approval = signed('contentApproval');
  const unconfirmed = release.jointOrgans.filter(({ id }) => signed('confirmation', id) === undefined);
  const hits = hints.filter(({ kind }) => rules.reviewMissing.scan.includes(kind));
  return [
    ...(approval === undefined ? [lacksApproval(release)] : []),
    ...(approval?.personId === release.draftedBy ? [approvedByDrafter(release, approval.personName)] : []),
    ...[approval, signed('superiorApproval')].flatMap((given) => withoutAuthority(release, given)),
    ...(unconfirmed.length > 0 ? [lacksConfirmation(release, unconfirmed)] : []),
    ...(signed('confidentialityReview') === undefined ? [lacksReview(release)] : []),
    ...(hits.length > 0 ? [holdsSecrets(release, hits)] : []),
  ];
};

type Words = Pick<Act, 'kind' | 'act' | 'actEn'> & { readonly name: string };

const actOf = (
  release: ReleasedVersion,
  { name, ...words }: Words,
  more: readonly EvidenceView[] = [],
): Act => ({
  ...words,
  key: `release:${release.releaseId}:${release.version}:${name}`,
  organId: release.organId,
  subject: { kind: 'release', id: release.releaseId },
  title: release.title,
  link: `/releases/${release.releaseId}`,
  occurredAt: release.releasedAt,
  evidence: [
    { ...versionEvidence(release) },
    ...release.signatures.map(signatureEvidence),
    ...release.deliveries,
    ...more,
  ],
});

const lacksApproval = (release: ReleasedVersion): Act =>
  actOf(release, {
    ...{ kind: 'unauthorised', name: 'approval' },
    act: `第${release.version}版发布时，没有对其内容摘要的审定签名。`,
    actEn: `Version ${release.version} went out without an approval on its digest.`,
  });

const approvedByDrafter = (release: ReleasedVersion, name: string): Act =>
  actOf(release, {
    ...{ kind: 'unauthorised', name: 'approvedByDrafter' },
    act: `第${release.version}版由起草人${name}本人审定。`,
    actEn: `Version ${release.version} was approved by its own drafter.`,
  });

const withoutAuthority = (release: ReleasedVersion, given: SignatureFact | undefined): readonly Act[] => {
  if (given === undefined || given.authority === 'held') return [];
  const { zh, en } = authorityWords[given.authority];
  return [
    actOf(release, {
      ...{ kind: 'unauthorised', name: `authority:${given.step}` },
      act: `第${release.version}版由${given.personName}审定，但签署时没有相应的权限：${zh}。`,
      actEn: `Version ${release.version} was approved without authority at that instant: ${en}.`,
    }),
  ];
};

const lacksConfirmation = (release: ReleasedVersion, organs: readonly { readonly name: string }[]): Act => {
  const names = organs.map(({ name }) => name);
  return actOf(release, {
    ...{ kind: 'unauthorised', name: 'confirmation' },
    act: `第${release.version}版发布时，${names.join('、')}没有确认其内容。`,
    actEn: `Version ${release.version} went out without the confirmation of every organ concerned.`,
  });
};

const lacksReview = (release: ReleasedVersion): Act =>
  actOf(release, {
    ...{ kind: 'reviewMissing', name: 'review' },
    act: `第${release.version}版发布时，没有对其内容摘要的保密审查签名。`,
    actEn: `Version ${release.version} went out without a confidentiality review of its digest.`,
  });

const holdsSecrets = (release: ReleasedVersion, hits: readonly HintView[]): Act =>
  actOf(
    release,
    {
      ...{ kind: 'reviewMissing', name: 'scan' },
      act: `第${release.version}版的公开文本中有${hits.length}处疑似不应公开的信息。`,
      actEn: `The public text of version ${release.version} holds ${hits.length} passages that look as if they must not be public.`,
    },
    hits.map(hitEvidence),
  );

/** The case must not spread what should not have been spread: only the ends of a hit are kept. */
const masked = (text: string): string =>
  text.length <= 4 ? '＊'.repeat(text.length) : `${text.slice(0, 2)}＊＊＊${text.slice(-2)}`;

const hitEvidence = ({ kind, text, start, end, message, messageEn }: HintView): EvidenceView => ({
  ...{ kind: 'hit', id: `${kind}:${start}`, text: `${message}（${masked(text)}）`, at: null },
  textEn: `${messageEn} (${masked(text)})`,
  detail: { kind, start, end },
});

const versionEvidence = ({ releaseId, version, digest, releasedAt }: ReleasedVersion): EvidenceView => ({
  ...{ kind: 'audit', id: releaseId, text: `第${version}版发布，内容摘要 ${digest.slice(0, 12)}…` },
  textEn: `Version ${version} released, digest ${digest.slice(0, 12)}…`,
  at: civilTime(releasedAt),
  detail: { version, digest },
});

const signatureEvidence = (signature: SignatureFact): EvidenceView => ({
  ...{ kind: 'signature', id: signature.id, at: civilTime(signature.signedAt) },
  text: `${signature.personName}：${signature.agreed ? '同意' : '退回'}（${stepWords[signature.step].zh}）`,
  textEn: `${signature.personName}: ${signature.agreed ? 'agreed' : 'returned'} (${stepWords[signature.step].en})`,
  detail: {
    ...{ step: signature.step, organId: signature.organId, digest: signature.digest },
    voidedAt: signature.voidedAt === null ? null : civilTime(signature.voidedAt),
    ...{ authority: signature.authority, authorisationId: signature.authorisationId },
  },
});
