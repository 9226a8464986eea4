import type { Reason } from '@koujing/kernel';
import type { DeliveryState } from './delivery.js';
import { stateNames } from './state-names.js';

/** Every refusal of this lib, in one table. */
export const dispatchRefusal = {
  heldByGate: {
    code: 'heldByGate',
    message: '闸口发现尚未裁定的冲突，此稿暂不能发布，已通知统筹员。',
    messageEn:
      'The gate found a conflict that nobody has ruled on; the release is held and the coordinator has been told.',
  },
  noPortal: {
    code: 'noPortal',
    message: '尚未选择门户网站账号：应先在政府网站发布，再由其他渠道转载（第十七条）。',
    messageEn:
      'No portal account is chosen: the government website publishes first, other channels follow (Art.17).',
    field: 'accountIds',
  },
  noAccount: {
    code: 'noAccount',
    message: '所选渠道账号均已停用或不存在。',
    messageEn: 'None of the chosen channel accounts exists and is enabled.',
    field: 'accountIds',
  },
  deliveryNotFound: {
    code: 'deliveryNotFound',
    message: '没有这条发送记录，或您无权查看。',
    messageEn: 'There is no such delivery, or you may not see it.',
  },
  accountInFile: {
    code: 'accountInFile',
    message: '这个账号写在配置文件里（门户的目录和名称），请运维人员在那里修改。',
    messageEn:
      'This account stands in the configuration file (folder and names of the portal); the operator changes it there.',
  },
  placeOfOffice: (field: string): Reason => ({
    code: 'placeOfOffice',
    message: '发送到哪里由新闻办的管理员更改。',
    messageEn: "Where it sends to is changed by the office's administrator.",
    field: `settings.${field}`,
  }),
  secretsAgain: (names: readonly string[]): Reason => ({
    code: 'secretsAgain',
    message: '改了发送的地址，凭据要一并重新填写，以免发到别处。',
    messageEn: 'With another address the credentials must be given again, so that they do not go elsewhere.',
    field: `secrets.${names[0] ?? ''}`,
  }),
  staleAccount: (revision: number): Reason => ({
    code: 'stale',
    message: `此账号已改到第 ${revision} 版，请刷新后再操作。`,
    messageEn: `The account is now at revision ${revision}; reload and try again.`,
    field: 'expectedRevision',
  }),
  channelUnknown: (channel: string): Reason => ({
    code: 'channelUnknown',
    message: `没有这种渠道：${channel}。`,
    messageEn: `There is no such channel: ${channel}.`,
    field: 'channel',
  }),
  noTrial: {
    code: 'noTrial',
    message: '这个渠道没有测试发送。',
    messageEn: 'This channel has no test-send.',
  },
  trialTarget: (kind: 'mail' | 'name'): Reason => ({
    code: 'trialTarget',
    message: kind === 'mail' ? '请填写一个邮箱地址。' : '请填写收测试消息的微信号。',
    messageEn: kind === 'mail' ? 'Give one mail address.' : 'Give the name that gets the trial.',
    field: 'target',
  }),
  accountNotFound: {
    code: 'accountNotFound',
    message: '没有这个渠道账号。',
    messageEn: 'There is no such channel account.',
  },
  amendmentNotFound: {
    code: 'amendmentNotFound',
    message: '没有这次更正或撤回，或您无权查看。',
    messageEn: 'There is no such correction or withdrawal, or you may not see it.',
  },
  stepNotFound: {
    code: 'stepNotFound',
    message: '没有这项人工步骤，或您无权查看。',
    messageEn: 'There is no such manual step, or you may not see it.',
  },
  stepDone: (by: string): Reason => ({
    code: 'stepDone',
    message: `这项步骤已由${by === '' ? '他人' : by}处理。`,
    messageEn: 'Somebody has done this step already.',
  }),
  notOut: (state: string): Reason => ({
    code: 'notOut',
    message:
      state === 'withdrawn' ? '此稿已经撤回。' : '此稿没有发布在外的版本，无需撤回；未发布的稿件请用“撤下”。',
    messageEn:
      state === 'withdrawn'
        ? 'The release has been withdrawn already.'
        : 'No version of this release is out; what was never out is taken back from its own page.',
  }),
  emergencyOnly: {
    code: 'emergencyOnly',
    message: '发言人只能在紧急情况下撤回（emergency），事后须由审批领导审核；否则请审批领导或统筹员撤回。',
    messageEn:
      'A spokesperson withdraws only in an emergency, which an approver reviews afterwards; otherwise an approver or a coordinator does it.',
    field: 'emergency',
    allowed: 'true',
  },
  noReviewNeeded: {
    code: 'noReviewNeeded',
    message: '只有紧急撤回需要事后审核。',
    messageEn: 'Only an emergency withdrawal is reviewed afterwards.',
  },
  alreadyReviewed: {
    code: 'alreadyReviewed',
    message: '这次紧急撤回已经审核。',
    messageEn: 'This emergency withdrawal has been reviewed already.',
  },
  reviewerOrdered: {
    code: 'reviewerOrdered',
    message: '撤回人不能审核自己的撤回，请由另一人审核。',
    messageEn: 'Who withdrew cannot review it; another person must.',
  },
  amended: (kind: 'correct' | 'withdraw'): Reason => ({
    code: 'amended',
    message: kind === 'correct' ? '这一版本已由更正版本取代，不再发送。' : '此稿已撤回，不再发送。',
    messageEn:
      kind === 'correct'
        ? 'A correction has taken the place of this version; it is not sent again.'
        : 'The release was withdrawn; it is not sent again.',
  }),
  cannotDecide: (state: DeliveryState, to: DeliveryState): Reason => ({
    code: 'cannotDecide',
    message: `这条发送记录目前是“${stateNames[state].zh}”，不能改为“${stateNames[to].zh}”。`,
    messageEn: `The delivery is ${stateNames[state].en}; it cannot be made ${stateNames[to].en}.`,
    field: 'decision',
  }),
  noHour: {
    code: 'noHour',
    message: '只有已排期的发布稿才能提前发给持证媒体，请先定好发布时间。',
    messageEn: 'Only a scheduled release can go to accredited media before its hour; schedule it first.',
  },
  openConflicts: (count: number): Reason => ({
    code: 'openConflicts',
    message: `还有 ${count} 处须裁定的冲突，裁定前不能发给媒体。`,
    messageEn: `${count} conflicts still need a ruling; nothing goes to the media before.`,
  }),
  notAccredited: (name: string): Reason => ({
    code: 'notAccredited',
    message: `名单“${name}”不是持证媒体名单，禁发稿只能发给持证媒体。`,
    messageEn: `The list "${name}" is not an accredited one; embargoed copies go to accredited media only.`,
    field: 'mailingListIds',
  }),
  unknownList: {
    code: 'unknownMailingList',
    message: '所选邮件名单中有一份不存在，请重新选择。',
    messageEn: 'One of the chosen mailing lists does not exist; choose again.',
    field: 'mailingListIds',
  },
  noMailAccount: {
    code: 'noMailAccount',
    message: '此稿没有选择邮件账号。',
    messageEn: 'The release has no e-mail account chosen.',
    field: 'accountIds',
  },
  addressStopped: {
    code: 'addressStopped',
    message: '该地址在停发名单中，请先恢复再重发。',
    messageEn: 'The address is stopped; lift the stop before sending again.',
  },
  cannotRetry: (state: DeliveryState): Reason => ({
    code: 'cannotRetry',
    message: `这条发送记录目前是“${stateNames[state].zh}”，只有失败的才能重发。`,
    messageEn: `The delivery is ${stateNames[state].en}; only a rejected one can be sent again.`,
  }),
  accountWorks: (account: string): Reason => ({
    code: 'accountWorks',
    message: `账号“${account}”工作正常，无需恢复。`,
    messageEn: `The account "${account}" works; there is nothing to resume.`,
  }),
  noConsent: {
    code: 'noConsent',
    message: '这个渠道不需要由人授权。',
    messageEn: 'This channel needs no authorisation by a person.',
  },
  consentStale: {
    code: 'consentStale',
    message: '授权已超过十分钟、已经用过，或不是您在这一次登录里发起的，请重新点击“重新授权”。',
    messageEn:
      'The authorisation is older than ten minutes, was used already, or was not begun by you in this session; press "Authorise again".',
    field: 'state',
    allowed: '10 分钟内 (10 minutes)',
  },
  consentRefused: (message: string): Reason => ({
    code: 'consentRefused',
    message: `平台没有给出授权（${message}），请重新授权。`,
    messageEn: `The platform gave no authorisation (${message}); authorise again.`,
    field: 'code',
  }),
  notOffered: (alternative: string, offered: readonly string[]): Reason => ({
    code: 'notOffered',
    message: `这条发送记录目前不提供“${alternative}”这一办法。`,
    messageEn: `The delivery does not offer "${alternative}" at present.`,
    field: 'alternative',
    allowed: offered.length === 0 ? '—' : offered.join('、'),
  }),
  nothingToResend: {
    code: 'nothingToResend',
    message: '没有被拒绝或等待人工判断的发送记录，无需重发。',
    messageEn:
      'No delivery of this choice was refused or waits for a person; there is nothing to send again.',
  },
  stopped: (account: string): Reason => ({
    code: 'accountStopped',
    message: `账号“${account}”已停用，请运维人员先恢复账号。`,
    messageEn: `The account "${account}" is stopped; an operator must resume it first.`,
  }),
} as const;
