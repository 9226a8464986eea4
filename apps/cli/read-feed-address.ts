import { AxiosHttp } from '@koujing/channel';
import type { ArchiveRows } from '@koujing/conflict';
import { SystemClock } from '@koujing/kernel';
import { fetchPolitely, Robots } from '@koujing/watch';
import { BadInput } from './bad-input.js';
import { feedRows } from './read-archive.js';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

export const isAddress = (given: string): boolean => /^https?:\/\//iu.test(given);

interface Reading {
  readonly organ: string | undefined;
  /** Hosts of a private network that may be read, each with its port where it is not the usual one. */
  readonly innerHosts: readonly string[];
}

/**
 * A feed where it stands: read as politely and as carefully as the watch reads (robots.txt, at most three redirects, no address of
 * a private network). @throws BadInput that says why it was not read
 */
export const readFeedAddress = async (url: string, { organ, innerHosts }: Reading): Promise<ArchiveRows> => {
  const http = new AxiosHttp();
  const clock = new SystemClock();
  const reach = { http, innerHosts, userAgent: 'KoujingImport/1.0' };
  try {
    const fetched = await fetchPolitely(
      { url, accept },
      reach,
      new Robots(reach, () => clock.now().getTime()),
    );
    if (fetched.kind === 'read') return feedRows(fetched.text, url, organ);
    const reason = 'reason' in fetched ? fetched.reason : '没有新内容 (nothing new)';
    throw new BadInput(`${url} 没有读到 (was not read)：${reason}`);
  } finally {
    http.close();
  }
};
