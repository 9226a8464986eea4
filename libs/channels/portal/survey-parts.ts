import { singleParts, type Part } from './part.js';
import type { PortalSettings } from './portal-settings.js';
import type { SiteReader } from './published-index.js';
import { fullPages, hasFeeds, sitemapSize, type KnownList, type ListName } from './site-list.js';
import { knownLists, writableKinds } from './site-part.js';

/** Some parts, and where the next ones begin; null at the end. */
interface Some {
  readonly parts: readonly Part[];
  readonly next: string | null;
}

/** What a part is called between two looks. */
export const nameOfPart = (part: Part): string => JSON.stringify(part);
export const partOf = (name: string): Part => JSON.parse(name) as Part;
/** What a newer program looked at is its own affair while a city upgrades. */
export const isPart = ({ kind }: Part): boolean => writableKinds.includes(kind);

/** Of which there are as many as lists, however large the site is: home, heads of lists, feeds, the sitemap's index. */
export const frontParts = async (
  from: string | null,
  limit: number,
  settings: PortalSettings,
  index: Pick<SiteReader, 'lists'>,
): Promise<Some> => {
  const lists = knownLists(settings, await index.lists());
  const all: readonly Part[] = [
    ...singleParts.map((kind) => ({ kind })),
    { kind: 'sitemap', page: null },
    ...lists.flatMap(({ list }): readonly Part[] => [
      ...(list === 'site' ? [] : [{ kind: 'list', list, page: null } as const]),
      ...(hasFeeds(list) ? [{ kind: 'feeds', list } as const] : []),
    ]),
  ];
  const left = all.filter((part) => from === null || nameOfPart(part) > from);
  const sorted = left.toSorted((a, b) => (nameOfPart(a) < nameOfPart(b) ? -1 : 1));
  const parts = sorted.slice(0, limit);
  const last = parts.at(-1);
  return { parts, next: sorted.length > limit && last !== undefined ? nameOfPart(last) : null };
};

/**
 * The full pages of the lists one after the other, the parts of the sitemap, then the notices of what was withdrawn, then the CAP
 * messages.
 */
export const deepParts = async (
  from: string | null,
  limit: number,
  index: Pick<SiteReader, 'lists' | 'withdrawn' | 'alertsAfter'>,
): Promise<Some> => {
  const [name = '', page = '0'] = from === null ? [] : (JSON.parse(from) as readonly [string, string]);
  if (name === messagesName) return messageParts(page, limit, index);
  const lists = (await index.lists()).toSorted((a, b) => (a.list < b.list ? -1 : 1));
  const parts: Part[] = [];
  if (name !== noticesName) {
    for (const list of lists.filter((each) => each.list >= name)) {
      const first = list.list === name ? Number(page) + 1 : 1;
      for (let number = first; number <= pagesOf(list); number += 1) {
        parts.push(pageOf(list.list, number));
        if (parts.length === limit) return { parts, next: JSON.stringify([list.list, String(number)]) };
      }
    }
  }
  const after = name === noticesName ? page : '';
  const notices = (await index.withdrawn())
    .map(({ releaseId }) => releaseId)
    .filter((releaseId) => releaseId > after)
    .toSorted();
  const some = notices.slice(0, limit - parts.length);
  parts.push(...some.map((releaseId) => ({ kind: 'notice', releaseId }) as const));
  const isLeft = notices.length > some.length;
  const next = isLeft ? [noticesName, some.at(-1) ?? after] : [messagesName, ''];
  return { parts, next: JSON.stringify(next) };
};

/** Of each, two files at the most are read. */
const messageParts = async (
  from: string,
  limit: number,
  index: Pick<SiteReader, 'alertsAfter'>,
): Promise<Some> => {
  const most = Math.ceil(limit / 2);
  const some = await index.alertsAfter(from, most);
  const last = some.at(-1);
  return {
    parts: some.map((identifier) => ({ kind: 'message', identifier }) as const),
    next: some.length < most || last === undefined ? null : JSON.stringify([messagesName, last]),
  };
};

/** Behind every list by name. */
const noticesName = '~notices';
const messagesName = '~messages';

const pagesOf = (list: KnownList): number =>
  list.list === 'site' ? Math.max(1, Math.ceil(list.last / sitemapSize)) : fullPages(list);

const pageOf = (list: ListName, page: number): Part =>
  list === 'site' ? { kind: 'sitemap', page } : { kind: 'list', list, page };
