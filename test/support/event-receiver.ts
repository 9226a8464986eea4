import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What arrived at a subscriber's address. */
export interface Received {
  readonly body: string;
  readonly event: { readonly event: string; readonly id: string; readonly data?: Record<string, unknown> };
  readonly signature: string;
  readonly key: string;
  /** What it was answered. */
  readonly status: number;
}

/** A system elsewhere that takes events: it answers what it is told to, and 200 when it is told nothing. */
export const eventReceiver = async () => {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      const status = answers.shift() ?? 200;
      received.push({
        ...{ body, status, event: JSON.parse(body) as Received['event'] },
        signature: String(request.headers['koujing-signature']),
        key: String(request.headers['idempotency-key']),
      });
      reply.statusCode = status;
      reply.end(status === 200 ? 'taken' : 'not now');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    /** The next requests get these. */
    answers,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
export type EventReceiver = Awaited<ReturnType<typeof eventReceiver>>;
