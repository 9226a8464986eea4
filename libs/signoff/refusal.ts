import { inBrackets, inEnglishBrackets } from '@koujing/text';
import { roleNames, type Role } from '@koujing/access';
import { counted, type Reason, say } from '@koujing/kernel';
import type { Chain, ChainStep } from './chain.js';
import type { SignatureStep } from './signoff.api.js';
import { stepWords } from './step-words.js';

const reviewerIsDrafter = say(
  'reviewerIsDrafter',
  '起草人不能审查自己起草的稿件，请由另一人进行保密审查。',
  'Who drafted cannot review; another person must do the confidentiality review.',
);
const approverIsDrafter = say(
  'approverIsDrafter',
  '起草人不能审定自己起草的稿件，请由另一人审批。',
  'Who drafted cannot approve; another person must.',
);
const confirmerIsDrafter = say(
  'confirmerIsDrafter',
  '起草人不能代会签单位确认。',
  'Who drafted cannot confirm for a co-organ.',
);
const alreadyReviewed = say(
  'alreadyReviewed',
  '当前版本已通过保密审查。',
  'The current version has passed its confidentiality review.',
);

const termWords = {
  pending: { zh: '尚未生效', en: 'has not begun' },
  inForce: { zh: '有效', en: 'is in force' },
  expired: { zh: '已到期', en: 'has expired' },
  revoked: { zh: '已被撤销', en: 'was revoked' },
} as const;

type ChainName = Pick<Chain, 'title' | 'article'>;

