import type { Reason } from '@koujing/kernel';

const say = (
  code: string,
  message: string,
  messageEn: string,
  rest?: Pick<Reason, 'field' | 'allowed'>,
): Reason => ({
  code,
  message,
  messageEn,
  ...rest,
});

/** Every refusal of this lib, in one table. */
export const signoffRefusal = {
  notSubmitted: say('notSubmitted', '此稿尚未提交。', 'The release has not been submitted.'),
  reviewerIsDrafter: say(
    'reviewerIsDrafter',
    '起草人不能审查自己起草的稿件，请由另一人进行保密审查。',
    'Who drafted cannot review; another person must do the confidentiality review.',
  ),
  approverIsDrafter: say(
    'approverIsDrafter',
    '起草人不能审定自己起草的稿件，请由另一人审批。',
    'Who drafted cannot approve; another person must.',
  ),
  confirmerIsDrafter: say(
    'confirmerIsDrafter',
    '起草人不能代会签单位确认。',
    'Who drafted cannot confirm for a co-organ.',
  ),
  reviewMissing: say(
    'confidentialityReviewMissing',
    '当前版本尚未通过保密审查（先审查、后公开）。',
    'The current version has not passed its confidentiality review.',
  ),
  alreadyReviewed: say(
    'alreadyReviewed',
    '当前版本已通过保密审查。',
    'The current version has passed its confidentiality review.',
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
