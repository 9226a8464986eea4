import { digestOf } from '@koujing/kernel';
import type { PortalSettings } from './portal-settings.js';
import { nothingForThePress, type PublishedNotice } from './press.js';
import { portalRendition } from './portal-page.js';
import type { PublishedEntry, PublishedPage } from './published-entry.js';
import type { SiteChange, SiteReader } from './published-index.js';
import { renderPart } from './render-part.js';
import { columnList, listSize, type ListName } from './site-list.js';
import { wholeSite } from './site-part.js';

/** Enough for a first, a full and a last page of a list, each with its links to the others. */
const entries = 2 * listSize + 2;
const at = new Date('2026-11-27T01:30:00Z');

/**
 * The form that the site is written in: what a small site looks like in these settings. Whatever changes a byte of a list, a feed or a
 * notice – a template, a style, a name, a number – changes it too, without anybody having to think of it. Articles keep the words and the
 * template in which they were approved; their head and foot are the site's.
 */
export const formOf = async (settings: PortalSettings): Promise<string> => {
  const key = digestOf({ ...settings, root: '', checkLive: true });
  const known = forms.get(key);
  if (known !== undefined) return known;
  const sample = sampleSite(settings);
  const files: (readonly [string, string | Uint8Array | null])[] = [];
  for (const part of await wholeSite(settings, sample))
    files.push(...(await renderPart(part, settings, sample)));
  // The settings that were asked for last are asked for again.
  forms.clear();
  const form = digestOf(
    files.map(([path, content]) => [path, digestOf(Buffer.from(content ?? '').toString('base64'))]),
  );
  forms.set(key, form);
  return form;
};

const forms = new Map<string, string>();

const notice: PublishedNotice = {
  ...{ number: '1', status: 'approved', theme: '主题', name: '某局', host: '某人', place: '某处' },
  ...{ startsAt: at, approvedAt: at, voidedAt: null, changed: [], successor: null },
};

/** As if it had been approved in other settings: what the site puts round it is all that changes. */
const samplePage = (settings: PortalSettings, entry: PublishedEntry): PublishedPage => ({
  entry,
  rendition: portalRendition(
    {
      ...{ ...entry, blocks: [], jointOrgans: [], keywords: [], images: [] },
      portalUrl: `${settings.baseUrl}/${entry.path}`,
    },
    { ...settings, siteName: '从前的名称', icp: '从前的号', accent: '#000000', columns: [] },
  ),
});

const sampleSite = (settings: PortalSettings): SiteReader => {
  const column = settings.columns[0]?.name ?? '通知公告';
  const all = Array.from({ length: entries }, (_, number): PublishedEntry => {
    const releaseId = `sample-${number}`;
    return {
      ...{ releaseId, version: 1, path: `r/${releaseId}.html`, title: `题目${number}`, summary: '摘要' },
      ...{ organ: '某局', organs: ['某局'], column, publishedAt: at },
      updatedAt: number % 2 === 0 ? at : new Date(at.getTime() + 60_000),
    };
  }).toReversed();
  const line = { releaseId: 'sample-1', version: 2, organ: '某局', at };
  const changes: readonly SiteChange[] = [
    { kind: 'corrected', ...line, live: { title: '题目1', path: 'r/sample-1.html', note: '更正说明' } },
    { kind: 'withdrawn', ...line, live: null },
  ];
  const withdrawal = { releaseId: 'sample-gone', version: 1, at };
  const names: readonly ListName[] = ['site', columnList(column), 'organ:某局', 'year:2026'];
  const listed = (list: ListName) => (names.includes(list) ? all : []);
  return {
    ...nothingForThePress,
    newest: async (limit, list = 'site') => listed(list).slice(0, limit),
    between: async (list, first, last) =>
      listed(list).slice(Math.max(0, entries - last), Math.max(0, entries - first + 1)),
    changesBetween: async () => changes,
    lists: async () => [
      ...names.map((list) => ({ list, last: entries })),
      { list: 'changes', last: changes.length },
      // One that no navigation has.
      { list: columnList('从前的栏目'), last: 0 },
    ],
    last: async (list) => (list === 'changes' ? changes.length : listed(list).length),
    sitemapParts: async () => [{ part: 1, changedAt: at }],
    withdrawn: async () => [withdrawal],
    withdrawal: async () => withdrawal,
    pages: async (after) => (after === '' ? all.slice(0, 1).map((entry) => samplePage(settings, entry)) : []),
    shows: async () => true,
    roster: async () => ({
      ...{ year: 2026, publishedAt: at, publisher: '某局', csv: '某局' },
      organs: [{ organ: '某局', lines: [{ post: '新闻发言人', name: '某人', title: '副局长' }] }],
    }),
    changedAt: async () => at,
    alerts: async () => [{ identifier: '1', headline: '题目', senderName: '某局', sentAt: at }],
    conferences: async () => [
      notice,
      { ...notice, number: '2', status: 'changed', voidedAt: at, changed: ['time'] },
    ],
  };
};
