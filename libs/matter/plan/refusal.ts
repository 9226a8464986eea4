import { type Reason, say } from '@koujing/kernel';
import type { PlanState } from './plan.api.js';

const states: Readonly<Record<PlanState, readonly [zh: string, en: string]>> = {
  draft: ['起草中', 'a draft'],
  proposed: ['已报送', 'proposed'],
  approved: ['已审定', 'approved'],
  returned: ['已退回', 'returned'],
  executed: ['已实施', 'executed'],
  lapsed: ['已失效', 'lapsed'],
};

/** Every refusal of a release plan, in one table. */
export const planRefusal = {
  notFound: say(
    'planNotFound',
    '没有这份方案，或您无权查看。',
    'There is no such plan, or you may not see it.',
  ),
  wrongState: (state: PlanState): Reason =>
    say(
      'planWrongState',
      `方案${states[state][0]}，现在不能这样做。`,
      `The plan is ${states[state][1]}; this cannot be done now.`,
    ),
  notOfTheLead: say(
    'lacksRole',
    '只能由牵头机关的人员办理。',
    'Only a person of the lead organ may do this.',
  ),
  proposedBySpeaker: say(
    'lacksRole',
    '方案须由牵头机关的审批领导或发言人报送。',
    'A plan is proposed by the leader or spokesperson of the lead organ.',
  ),
  decidedByLeaders: say(
    'lacksRole',
    '方案由市委、市政府领导审定；书面审定的由主管部门统筹员登记。',
    'The leaders of the city committee or government decide; a coordinator of the office records a decision on paper.',
  ),
  leaderNeeded: say(
    'leaderNeeded',
    '登记书面审定时，请写明是哪位领导审定的。',
    'Name the leader whose decision on paper is recorded.',
    { field: 'leader' },
  ),
  decidedByProposer: say(
    'decidedByProposer',
    '报送或起草方案的人不能审定。',
    'Whoever drafted or proposed the plan cannot approve it.',
  ),
  dueInThePast: say('dueInThePast', '实施时限须晚于现在。', 'The hour must lie ahead.', { field: 'dueAt' }),
  notCityLevel: say(
    'notCityLevel',
    '这里登记市委、市政府会议审议的事项，会议机关须为市级机关。',
    'These are matters of city committee and government meetings; the meeting’s organ must be at city level.',
    { field: 'meetingOrganId' },
  ),
  unknownPart: (id: string): Reason =>
    say('unknownPart', `方案里没有这一项：${id}。`, `The plan has no such part: ${id}.`, { field: 'parts' }),
  matterElsewhere: say(
    'matterElsewhere',
    '此事项与牵头机关无关。',
    'The matter does not concern the lead organ.',
    { field: 'matterId' },
  ),
  releaseElsewhere: say(
    'releaseElsewhere',
    '这篇稿件不是该项的机关发布的，也不是与其联合发布的。',
    'The release is neither by the organ of this part nor issued jointly with it.',
    { field: 'releaseId' },
  ),
  notAConference: say(
    'notAConference',
    '这一项不是新闻发布会，请关联稿件。',
    'This part is no conference; link a release.',
    { field: 'conferenceNumber' },
  ),
  unknownConference: (number: string): Reason =>
    say(
      'unknownConference',
      `没有批准过文号为“${number}”的新闻发布会，请核对文号（第四十条）。`,
      `No conference was approved under the number "${number}" (Art.40).`,
      { field: 'conferenceNumber' },
    ),
  conferenceVoid: (number: string): Reason =>
    say(
      'conferenceVoid',
      `文号“${number}”已作废或该发布会已取消，请填写重新批准后的文号（第三十二条）。`,
      `The number "${number}" is void or its conference is cancelled; name the one under which it was approved anew (Art.32).`,
      { field: 'conferenceNumber' },
    ),
  conferenceElsewhere: say(
    'conferenceElsewhere',
    '这场发布会不是该项的机关召开的，该机关也没有参加。',
    'The organ of this part neither holds this conference nor takes part in it.',
    { field: 'conferenceNumber' },
  ),
  partsOpen: (titles: readonly string[]): Reason =>
    say(
      'partsOpen',
      `还有未完成的发布：${titles.join('、')}。`,
      `Some parts are not out yet: ${titles.join(', ')}.`,
    ),
  noParts: say(
    'noParts',
    '方案还没有列出任何发布或发布会。',
    'The plan lists neither a release nor a conference.',
    { field: 'parts' },
  ),
  stale: say(
    'stale',
    '在您查看之后，方案已被改过，请刷新后再操作。',
    'The plan was changed since you looked at it; reload and try again.',
    { field: 'expectedRevision' },
  ),
} as const;
