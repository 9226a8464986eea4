import { type Reason, say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const matterRefusal = {
  notFound: say(
    'matterNotFound',
    '没有这个事项，或您无权查看。',
    'There is no such matter, or you may not see it.',
  ),
  lineNotFound: say(
    'lineNotFound',
    '此事项没有这条口径，或它已停用。',
    'The matter has no such agreed line, or it was retired.',
  ),
  closed: say(
    'matterClosed',
    '此事项已办结，不能再改。',
    'The matter is closed and can no longer be changed.',
  ),
  unknownOrgan: (id: string, field: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field,
      allowed: '已登记机关的编号 (the id of a registered organ)',
    }),
  dueBeforeOpened: say(
    'dueBeforeOpened',
    '发布时限须晚于事项开始的时间。',
    'The due time must be later than the opening of the matter.',
    { field: 'dueAt' },
  ),
  dueIsCoordinators: say(
    'dueIsCoordinators',
    '发布时限只能由统筹员调整。',
    'Only a coordinator may move the due time.',
    { field: 'dueAt' },
  ),
  unanswered: say(
    'matterUnanswered',
    '主责机关尚未就此发布，只能由统筹员办结。',
    'The owner has not released on it yet; only a coordinator may close it.',
  ),
  stale: say(
    'stale',
    '在您查看之后，此事项已被改过，请刷新后再操作。',
    'The matter was changed since you looked at it; reload and try again.',
    { field: 'expectedRevision' },
  ),
  staleLine: (version: number): Reason =>
    say(
      'stale',
      `这条口径已改到第 ${version} 版，请刷新后再操作。`,
      `This line is now at version ${version}; reload and try again.`,
      { field: 'expectedVersion' },
    ),
  nothingChanged: say('nothingChanged', '口径没有变化。', 'Nothing of the line would change.', {
    field: 'value',
  }),
  aboutNeeded: say(
    'aboutNeeded',
    '这类口径须写明说的是什么，例如“总投资”“开工时间”。',
    'A line of this kind must say what the value is of, e.g. total investment.',
    { field: 'about' },
  ),
} as const;
