import type { DeliveryView } from '../../api/contract.js';

type Part = NonNullable<NonNullable<DeliveryView['readBack']>['drift']>['differences'][number]['part'];

const zh = {
  seen: (at: string) => `${at} 看过，与审定稿一致`,
  unreadable: (at: string, reason: string) => `${at} 未能读取：${reason}`,
  tags: { gone: '已不可见', differs: '与审定稿不符' },
  gone: '已经看不到：被平台删除，或被人手工删除。不会自动重发。',
  differs: '显示的内容与审定稿不一致',
  parts: {
    ...{ title: '标题', text: '正文', number: '数字', link: '链接', file: '图片或附件' },
    ...{ around: '正文以外', bytes: '文件' },
  } as Record<Part, string>,
  approved: '审定',
  shown: '现在',
  nothing: '（无）',
};

const en: typeof zh = {
  seen: (at) => `Seen at ${at}, as approved`,
  unreadable: (at, reason) => `Could not be read at ${at}: ${reason}`,
  tags: { gone: 'No longer there', differs: 'Not as approved' },
  gone: 'No longer there: deleted by the platform or by hand. It is not sent again by itself.',
  differs: 'What is shown is not what was approved',
  parts: {
    ...{ title: 'Title', text: 'Text', number: 'Number', link: 'Link', file: 'Picture or attachment' },
    ...{ around: 'Around the text', bytes: 'File' },
  },
  approved: 'Approved',
  shown: 'Shown now',
  nothing: '(nothing)',
};

export const readBackWords = { zh, en };
