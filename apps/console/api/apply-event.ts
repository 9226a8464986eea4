import type { QueryClient } from '@tanstack/react-query';

/** Which answers a topic makes out of date; the first part of their keys. */
const stale: Readonly<Record<string, readonly string[]>> = {
  delivery: ['deliveries', 'releases'],
  release: ['release', 'releases', 'deliveries'],
  finding: ['finding', 'findings', 'release', 'releases'],
};

/** Many rows of one dispatch change at once: ask again for each kind at most this often (ms). */
const gather = 400;
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

const askAgain = (client: QueryClient): void => {
  timer = undefined;
  const keys = new Set(waiting);
  waiting.clear();
  void client.invalidateQueries({ predicate: ({ queryKey }) => keys.has(String(queryKey[0])) });
};

/** A snapshot may have missed anything, so every answer of these kinds is asked for again. */
export const applyEvent = (client: QueryClient, topic: string): void => {
  const keys = topic === 'snapshot' ? Object.values(stale).flat() : (stale[topic] ?? []);
  for (const key of keys) waiting.add(key);
  if (waiting.size > 0) timer ??= setTimeout(() => askAgain(client), gather);
};
