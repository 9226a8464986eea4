import { type Reason, say } from '@koujing/kernel';

/** Every refusal of a period plan, in one table. */
export const periodRefusal = {
  notFound: say(
    'periodPlanNotFound',
    '没有这份计划，或您无权查看。',
    'There is no such plan, or you may not see it.',
  ),
  itemNotFound: say('itemNotFound', '计划里没有这一项。', 'The plan has no such item.'),
  officeOnly: say(
    'lacksRole',
    '发布计划由新闻发布主管部门的统筹员制定。',
    'The plan is made by a coordinator of the competent office.',
  ),
  notOfTheOrgan: say(
    'lacksRole',
    '只能由该项的机关或统筹员关联稿件。',
    'Only the organ of the item, or a coordinator, links a release.',
  ),
  monthsReversed: say(
    'monthsReversed',
    '起始月份不能晚于结束月份。',
    'The first month cannot be later than the last.',
    { field: 'toMonth' },
  ),
  monthOutside: (topic: string, from: string, to: string): Reason =>
    say(
      'monthOutside',
      `“${topic}”的月份不在计划期内。`,
      `The month of "${topic}" lies outside the period.`,
      {
        field: 'items',
        allowed: `${from} 至 ${to}`,
      },
    ),
  unknownItem: (id: string): Reason =>
    say('unknownItem', `计划里没有这一项：${id}。`, `The plan has no such item: ${id}.`, { field: 'items' }),
  itemGone: (topic: string): Reason =>
    say(
      'itemGone',
      `计划印发后不能删去“${topic}”，请注明理由取消该项。`,
      `"${topic}" cannot be removed from a plan that was issued; drop it with a reason.`,
      { field: 'items' },
    ),
  noItems: say('noItems', '计划还没有选题。', 'The plan has no items yet.', { field: 'items' }),
  issued: say('alreadyIssued', '计划已印发。', 'The plan was issued already.'),
  notIssued: say('notIssued', '计划尚未印发。', 'The plan has not been issued yet.'),
  dropped: say('itemDropped', '这一项已取消。', 'The item was dropped.'),
  done: say('itemDone', '这一项已完成。', 'The item is done.'),
  releaseElsewhere: say(
    'releaseElsewhere',
    '这篇稿件不是该项的机关发布的，也不是与其联合发布的。',
    'The release is neither by the organ of this item nor issued jointly with it.',
    { field: 'releaseId' },
  ),
  stale: say(
    'stale',
    '在您查看之后，计划已被改过，请刷新后再操作。',
    'The plan was changed since you looked at it; reload and try again.',
    { field: 'expectedRevision' },
  ),
} as const;
