import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve, type Answer } from '../faulty-call.js';
import { cityDate, type World } from '../world.js';
import type { WeiboCall, WeiboReply, WeiboRequest } from './weibo-call.js';
import { oauthCalls } from './weibo-oauth.js';
import { WeiboRefusal } from './weibo-refusal.js';
import { shareCall, updateCall } from './weibo-share.js';
import { timelineCalls } from './weibo-timeline.js';
import { endToken, seedToken, validToken } from './weibo-token.js';

const rateLimitCall: WeiboCall = {
  name: 'account/rate_limit_status',
  path: '/2/account/rate_limit_status.json',
  methods: ['GET'],
  needsToken: true,
  answer: (_request, world) => {
    const limit = world.accounts.weibo.callsPerDay;
    const left = Math.max(0, limit - world.memory.counted(callCounter(world)));
    return { json: { user_limit: limit, remaining_user_hits: left, limit_time_unit: 'DAY' } };
  },
};

const calls: readonly WeiboCall[] = [...oauthCalls, shareCall, updateCall, ...timelineCalls, rateLimitCall];

/** Stands in for https://api.weibo.com under the prefix it is registered with. */
export const weiboServer =
  (world: World) =>
  async (app: FastifyInstance): Promise<void> => {
    seedToken(world);
    for (const call of calls)
      app.route({
        method: ['GET', 'POST'],
        url: call.path,
        handler: async (request, reply) => {
          const input = await readRequest(request, call.path);
          const text = Object.values(input.params).join('\n');
          const answer = async (): Promise<Answer> => answerOf(call, input, request.method, world);
          const refuse = (code: number, said: string | undefined): Answer =>
            refusal(new WeiboRefusal(code, said), call, input, world);
          await serve(world, { channel: 'weibo', call: call.name, text, answer, refuse }, { request, reply });
          return reply;
        },
      });
    app.all('/2/*', async (request, reply) => {
      const input = await readRequest(request, request.url);
      const unknown = new WeiboRefusal(10020);
      return reply.code(unknown.status).type('application/json').send(unknown.json(input.path, false));
    });
  };

const answerOf = (call: WeiboCall, input: WeiboRequest, method: string, world: World): Answer => {
  try {
    if (!call.methods.some((known) => known === method)) throw new WeiboRefusal(10021);
    if (call.needsToken) {
      if (world.faults.take('weibo', call.name, ['tokenExpired'])) endToken(input, world);
      validToken(input, world);
      if (world.memory.count(callCounter(world)) > world.accounts.weibo.callsPerDay)
        throw new WeiboRefusal(10023);
    }
    return written(call.answer(input, world));
  } catch (error) {
    if (error instanceof WeiboRefusal) return refusal(error, call, input, world);
    throw error;
  }
};

const callCounter = (world: World): string => `weibo-calls ${cityDate(world.clock.now())}`;

const written = (reply: WeiboReply): Answer => {
  if ('page' in reply)
    return { status: 200, json: reply.page, type: 'text/html; charset=utf-8', outcome: 'ok' };
  if ('redirect' in reply) return { status: 302, json: '', location: reply.redirect, outcome: 'ok' };
  return { status: 200, json: JSON.stringify(reply.json), outcome: 'ok' };
};

const refusal = (error: WeiboRefusal, call: WeiboCall, input: WeiboRequest, world: World): Answer => {
  const asString = world.faults.take('weibo', call.name, ['errorCodeAsString']) !== undefined;
  return { status: error.status, json: error.json(input.path, asString), outcome: String(error.code) };
};

const readRequest = async (request: FastifyRequest, path: string): Promise<WeiboRequest> => {
  const params: Record<string, string> = { ...(request.query as Record<string, string>) };
  let picture: Buffer | undefined;
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (part.fieldname === 'pic') picture = bytes;
      } else params[part.fieldname] = String(part.value);
    }
  } else if (Buffer.isBuffer(request.body))
    for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) params[name] = value;
  return {
    path,
    params,
    multipart: request.isMultipart(),
    authorization: request.headers.authorization,
    ...(picture ? { picture } : {}),
  };
};
