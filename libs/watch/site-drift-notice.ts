import { partNames } from './drift-notice.js';
import type { SiteDrift } from './site-store.sql.js';

/** The words for those who run the site; pure. */
export const siteDriftNotice = (
  account: string,
  { path, url, kind, differences }: SiteDrift,
): { readonly subject: string; readonly lines: readonly string[] } => {
  const mend =
    '下一次发布写到这一页时会自动改回；要立即改回，请由运维人员运行 koujing portal rebuild，并查明是谁改的。';
  const mendEn =
    'The next publication that touches it writes it again; to mend it at once run `koujing portal rebuild`, and find out who did it.';
  if (kind === 'gone')
    return {
      subject: `【已不可见】${account}的 ${path}`,
      lines: [
        `“${account}”上由系统写下的 ${path} 已经不在，不是系统删除的。${mend}`,
        url,
        `${path}, which the system wrote on ${account}, is no longer there. ${mendEn}`,
      ],
    };
  return {
    subject: `【被改动】${account}的 ${path}`,
    lines: [
      `“${account}”上由系统写下的 ${path}（列表、订阅或说明）与写下时不一致：`,
      ...differences.map(({ part, published, shown }) =>
        part === 'bytes'
          ? '文字相同，文件的其余部分不同（例如脚本）'
          : `${partNames[part]}：写下的是“${published || '（无）'}”，现为“${shown || '（无）'}”`,
      ),
      mend,
      url,
      `${path} on ${account} is not what the system wrote there. ${mendEn}`,
    ],
  };
};
