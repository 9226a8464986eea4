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
  return {
    answers,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
export type Site = Awaited<ReturnType<typeof aSite>>;
