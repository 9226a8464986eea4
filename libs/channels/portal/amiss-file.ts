import type { AmissFile, Reading } from '@koujing/channel';
import { wordsOfPage } from './page-text.js';
import type { Part } from './part.js';
import type { PortalSettings } from './portal-settings.js';
import { nameOfPart } from './survey-parts.js';

/** A file of a part that does not stand as it is wanted; null where there is none. */
export const amissFile = (
  part: Part,
  path: string,
  { wanted, stands }: { readonly wanted: Uint8Array; readonly stands: Uint8Array | null },
  { baseUrl }: Pick<PortalSettings, 'baseUrl'>,
): AmissFile => ({
  ...{ part: nameOfPart(part), path, url: `${baseUrl}/${path}` },
  ...{ expected: readingOf(path, wanted), shown: stands === null ? null : readingOf(path, stands) },
});

const words = /\.(?:html|xml|atom|json|txt|csv|map|js)$/u;

/** As a person would compare them: the words of a page and where it leads; lines of a feed. Of a picture nothing. */
const readingOf = (path: string, bytes: Uint8Array): Reading => {
  if (!words.test(path)) return { text: '' };
  const text = Buffer.from(bytes).toString('utf8');
  if (!path.endsWith('.html')) return { text };
  const links = [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/gu)].map(([, to = '']) => to);
  return { text: wordsOfPage(text), links };
};
