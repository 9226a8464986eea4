import type { Drift } from './drift-store.sql.js';

export interface DriftedPublication {
  readonly title: string;
  readonly account: string;
  readonly url: string | null;
}

export const partNames = {
  ...{ title: '标题', text: '正文', number: '数字', link: '链接', file: '图片或附件' },
  ...{ around: '正文以外', bytes: '文件' },
} as const;

/** The words for whoever must see to it; pure. */
export const driftNotice = (
  { title, account, url }: DriftedPublication,
  { kind, differences }: Drift,
): { readonly subject: string; readonly lines: readonly string[] } => {
  const where = url === null ? [] : [url];
  if (kind === 'gone')
    return {
      subject: `【已不可见】${title}`,
      lines: [
        `《${title}》在“${account}”上已经看不到：被平台删除，或被人手工删除。本系统没有撤回它，也不会自动重发，请核实后处理。`,
        ...where,
        `"${title}" can no longer be seen on ${account}: deleted by the platform or by hand. Nothing is sent again by itself.`,
      ],
    };
  return {
    subject: `【与审定稿不符】${title}`,
    lines: [
      `《${title}》在“${account}”上显示的内容与审定发出的不一致，请核实：`,
      ...differences.map(
        ({ part, published, shown }) =>
          `${partNames[part]}：审定为“${published || '（无）'}”，现为“${shown || '（无）'}”`,
      ),
      ...where,
      `What ${account} shows of "${title}" is not what was approved and sent.`,
    ],
  };
};
