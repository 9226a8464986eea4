interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A kind of notice as a group reads it. */
export interface NoticeKind {
  readonly name: Words;
  /** What waits. Never a title, never a text: the group lies on a platform outside, and the release may not be out. */
  readonly sentence: Words;
}

const kind = (zh: string, en: string, waits: string, waitsEn: string): NoticeKind => ({
  name: { zh, en },
  sentence: { zh: waits, en: waitsEn },
});

const other = kind('其他通知', 'Other notices', '有一条新通知，请到控制台查看。', 'There is a new notice.');

/** Every kind that the house tells of; what is not named here is told as `other`. */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  deadline: kind('时限提醒', 'Deadlines', '有时限临近或已到期，请办理。', 'A deadline is near or over.'),
  approval: kind('待审批', 'Approvals', '有稿件等待审批。', 'A release waits for approval.'),
  heldByGate: kind(
    '发布被拦下',
    'Held releases',
    '有稿件因口径冲突未能发布，请处理。',
    'A release is held for a conflict.',
  ),
  scheduledReleaseHeld: kind(
    '排期未能发布',
    'Held at its hour',
    '有排期的稿件到时未能发布，请处理。',
    'A scheduled release did not go out.',
  ),
  preflight: kind(
    '发布前检查',
    'Before the hour',
    '有稿件临近发布，检查发现问题。',
    'The check before a scheduled release found something.',
  ),
  inconsistencyReport: kind('口径冲突', 'Conflicts', '发现口径冲突，请统筹。', 'A conflict was found.'),
  forwardedFinding: kind(
    '转交的冲突',
    'Forwarded conflicts',
    '新闻办转交了一组口径冲突，请答复。',
    'The office forwarded conflicts.',
  ),
  ruling: kind('裁定', 'Rulings', '一处口径冲突已有裁定。', 'A conflict was ruled on.'),
  correctionDuty: kind(
    '要求更正',
    'Demanded corrections',
    '有已发布的内容须更正或撤回，请立即办理。',
    'Something published must be corrected or withdrawn.',
  ),
  gapReport: kind('发布缺位', 'Gaps', '有事项应发布而未发布。', 'Something that should be told is not.'),
  agreedLine: kind(
    '统一口径变动',
    'Agreed lines',
    '统一口径有变动，请核对在写的稿件。',
    'An agreed line changed.',
  ),
  directive: kind('督办', 'Directives', '有督办事项，请签收或办理。', 'A directive waits.'),
  conference: kind(
    '新闻发布会',
    'Press conferences',
    '新闻发布会有事项等待办理。',
    'A press conference waits for something.',
  ),
  interviewUnanswered: kind(
    '采访逾期未答复',
    'Unanswered interviews',
    '有采访申请逾期未答复。',
    'An interview request is unanswered.',
  ),
  mediaLeft: kind('媒体退订', 'Media unsubscriptions', '有媒体退订了邮件。', 'A medium unsubscribed.'),
  subscriptionPaused: kind(
    '事件订阅暂停',
    'Paused subscriptions',
    '有事件订阅因对方长时间没有收下而暂停。',
    'An event subscription is paused.',
  ),
  releaseWithdrawn: kind(
    '撤回',
    'Withdrawals',
    '有已发布的内容被撤回。',
    'Something published was withdrawn.',
  ),
  emergencyWithdrawal: kind(
    '紧急撤回',
    'Emergency withdrawals',
    '发言人紧急撤回了已发布的内容，请复核。',
    'A spokesperson withdrew something; review it.',
  ),
  deliveryTrouble: kind(
    '发送出现问题',
    'Troubled deliveries',
    '有渠道发送需要人工处理。',
    'A delivery needs a person.',
  ),
  accountStopped: kind(
    '渠道账号停用',
    'Stopped accounts',
    '有渠道账号已停止发送，请处理。',
    'A channel account sends nothing.',
  ),
  credentialEnds: kind(
    '渠道授权到期',
    'Ending authorisations',
    '有渠道账号的授权即将到期或已到期。',
    'An authorisation ends or has ended.',
  ),
  breakGlass: kind(
    '应急账号启用',
    'Emergency account',
    '应急账号刚刚登录，请立即核对。',
    'The emergency account was just used.',
  ),
  roleChange: kind(
    '角色变更待确认',
    'Changes of roles',
    '有角色变更等待另一位管理员确认。',
    'A change of roles waits for another administrator.',
  ),
  violation: kind('违规线索', 'Violations', '发现违规线索，请核实。', 'A possible violation was found.'),
  other,
};

/** Names that the ledger gives its notices; a group needs not tell them apart. */
const deliveryKinds = /^(?:delivery|mail)/u;

/** The kind under which a notice is subscribed to. */
export const kindOfNotice = (name: string): string => {
  if (Object.hasOwn(noticeKinds, name)) return name;
  return deliveryKinds.test(name) ? 'deliveryTrouble' : 'other';
};

export interface ChatText {
  readonly kind: string;
  readonly organ: string;
  /** The page in the console, with its host. */
  readonly url: string;
}

/** Pure: what a group reads of a notice. */
export const textOf = ({ kind: name, organ, url }: ChatText): string => {
  const { name: title, sentence } = noticeKinds[name] ?? other;
  return `【口径】${title.zh} · ${organ}\n${sentence.zh}\n${url}`;
};
