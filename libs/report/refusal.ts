import { say, type Reason } from '@koujing/kernel';

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
  frozenNotFound: say(
    'frozenNotFound',
    '没有这份封存的报告，或您无权查看。',
    'There is no such closed report, or you may not see it.',
  ),
  findingNotFound: say(
    'findingNotFound',
    '没有这项冲突，或无权查看。',
    'There is no such finding, or it may not be seen.',
  ),
  digestNotFound: say(
    'digestNotFound',
    '这一天没有不一致情况报告，或您无权查看。',
    'There is no report of that day, or you may not see it.',
  ),
  noSuchMeasure: (known: readonly string[]): Reason =>
    say('noSuchMeasure', '没有这一项统计。', 'Nothing of that name is counted.', {
      field: 'measure',
      allowed: known.join(', '),
    }),
  noSuchTable: (known: readonly string[]): Reason =>
    say('noSuchTable', '这份报告没有这张表。', 'The report has no such table.', {
      field: 'table',
      allowed: known.join(', '),
    }),
  officeCloses: say(
    'lacksRole',
    '全市的报告由新闻发布主管部门的统筹员封存。',
    'The city’s report is closed by a coordinator of the competent office.',
  ),
  organCloses: say(
    'lacksRole',
    '本单位的报告由本单位的审批领导或主管部门的统筹员封存。',
    'An organ’s report is closed by its approver, or by a coordinator of the office.',
  ),
  neverClosed: say(
    'neverClosed',
    '只有半年通报、年度专章和口径一致情况月报可以封存。',
    'Only the half-yearly bulletin, the annual section and the monthly consistency report are closed.',
  ),
  noPeriod: say(
    'noPeriod',
    '请先选满一期：半年通报选一个半年，年度专章选一年，口径一致情况选一个月。',
    'Choose one whole period first: a half-year for the bulletin, a year for the section, a month for the consistency report.',
  ),
  notOver: say(
    'periodNotOver',
    '期间未满，满期后才能封存。',
    'The period is not over; it is closed afterwards.',
  ),
  closedAlready: say('closedAlready', '这一期已经封存。', 'The report on this period was closed already.'),
  changedMeanwhile: say(
    'reportChanged',
    '您看到之后数字又有变化，请刷新核对后再封存。',
    'The numbers have changed since you saw them; look at them again before you close the report.',
  ),
} as const;