/** Every refusal of this lib, in one table. */
export const signoffRefusal = {
  notSubmitted: say('notSubmitted', '此稿尚未提交。', 'The release has not been submitted.'),
  /** The codes of the older steps stay as they were. */
  drafterSigns: (step: SignatureStep): Reason =>
    step === 'contentApproval'
      ? approverIsDrafter
      : step === 'confidentialityReview'
        ? reviewerIsDrafter
        : step === 'confirmation'
          ? confirmerIsDrafter
          : say(
              'signerIsDrafter',
              `起草人不能对自己起草的稿件进行${stepWords[step].zh}，请由另一人办理。`,
              `Who drafted cannot sign the ${stepWords[step].en}; another person must.`,
            ),
  signedAnother: (step: SignatureStep): Reason =>
    say(
      'signedAnotherStep',
      `您已办理此稿的${stepWords[step].zh}，按审签链规定各步须由不同的人办理。`,
      `You have signed the ${stepWords[step].en}; the chain asks for different persons.`,
    ),
  stepNotAsked: (step: SignatureStep): Reason =>
    say(
      'stepNotAsked',
      `此稿的审签链没有“${stepWords[step].zh}”这一步。`,
      `The chain of this release has no ${stepWords[step].en}.`,
      { field: 'step' },
    ),
  stepMissing: (step: SignatureStep): Reason =>
    say(
      `${step}Missing`,
      `当前版本尚未通过${stepWords[step].zh}。`,
      `The current version has not passed its ${stepWords[step].en}.`,
    ),
  signatureExpired: (step: SignatureStep, days: number): Reason =>
    say(
      'signatureExpired',
      `${stepWords[step].zh}签署已超过 ${days} 天，不再有效，请重新办理（已审定的请退回后重新送审）。`,
      `The ${stepWords[step].en} is older than ${counted(days, 'day')} and no longer holds; sign again (return it first if it was approved).`,
    ),
  superiorMissing: (organ: string): Reason =>
    say(
      'superiorApprovalMissing',
      `已提请“${organ}”审定，尚未审定当前版本（第十四条）。`,
      `It was sent up to "${organ}", which has not approved the current version (Art.14).`,
    ),
  notAuthorised: say(
    'notAuthorised',
    '内容须由主要领导或其授权的负责人审定；您目前没有主要领导的授权（第十四条、第五条第六项）。',
    'Content is approved by the main leader or whom he authorised; you hold no authorisation (Art.14, 5(6)).',
  ),
  authorisationNotInForce: (state: 'pending' | 'inForce' | 'expired' | 'revoked'): Reason =>
    say(
      'authorisationNotInForce',
      `您的授权${termWords[state].zh}，不能据以审定（第十四条、第五条第六项）。`,
      `Your authorisation ${termWords[state].en}; it carries no approval (Art.14, 5(6)).`,
    ),
  authorisationTooNarrow: (scope: {
    readonly kinds: readonly string[];
    readonly subjects: readonly string[];
  }): Reason =>
    say(
      'authorisationTooNarrow',
      '您的授权范围不包括此稿的类别或事项，请由主要领导审定（第十四条、第五条第六项）。',
      'Your authorisation does not reach this kind of release or its subject; the main leader must approve (Art.14, 5(6)).',
      { allowed: [...scope.kinds, ...scope.subjects].join(', ') },
    ),
  superiorUnknown: (allowed: readonly string[]): Reason =>
    say(
      'superiorUnknown',
      '只能提请本机关的上级或主管部门审定。',
      'It can only be sent up to a superior of the organ, or to the competent office.',
      { field: 'organId', allowed: allowed.join(', ') },
    ),
  sentUpAlready: say(
    'sentUpAlready',
    '此稿已提请该机关审定。',
    'It has been sent up to this organ already.',
    { field: 'organId' },
  ),
  notSentUp: say('notSentUp', '此稿没有提请上级审定。', 'It was not sent up.', { field: 'organId' }),
  urgencyMissing: ({ atLeast, article }: { readonly atLeast: number; readonly article: string }): Reason =>
    say(
      'urgencyMissing',
      `此类信息先发布、后补办全面审查，须写明为何紧急，不少于 ${atLeast} 字${inBrackets(article)}。`,
      `This kind goes out before its full review: say why it is urgent, in at least ${atLeast} characters ${inEnglishBrackets(article)}.`,
      { field: 'declaration.urgency', allowed: `≥ ${atLeast}` },
    ),
  nobodyFor: (
    organ: string,
    role: Role,
    places: readonly { readonly chain: ChainName; readonly step: Pick<ChainStep, 'step'> }[],
  ): Reason =>
    say(
      'nobodyForStep',
      `“${organ}”没有${roleNames[role].zh}（起草人之外），不能办理${places
        .map(({ chain, step }) => `“${chain.title}”的${stepWords[step.step].zh}`)
        .join('、')}${inBrackets([...new Set(places.map(({ chain }) => chain.article))].join('；'))}。`,
      `"${organ}" has no ${roleNames[role].en} beside the drafter for ${places.map(({ step }) => `the ${stepWords[step.step].en}`).join(', ')}.`,
      { field: role },
    ),
  tooFewPersons: (organ: string, chain: ChainName, steps: number): Reason =>
    say(
      'tooFewPersons',
      `“${organ}”的人不够：“${chain.title}”的 ${steps} 步须由不同的人办理，起草人除外${inBrackets(chain.article)}。`,
      `"${organ}" has too few people: the ${steps} steps of this chain need a person each, other than the drafter.`,
      { field: 'organs' },
    ),
  manyLeaders: (organ: string, count: number): Reason =>
    say(
      'manyLeaders',
      `“${organ}”登记了 ${count} 位主要领导。主要领导只有一位，其余的凭其授权审定（第五条第六项、第十四条）；由旧版本升级的，原来的审批人都记成了主要领导。`,
      `"${organ}" has ${count} main leaders. There is one; the others approve by authorisation (Art.5(6), 14). A database of an older version has every approver as one.`,
      { field: 'organs' },
    ),
  notALeader: (allowed: readonly string[]): Reason =>
    say(
      'notALeader',
      '此人没有登记为该机关的主要领导。',
      'This person is not entered as a main leader of the organ.',
      {
        field: 'personId',
        allowed: allowed.join(', '),
      },
    ),
  formedInFuture: (today: string): Reason =>
    say(
      'formedInFuture',
      '信息形成或变更的日期不能晚于今天（信息公开条例第二十六条）。',
      'Information cannot have been formed later than today.',
      { field: 'declaration.formedOn', allowed: `≤ ${today}` },
    ),
  notOutYet: say('notOutYet', '事后审查在发布之后进行。', 'The later review follows the release.'),
  alreadySigned: (step: SignatureStep): Reason =>
    step === 'confidentialityReview'
      ? alreadyReviewed
      : say(
          'alreadySigned',
          `当前版本已通过${stepWords[step].zh}。`,
          `The current version has passed its ${stepWords[step].en}.`,
        ),
  reviewMissing: say(
    'confidentialityReviewMissing',
    '当前版本尚未通过保密审查（先审查、后公开）。',
    'The current version has not passed its confidentiality review.',
  ),
  itemsOpen: (labels: readonly string[], allowed: readonly string[]): Reason =>
    say(
      'checklistOpen',
      `以下审查项尚未确认：${labels.join('、')}；不符合的请退回。`,
      'Some items of the checklist are not confirmed; return the release if one does not hold.',
      { field: 'items', allowed: allowed.join(', ') },
    ),
  unknownItem: (item: string, allowed: readonly string[]): Reason =>
    say('unknownItem', `没有这个审查项：${item}。`, `There is no such item: ${item}.`, {
      field: 'items',
      allowed: allowed.join(', '),
    }),
  confirmationMissing: (organ: string): Reason =>
    say(
      'confirmationMissing',
      `联合发布单位“${organ}”尚未确认当前版本。`,
      `The co-organ "${organ}" has not confirmed the current version.`,
    ),
  notConcerned: say(
    'notConcerned',
    '您所在机关不是此稿的联合发布单位，或您没有会签角色。',
    'Your organ is not a co-organ of this release, or you hold no role to confirm for it.',
  ),
  alreadyConfirmed: say(
    'alreadyConfirmed',
    '贵机关已确认当前版本。',
    'Your organ has confirmed the current version.',
  ),
  approvalMissing: say(
    'approvalMissing',
    '当前版本尚未经审批领导审定。',
    'The current version has not been approved.',
  ),
  renditionChanged: say(
    'renditionChanged',
    '审定之后渠道模板或账号设置有变，将发出的内容与审定的不同，请重新保存并送审。',
    'A template or an account changed after approval: what would be sent differs from what was approved. Save and submit again.',
  ),
} as const;
