import type { FastifyInstance } from 'fastify';
import type { LogPort } from '@koujing/channel';
import { newTraceId, problemStatus, traceOf, withinTrace, type Clock } from '@koujing/kernel';
import { serverTimeHeader } from '../../libs/kernel/server-time.api.js';

/** The id of a request: the one that the sender names, or a new one. */
export const traceOfRequest = (request: {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}): string => traceOf(request.headers['traceparent']) ?? newTraceId();

/**
 * Everything that a request sets off knows its id, and the answer names it. The address is logged as its pattern: what stands
 * in a path or a query may be somebody's secret.
 */
export const followRequests = (server: FastifyInstance, log: LogPort): void => {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    withinTrace(request.id, done);
  });
  // Reading a body comes back out of the socket, which knows nothing of the request.
  server.addHook('preValidation', (request, _reply, done) => withinTrace(request.id, done));
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    if ((method === 'GET' || method === 'HEAD') && reply.statusCode < 500) return;
    // Told as a refusal, once a minute: whoever goes on asking would fill the disk with it.
    if (reply.statusCode === problemStatus.tooManyRequests) return;
    const fields = {
      ...{ method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      ms: Math.round(reply.elapsedTime),
    };
    withinTrace(request.id, () => log.info('request.done', fields));
  });
};

/** Every answer tells the city's hour, by which the console counts what is left of a limit. */
export const tellTheHour = (server: FastifyInstance, clock: Clock): void => {
  server.addHook('onRequest', (_request, reply, done) => {
    reply.header(serverTimeHeader, clock.now().toISOString());
    done();
  });
};
