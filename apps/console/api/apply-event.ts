import type { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { deliveryEventSchema, DeliveryView } from './contract.js';

/** Which answers a topic makes out of date; the first part of their keys. */
const stale: Readonly<Record<string, readonly string[]>> = {
  delivery: ['deliveries', 'releases', 'release'],
  // A release answers a matter, tells of an incident and ends clocks.
  release: [
    'release',
    'releases',
    'deliveries',
    'matter',
    'matters',
    'deadlines',
    'incident',
    'incidents',
    'agenda',
    'approvals',
    'approval',
    'notifications',
  ],
  finding: [
    ...['finding', 'findings', 'release', 'releases', 'matter', 'matters', 'agenda', 'notifications'],
    ...['approvals', 'approval'],
  ],
};

/** Many rows of one dispatch change at once: ask again for each kind at most this often (ms). */
const gather = 700;
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

const askAgain = (client: QueryClient): void => {
  timer = undefined;
  const keys = new Set(waiting);
  waiting.clear();
  void client.invalidateQueries({ predicate: ({ queryKey }) => keys.has(String(queryKey[0])) });
};

/** New states at once, from the event itself; receipts and messages come with the next answer. */
const showStates = (client: QueryClient, data: unknown): void => {
  const event = data as z.infer<typeof deliveryEventSchema>;
  const states = new Map(event.deliveries.map(({ id, state }) => [id, state]));
  client.setQueryData<readonly DeliveryView[]>(['deliveries', event.releaseId], (rows) =>
    rows?.map((row) => ({ ...row, state: states.get(row.id) ?? row.state })),
  );
};

/** Every connection begins with a snapshot: while there was none anything may have changed. */
export const applyEvent = (client: QueryClient, topic: string, data: string): void => {
  const keys = topic === 'snapshot' ? Object.values(stale).flat() : (stale[topic] ?? []);
  if (topic === 'delivery') showStates(client, JSON.parse(data));
  for (const key of keys) waiting.add(key);
  if (waiting.size > 0) timer ??= setTimeout(() => askAgain(client), gather);
};
