import type { Reason } from '@koujing/kernel';

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
  accountNotFound: {
    code: 'accountNotFound',
    message: '没有这个渠道账号。',
    messageEn: 'There is no such channel account.',
  },
  cannotDecide: (state: string, decision: string): Reason => ({
    code: 'cannotDecide',
    message: `这条发送记录目前是“${state}”，不能改为“${decision}”。`,
    messageEn: `The delivery is ${state}; it cannot be made ${decision}.`,
    field: 'decision',
  }),
  cannotRetry: (state: string): Reason => ({
    code: 'cannotRetry',
    message: `这条发送记录目前是“${state}”，只有被退回的才能重发。`,
    messageEn: `The delivery is ${state}; only a rejected one can be sent again.`,
  }),
  accountWorks: (account: string): Reason => ({
    code: 'accountWorks',
    message: `账号“${account}”工作正常，无需恢复。`,
    messageEn: `The account "${account}" works; there is nothing to resume.`,
  }),
  notOffered: (alternative: string, offered: readonly string[]): Reason => ({
    code: 'notOffered',
    message: `这条发送记录目前不提供“${alternative}”这一办法。`,
    messageEn: `The delivery does not offer "${alternative}" at present.`,
    field: 'alternative',
    allowed: offered.length === 0 ? '—' : offered.join('、'),
  }),
  stopped: (account: string): Reason => ({
    code: 'accountStopped',
    message: `账号“${account}”已停用，请运维人员先恢复账号。`,
    messageEn: `The account "${account}" is stopped; an operator must resume it first.`,
  }),
} as const;
