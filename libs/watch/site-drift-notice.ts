import { partNames } from './drift-notice.js';
import type { SiteDrift } from './site-store.sql.js';

/** Files of one notice; whoever changed more than these changed the site, and the list of them is in the console. */
const most = 20;

const mend =
  '下一次发布写到这些文件时会自动改回；要立即改回，请由运维人员运行 koujing portal rebuild，并查明是谁改的。';
const mendEn =
  'The next publication that touches them writes them again; to mend them at once run `koujing portal rebuild`, and find out who did it.';
const mended = '系统随即按应有的内容重新写下，请查明是谁改的。';
const mendedEn = 'The system writes them again right after this; find out who did it.';

/** The words for those who run the site, one notice for all that a look found; pure. */
export const siteDriftNotice = (
  account: string,
  drifts: readonly SiteDrift[],
  isMended: boolean,
): { readonly subject: string; readonly lines: readonly string[] } => {
  const [first] = drifts;
  const what = drifts.length === 1 && first !== undefined ? first.path : `${drifts.length} 个文件`;
  const isGone = drifts.every(({ kind }) => kind === 'gone');
  const more = drifts.length - most;
  return {
    subject: `【${isGone ? '已不可见' : '被改动'}】${account}的 ${what}`,
    lines: [
      `“${account}”上由系统写下的文件（列表、订阅、说明、名单或报文）与写下时不一致，不是系统改的：`,
      ...drifts.slice(0, most).flatMap((drift) => linesOf(drift, drifts.length === 1)),
      ...(more > 0 ? [`另有 ${more} 个文件，列在“今天”。`] : []),
      isMended ? mended : mend,
      `Files on ${account} are not what the system wrote there. ${isMended ? mendedEn : mendEn}`,
    ],
  };
};

/** Alone a file is told with all that differs, among others with the first of it. */
const linesOf = ({ path, url, kind, differences }: SiteDrift, isAlone: boolean): readonly string[] => {
  if (kind === 'gone') return [`${path} 已经不在`, url];
  const told = (isAlone ? differences : differences.slice(0, 1)).map(({ part, published, shown }) =>
    part === 'bytes'
      ? '文字相同，文件的其余部分不同（例如脚本）'
      : `${partNames[part]}：写下的是“${published || '（无）'}”，现为“${shown || '（无）'}”`,
  );
  return [...told.map((line) => `${path} ${line}`), url];
};
