import { createHash } from 'node:crypto';
import {
  HttpFailure,
  type Inspection,
  type ReadFile,
  type Reading,
  type Receipt,
  type Rendition,
} from '@koujing/channel';
import { aroundOfPage } from './page-around.js';
import { linksOfPage, textOfPage } from './page-text.js';
import { publicUrl } from './portal-live.js';
import { filesOnPage, filledPage, pagePath, tombstonePath } from './portal-page.js';
import { markAt, type PortalAttempt } from './portal-publish.js';
import type { PortalSettings } from './portal-settings.js';
import type { PublishedIndex } from './published-index.js';
import { formOf } from './site-form.js';

/** What the public address shows, with its pictures and documents; without `checkLive`, what the files hold. */
export const readPage = async (
  attempt: PortalAttempt,
  index: Pick<PublishedIndex, 'isDressed'>,
): Promise<Inspection> => {
  if (await markAt(attempt, tombstonePath(attempt.releaseId))) return { kind: 'gone' };
  // Asked before the page is read: what is being dressed anew stands in either form, and neither is somebody else's work.
  if (!(await index.isDressed(await formOf(attempt.settings))))
    return {
      kind: 'unreadable',
      reason: '全站页头页脚正在更新，稍后再看 (the frame of the site is being renewed)',
    };
  const bytes = await shown(pagePath(attempt.releaseId), attempt);
  if (bytes === null) return { kind: 'gone' };
  const html = Buffer.from(bytes).toString('utf8');
  const files: ReadFile[] = [];
  for (const { path } of filesOnPage(html))
    files.push({ path, sha256: digestOf(await shown(path, attempt)) });
  return { kind: 'shown', ...wordsOf(html), files, url: publicUrl(attempt) };
};

/** The same as it went out. Pictures and documents are named by what they hold. */
export const readsAsPage = (
  rendition: Rendition,
  { data = {} }: Receipt,
  settings: PortalSettings,
): Reading => {
  const times = {
    publishedAt: new Date(data['publishedAt'] ?? ''),
    updatedAt: new Date(data['updatedAt'] ?? ''),
  };
  const html = filledPage(rendition, Number(data['version']), times, settings);
  return { ...wordsOf(html), files: filesOnPage(html) };
};

const wordsOf = (html: string) => {
  const bytes = Buffer.from(html, 'utf8');
  return { text: textOfPage(bytes), links: linksOfPage(bytes), around: aroundOfPage(html) };
};

const shown = async (path: string, { settings, ports }: PortalAttempt): Promise<Uint8Array | null> => {
  if (!settings.checkLive) return ports.files.read(settings.root, path);
  const url = `${settings.baseUrl}/${path}`;
  const reply = await ports.http.request({ method: 'GET', url, timeoutMs: 5_000 });
  if (reply.status === 404 || reply.status === 410) return null;
  if (reply.status !== 200) throw new HttpFailure(`${url}: ${reply.status}`, 'maybe');
  return reply.body;
};

const digestOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
