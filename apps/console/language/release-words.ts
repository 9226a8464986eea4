import type { ReleaseKind, ReleaseState } from '../api/contract.js';

interface ReleaseWords {
  readonly states: Record<ReleaseState, string>;
  readonly kinds: Record<ReleaseKind, string>;
  readonly partly: string;
  readonly noneOut: string;
  readonly releasing: string;
  readonly settled: string;
  readonly correcting: (state: string) => string;
  readonly withdrawnPublished: string;
}

const zh: ReleaseWords = {
  states: {
    draft: '草稿',
    submitted: '送审中',
    returned: '已退回',
    approved: '已审定',
    scheduled: '已排期',
    heldByGate: '冲突待统筹',
    released: '已发布',
    withdrawn: '已撤下',
  },
  kinds: {
    routine: '常规政务',
    hotTopic: '社会热点',
    emergency: '突发事件',
    warning: '重要预警',
    majorEvent: '重大活动',
    mediaScrutiny: '舆论监督',
    other: '其他',
  },
  partly: '部分已发布',
  noneOut: '尚未发出',
  releasing: '发布中',
  settled: '已发布',
  correcting: (state) => `已发布 · 更正${state}`,
  withdrawnPublished: '已撤回',
};

const en: ReleaseWords = {
  states: {
    draft: 'Draft',
    submitted: 'Under review',
    returned: 'Returned',
    approved: 'Approved',
    scheduled: 'Scheduled',
    heldByGate: 'Held: conflict',
    released: 'Released',
    withdrawn: 'Withdrawn',
  },
  kinds: {
    routine: 'Routine',
    hotTopic: 'Public concern',
    emergency: 'Emergency',
    warning: 'Warning',
    majorEvent: 'Major event',
    mediaScrutiny: 'Media scrutiny',
    other: 'Other',
  },
  partly: 'Partly released',
  noneOut: 'Not out yet',
  releasing: 'Releasing',
  settled: 'Released',
  correcting: (state) => `Out; correction: ${state}`,
  withdrawnPublished: 'Withdrawn',
};

export const releaseWords = { zh, en };
