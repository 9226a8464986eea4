import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly body?: string;
  readonly status?: number;
  readonly location?: string;
  readonly type?: string;
  /** Told with the answer; who names it again is told that nothing has changed. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly retryAfter?: string;
}

/** What was asked of the site. */
interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
}

const statusOf = (answer: Answer | undefined, headers: IncomingHttpHeaders): number => {
  if (answer === undefined) return 404;
  const isKnown =
    (answer.etag !== undefined && headers['if-none-match'] === answer.etag) ||
    (answer.lastModified !== undefined && headers['if-modified-since'] === answer.lastModified);
  return answer.status ?? (isKnown ? 304 : 200);
};

const say = (response: ServerResponse, status: number, answer: Answer | undefined): void => {
  const told = {
    ...{ location: answer?.location, etag: answer?.etag, 'last-modified': answer?.lastModified },
    ...{ 'retry-after': answer?.retryAfter },
    'content-type': answer?.type ?? 'application/rss+xml; charset=utf-8',
  };
  response.writeHead(
    status,
    Object.fromEntries(
      Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  );
  response.end(status === 304 ? undefined : (answer?.body ?? ''));
};

/** A site of somebody else's, on this machine: what it answers by path, and 404. */
export const aSite = async () => {
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];
  const server = createServer(({ url: path = '', headers }, response) => {
    const answer = answers.get(path);
    const status = statusOf(answer, headers);
    asked.push({ path, headers, status });
    say(response, status, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    answers,
    asked: (path: string): readonly Asked[] => asked.filter((one) => one.path === path),
    host,
    entry: (guid: string, heading: string, words: string, date: string): string =>
      `<item><title>${heading}</title><link>http://${host}/${guid}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate><description>${words}</description></item>`,
    feed: (...items: readonly string[]): string =>
      `<rss version="2.0"><channel><title>t</title><link>http://${host}/</link><description>d</description>${items.join('')}</channel></rss>`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
export type Site = Awaited<ReturnType<typeof aSite>>;
