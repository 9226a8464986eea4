import type { DeliveryState } from './delivery.js';

/** What a person calls the states of the ledger, in the words of the console. */
export const stateNames: Readonly<Record<DeliveryState, { readonly zh: string; readonly en: string }>> = {
  planned: { zh: '待发送', en: 'planned' },
  waiting: { zh: '等待', en: 'waiting' },
  sending: { zh: '发送中', en: 'being sent' },
  accepted: { zh: '平台处理中', en: 'being processed' },
  deferred: { zh: '稍后再试', en: 'to be tried later' },
  unknown: { zh: '结果待核实', en: 'being verified' },
  needsPerson: { zh: '需要人工核实', en: 'waiting for a person' },
  delivered: { zh: '已送达', en: 'delivered' },
  verified: { zh: '已送达并核对', en: 'delivered and verified' },
  rejected: { zh: '失败', en: 'rejected' },
  abandoned: { zh: '已放弃', en: 'abandoned' },
  superseded: { zh: '已被新版取代', en: 'superseded' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  correcting: { zh: '更正中', en: 'being corrected' },
  corrected: { zh: '已更正', en: 'corrected' },
  withdrawing: { zh: '撤回中', en: 'being withdrawn' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  notWithdrawable: { zh: '平台不能撤回', en: 'not withdrawable' },
};
