import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly body?: string;
  readonly status?: number;
  readonly location?: string;
}

/** A site of somebody else's, on this machine: what it answers by path, and 404. */
export const aSite = async () => {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    response.writeHead(answer?.status ?? (answer === undefined ? 404 : 200), {
      'content-type': 'application/rss+xml; charset=utf-8',
      ...(answer?.location === undefined ? {} : { location: answer.location }),
    });
    response.end(answer?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    answers,
    host,
    entry: (guid: string, heading: string, words: string, date: string): string =>
      `<item><title>${heading}</title><link>http://${host}/${guid}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate><description>${words}</description></item>`,
    feed: (...items: readonly string[]): string =>
      `<rss version="2.0"><channel><title>t</title><link>http://${host}/</link><description>d</description>${items.join('')}</channel></rss>`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
export type Site = Awaited<ReturnType<typeof aSite>>;
