import { type Reason, say } from '@koujing/kernel';
import type { InterviewState } from './interview.api.js';

const states: Readonly<Record<InterviewState, readonly [string, string]>> = {
  received: ['待答复', 'waiting for an answer'],
  accepted: ['已受理', 'accepted'],
  arranged: ['已安排', 'arranged'],
  held: ['已采访', 'held'],
  refused: ['已婉拒', 'refused'],
  closed: ['已办结', 'closed'],
};

/** Every refusal about requests for interviews, in one table. */
export const interviewRefusal = {
  notFound: say(
    'interviewNotFound',
    '没有这个采访申请，或您无权查看。',
    'There is no such request for an interview, or you may not see it.',
  ),
  stale: (revision: number): Reason =>
    say(
      'stale',
      `此采访申请已被改过（第 ${revision} 次），请刷新后再操作。`,
      `The request was changed since (revision ${revision}); reload and try again.`,
      { field: 'expectedRevision' },
    ),
  wrongState: (state: InterviewState): Reason =>
    say(
      'interviewState',
      `此采访申请${states[state][0]}，现在不能这样办理。`,
      `The request is ${states[state][1]}; this cannot be done now.`,
    ),
  unknownOrgan: say('unknownOrgan', '没有登记的机关。', 'No such organ is registered.', { field: 'organId' }),
  unknownMatter: say(
    'unknownMatter',
    '没有这个事项，或它与被采访机关无关。',
    'There is no such matter, or it does not concern the organ asked.',
    { field: 'matterId' },
  ),
  otherOutlet: say('otherOutlet', '这位记者不属于这家媒体。', 'The reporter is of another outlet.', {
    field: 'reporterId',
  }),
  fromTheFuture: say('fromTheFuture', '收到的时间不能晚于现在。', 'It cannot have come later than now.', {
    field: 'receivedAt',
  }),
  reporterNeeded: say(
    'reporterNeeded',
    '请先写明是哪位记者，并核验其证件（第二十条）。',
    'Name the reporter first, and check the credentials (Art.20).',
    { field: 'reporterId' },
  ),
  placeNeeded: say('placeNeeded', '请填写采访地点。', 'The place of the interview is needed.', {
    field: 'place',
  }),
  tooEarly: say(
    'tooEarly',
    '采访时间不能早于收到申请的时间。',
    'It cannot take place before it was asked for.',
    {
      field: 'at',
    },
  ),
  nothingChanged: say('nothingChanged', '没有任何改动。', 'Nothing was changed.'),
  notArranged: say(
    'notArranged',
    '还没有安排采访，没有可改的安排。',
    'It is not arranged yet; there is no arrangement to revise.',
    { field: 'arrangement' },
  ),
  answeredAlready: say(
    'answeredAlready',
    '已经答复，收到的时间不能再改。',
    'It was answered already; when it came cannot be changed any more.',
    { field: 'receivedAt' },
  ),
  receivedIsCoordinators: say(
    'receivedIsCoordinators',
    '收到的时间决定答复时限，只有统筹员可以改。',
    'When it came starts the clock of the answer: only a coordinator changes it.',
    { field: 'receivedAt' },
  ),
  clockWasPaused: say(
    'clockWasPaused',
    '这件申请的答复时限暂停过，改收到的时间会使暂停落空，不能再改。',
    'The clock of the answer was paused; counted anew from another hour the pause would be lost, so it cannot be changed.',
    { field: 'receivedAt' },
  ),
  notYet: say('notYet', '约定的采访时间还没有到。', 'The arranged hour has not come yet.'),
  unknownReason: (found: string, allowed: string): Reason =>
    say('unknownReason', `没有这种婉拒理由：${found}。`, `There is no such reason to refuse: ${found}.`, {
      field: 'reason',
      allowed,
    }),
  alreadyProposed: say(
    'refusalProposed',
    '已提出婉拒，正等审批领导决定。',
    'A refusal is proposed already and waits for its approval.',
  ),
  nothingProposed: say('refusalNotProposed', '还没有人提出婉拒。', 'Nobody has proposed to refuse.'),
  sameHand: say(
    'refusalSameHand',
    '提出婉拒的人不能自己批准（第三十九条第二项）。',
    'Who proposed the refusal cannot approve it (Art.39(2)).',
  ),
  answerFirst: say(
    'answerFirst',
    '尚未采访、也未婉拒，不能办结；媒体撤回申请的，请选“媒体撤回”并写明情况。',
    'Neither held nor refused, it cannot be closed as done; if the outlet withdrew it, say so.',
    { field: 'outcome' },
  ),
  noteNeeded: say('noteNeeded', '媒体撤回的，请写明情况。', 'Say how the outlet withdrew it.', {
    field: 'note',
  }),
} as const;
