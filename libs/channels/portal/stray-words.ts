import type { FilePort } from '@koujing/channel';
import { wordsOfPage } from './page-text.js';

const page = /\.(?:x?html?|shtml)$/iu;
const data = /\.(?:xml|atom|rss|rdf|json|csv|txt|md|svg)$/iu;

const longestPage = 2 * 1_048_576;
/** Of a message or a table what a person needs to see what it is. */
const longestData = 4_096;

export interface StrayWords {
  /** The title of a page or a feed; '' where there is none. */
  readonly heading: string;
  /** What is kept of it; the path where a file has no words, as a picture has none. */
  readonly text: string;
}

/** Null where it is gone by now: a picture that a correction took down is in an older listing, and nobody's work. */
export const wordsOfStray = async (
  root: string,
  path: string,
  files: FilePort,
): Promise<StrayWords | null> => {
  const isPage = page.test(path);
  if (!isPage && !data.test(path))
    return (await files.changedAt(root, path)) === null ? null : { heading: '', text: path };
  const bytes = await files.read(root, path);
  if (bytes === null) return null;
  if (!isPage) {
    const text = decoded(bytes.subarray(0, longestData));
    const [, xml, json] = /<title[^>]*>(?:<!\[CDATA\[)?([^<\]]*)|"title":\s*"([^"]*)"/u.exec(text) ?? [];
    return { heading: (xml ?? json ?? '').trim(), text: `${path}\n${text}` };
  }
  const words = wordsOfPage(decoded(bytes.subarray(0, longestPage)));
  return { heading: words.split('\n')[0] ?? '', text: words === '' ? path : words };
};

/** Pages made by hand here are UTF-8 or GBK, and say so or not. A letter that the end cut in two makes no other alphabet of it. */
const decoded = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/charset=["']?gb|encoding=["']gb/iu.test(head)) return new TextDecoder('gb18030').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};
