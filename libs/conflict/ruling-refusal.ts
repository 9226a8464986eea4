import { type Reason, say } from '@koujing/kernel';
import { releaseRefusal } from '@koujing/release';
import type { RulingKind } from './conflict.api.js';
import type { StoredFinding } from './stored-finding.js';

export const rulingNames: Readonly<Record<RulingKind, string>> = {
  preferA: '以甲稿为准',
  preferB: '以乙稿为准',
  joint: '联合发布',
  withdraw: '撤回',
  letStand: '并存',
  notAConflict: '不是冲突',
};

export const kindNames: Readonly<Record<StoredFinding['kind'], string>> = {
  duplicate: '重复发布',
  multiHeaded: '多头发布',
  crossRemit: '交叉发布',
  inconsistent: '信息发布不一致',
  gap: '工作缺位',
};

/** Every refusal of gate and rulings, in one table. */
export const conflictRefusal = {
  blocking: (finding: StoredFinding): Reason =>
    say(
      'blockingFinding',
      `${kindNames[finding.kind]}，须先由统筹员裁定：${finding.explanation}`,
      `A coordinator must rule on this conflict first: ${finding.explanationEn || finding.explanation}`,
    ),
  ruledAgainst: (finding: StoredFinding): Reason =>
    say(
      'ruledAgainst',
      `统筹员已裁定“${rulingNames[finding.ruling?.ruling ?? 'withdraw']}”，此稿须修改或撤下：${finding.ruling?.reason ?? ''}`,
      'A coordinator has ruled against this release: revise or withdraw it.',
    ),
  jointNotYet: (finding: StoredFinding): Reason =>
    say(
      'jointNotYet',
      `统筹员已裁定联合发布，须由主发布单位统一口径后发布：${finding.ruling?.reason ?? ''}`,
      'A coordinator has ruled for a joint release: the lead organ releases once the texts agree.',
    ),
  notFound: say(
    'findingNotFound',
    '没有这条冲突，或您无权查看。',
    'There is no such finding, or you may not see it.',
  ),
  closed: say(
    'findingClosed',
    '这条冲突已经消除，无需裁定。',
    'The finding has closed itself; nothing is left to rule on.',
  ),
  coordinatorIsDrafter: say(
    'coordinatorIsDrafter',
    '您起草了其中一篇稿件，不能裁定，请由另一位统筹员处理。',
    'You drafted one of these releases; another coordinator must rule.',
  ),
  needsTwo: say(
    'rulingNeedsTwo',
    '这条冲突不是两篇稿件之间的，不能“以甲稿/乙稿为准”。',
    'The finding is not between two releases: preferA and preferB do not apply.',
    { field: 'ruling', allowed: 'joint, withdraw, letStand, notAConflict' },
  ),
  standsOutside: say(
    'findingOutside',
    '两处文字都在系统外，这里没有可以改、撤或联合的稿件；请转办给主办的机关，或裁定“并存”“不是冲突”。',
    'Both texts stand outside this system; forward it to their organs, or rule letStand or notAConflict.',
    { field: 'ruling', allowed: 'letStand, notAConflict' },
  ),
  nobodyWaits: say(
    'nobodyWaits',
    '已有新的核对请求，这一次不再继续。',
    'Nobody waits for this check any more.',
  ),
  settled: say(
    'findingsSettled',
    '此事项的冲突都已裁定或消除。',
    'Every finding of this matter is ruled on or closed.',
  ),
  meansNothing: say(
    'rulingMeansNothing',
    '这项裁定不适用于此事项的任何一处冲突，请逐处裁定。',
    'The decision fits none of the findings; rule on them one by one.',
    { field: 'ruling' },
  ),
  unknownOrgan: (id: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field: 'organIds',
      allowed: '已登记机关的编号 (the id of a registered organ)',
    }),
  needsNamed: say(
    'rulingNeedsNamed',
    '要撤回的须是这条冲突所涉及的稿件之一。',
    'The text to be withdrawn must be one that the finding names.',
    { field: 'releaseId' },
  ),
  gapHasNoText: say(
    'gapHasNoText',
    '工作缺位没有稿件可取舍，只能裁定“并存”（可暂不发布）或“不是冲突”。',
    'A gap has no text to decide on: only letStand or notAConflict apply.',
    { field: 'ruling', allowed: 'letStand, notAConflict' },
  ),
  needsLead: say(
    'rulingNeedsLead',
    '联合发布须指定其中一个发布单位为主发布单位。',
    'A joint release needs a lead releaser from among the organs concerned.',
    { field: 'leadOrganId' },
  ),
  alreadyCoordinating: say('alreadyCoordinating', '已在协调中。', 'It is being coordinated already.'),
  unknownRelease: releaseRefusal.notFound,
} as const;
