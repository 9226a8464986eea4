import type { ReleaseKind, ReleaseState } from './release.api.js';

/** How a person is told of each state. */
export const releaseStateNames: Readonly<Record<ReleaseState, { readonly zh: string; readonly en: string }>> =
  {
    draft: { zh: '草稿', en: 'a draft' },
    submitted: { zh: '已提交', en: 'submitted' },
    returned: { zh: '已退回', en: 'returned' },
    approved: { zh: '已审定', en: 'approved' },
    scheduled: { zh: '已排期', en: 'scheduled' },
    heldByGate: { zh: '被闸口拦下', en: 'held by the gate' },
    released: { zh: '已发布', en: 'released' },
    withdrawn: { zh: '已撤下', en: 'withdrawn' },
  };

/** The seven categories (Art.13). */
export const releaseKindNames: Readonly<Record<ReleaseKind, string>> = {
  routine: '常规政务',
  hotTopic: '社会热点',
  emergency: '突发事件',
  warning: '重要预警',
  majorEvent: '重大活动',
  mediaScrutiny: '舆论监督',
  other: '其他',
};
