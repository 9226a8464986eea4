import { say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const violationRefusal = {
  notFound: say(
    'violationNotFound',
    '没有这件违规线索，或您无权查看。',
    'There is no such case, or you may not see it.',
  ),
  officeOnly: say(
    'lacksRole',
    '后果由新闻发布主管部门的统筹员认定。',
    'The consequence is recorded by a coordinator of the competent office.',
  ),
  ended: say('violationEnded', '此件已办结或已排除。', 'The case was closed or dismissed.'),
  recorded: say('consequenceRecorded', '后果已认定。', 'The consequence was recorded already.'),
  notRecorded: say(
    'consequenceMissing',
    '请先认定是否造成不良社会影响和后果。',
    'Record first whether there was a consequence.',
  ),
  byReference: say(
    'byReferenceOnly',
    '该机关参照本办法执行，不由主管部门追究，只作记录（第四十五条）。',
    'This organ follows the measures by reference and is outside the office’s sanctions; the act is only noted (Art.45).',
  ),
} as const;

export const reportRefusal = {
  reportNotFound: say(
    'reportNotFound',
    '没有这个机关，或您无权查看它的报告；全市的报告由主管部门查看。',
    'There is no such organ, or you may not see its report; the city’s is for the competent office.',
  ),
} as const;
