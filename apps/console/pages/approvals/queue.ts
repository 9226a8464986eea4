import type { ApprovalSummary } from '../../api/contract.js';

type Queue = readonly Pick<ApprovalSummary, 'release'>[];

/** Where one stands in the queue; -1 where it does not wait. */
export const placeOf = (queue: Queue, id: string): number =>
  queue.findIndex(({ release }) => release.id === id);

/** What opens once this one is decided: the one behind it, from the last the first; null if no other waits. */
export const nextAfter = (queue: Queue, id: string): string | null => {
  const at = placeOf(queue, id);
  const others = queue.filter(({ release }) => release.id !== id);
  return (others[at] ?? others[0])?.release.id ?? null;
};

/** The neighbour that a step leads to, round the ends; null where there is no other. */
export const stepFrom = (queue: Queue, id: string, by: 1 | -1): string | null => {
  const at = placeOf(queue, id);
  if (at < 0) return queue[0]?.release.id ?? null;
  const to = queue[(at + by + queue.length) % queue.length]?.release.id;
  return to === undefined || to === id ? null : to;
};
