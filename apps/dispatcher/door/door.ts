import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Trouble } from '@koujing/database';
import type { ErrorBody } from '../../../libs/kernel/answer.api.js';
import { doorWords } from './words.js';

export interface DoorParts {
  /** What ails the disk; null if nothing. */
  readonly disk: () => Trouble | null;
  /** Requests at once; beyond them, later ones are sent away. */
  readonly mostAtOnce?: number;
}

/** More than a whole city's desks ask at once, and little enough that the last of them is answered within seconds. */
const usualAtOnce = 128;
/** The loop this late for so many looks on end, what is in the house is worked off first; one long query sends nobody away. */
const longestDelayMs = 1_500;
const lateLooks = 6;
const lookEveryMs = 500;
const retryAfterS = '5';

/**
 * Who comes in. What is sent away here was not begun, and says so; what was let in is finished. Watchers and whoever signs in
 * are let in however busy it is: without them nobody could find out why. Streams stay open and cost nothing, so they do not count.
 */
export const openDoor = (server: FastifyInstance, { disk, mostAtOnce = usualAtOnce }: DoorParts): void => {
  const inside = new WeakSet<FastifyRequest>();
  let count = 0;
  let late = 0;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const timer = setInterval(() => {
    late = delay.mean / 1e6 > longestDelayMs ? late + 1 : 0;
    delay.reset();
  }, lookEveryMs);
  timer.unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    delay.disable();
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!isWork(request)) return undefined;
    const trouble = isRead(request) ? null : disk();
    const refusal = trouble ?? (count >= mostAtOnce || late >= lateLooks ? 'busy' : null);
    if (refusal === null) {
      inside.add(request);
      count += 1;
      return undefined;
    }
    const body: ErrorBody = { code: 'unavailable', reasons: [doorWords[refusal]] };
    return reply.status(503).header('retry-after', retryAfterS).send(body);
  });
  const leave = async (request: FastifyRequest): Promise<void> => {
    if (inside.delete(request)) count -= 1;
  };
  server.addHook('onResponse', leave);
  server.addHook('onRequestAbort', leave);
};

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

const always = ['/api/health', '/api/session', '/api/stream'];
const isWork = ({ url }: FastifyRequest): boolean =>
  url.startsWith('/api/') && !always.some((path) => url.startsWith(path));
