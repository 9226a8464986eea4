import { type Reason, say } from '@koujing/kernel';

/** Every refusal of a directive, in one table. */
export const directiveRefusal = {
  notFound: say(
    'directiveNotFound',
    '没有这件指令，或您无权查看。',
    'There is no such directive, or you may not see it.',
  ),
  notSuperior: say(
    'notSuperior',
    '只有新闻发布主管部门或该机关的上级机关可以下达发布指令。',
    'Only the competent office or an organ above this one may order it to release.',
    { field: 'fromOrganId' },
  ),
  mayNotOrder: say(
    'lacksRole',
    '下达指令须由主管部门的统筹员，或上级机关的审批领导、发言人办理。',
    'A directive is issued by a coordinator of the office, or by the leader or spokesperson of the superior organ.',
  ),
  dueInThePast: (field: 'dueAt' | 'acknowledgeBy'): Reason =>
    say('dueInThePast', '时限须晚于现在。', 'The hour must lie ahead.', { field }),
  acknowledgeAfterDue: say(
    'acknowledgeAfterDue',
    '签收时限不能晚于办理时限。',
    'The acknowledgement cannot be due after the answer.',
    { field: 'acknowledgeBy' },
  ),
  matterNotOurs: say(
    'matterNotOurs',
    '此事项与被指令的机关无关，请先把它列为涉及机关。',
    'The matter does not concern the organ that is ordered; add it as an organ concerned first.',
    { field: 'matterId' },
  ),
  lineNeedsRelease: say(
    'lineNeedsRelease',
    '只有关联了事项的指令才能附口径。',
    'A line can be ordered only with a matter.',
    { field: 'line' },
  ),
  oneLine: say(
    'oneLine',
    '请在“新口径”和“已有口径”中选一个。',
    'Order either a new line or one that is agreed already, not both.',
    { field: 'lineId' },
  ),
  notOfTheOrgan: say(
    'lacksRole',
    '只能由被指令机关的人员办理。',
    'Only a person of the organ that was ordered may do this.',
  ),
  reportNeedsSpeaker: say(
    'lacksRole',
    '办理情况须由被指令机关的审批领导或发言人报告。',
    'A report is made by the leader or spokesperson of the organ that was ordered.',
  ),
  acknowledged: say('alreadyAcknowledged', '此指令已签收。', 'The directive was acknowledged already.'),
  ended: say('directiveEnded', '此指令已办结或已撤销。', 'The directive has been fulfilled or withdrawn.'),
  demandsRelease: say(
    'demandsRelease',
    '此指令要求发布，只能以已发布的稿件办结。',
    'This directive orders a release; only a release that is out fulfils it.',
    { field: 'releaseId', allowed: '已发布稿件的编号 (the id of a release that is out)' },
  ),
  demandsReport: say(
    'demandsReport',
    '此指令要求报告办理情况，请填写。',
    'This directive asks for a report; write one.',
    { field: 'report' },
  ),
  releaseNotOurs: say(
    'releaseNotOurs',
    '这篇稿件不是被指令机关发布的，也不是与其联合发布的。',
    'The release is neither by the organ that was ordered nor issued jointly with it.',
    { field: 'releaseId' },
  ),
  releaseNotOut: say(
    'releaseNotOut',
    '这篇稿件在指令下达之后尚未发布。',
    'The release has not gone out since the directive was issued.',
    { field: 'releaseId' },
  ),
  releaseElsewhere: say('releaseElsewhere', '这篇稿件属于另一事项。', 'The release is on another matter.', {
    field: 'releaseId',
  }),
} as const;
