import type { FastifyInstance, FastifyRequest } from 'fastify';
import { serve, type Answer } from '../faulty-call.js';
import type { World } from '../world.js';
import type { WechatCall, WechatRequest } from './wechat-call.js';
import { draftCalls } from './wechat-draft.js';
import { readJson } from './wechat-json.js';
import { finishMass, massCalls } from './wechat-mass.js';
import { mediaCalls } from './wechat-media.js';
import { finishUnpolled, publishCalls } from './wechat-publish.js';
import { quotaCalls, useQuota } from './wechat-quota.js';
import { WechatRefusal } from './wechat-refusal.js';
import { statisticsCalls } from './wechat-statistics.js';
import { checkToken, endToken, tokenCalls } from './wechat-token.js';

const ordinaryCalls = [...mediaCalls, ...draftCalls, ...publishCalls, ...massCalls, ...statisticsCalls];
const calls: readonly WechatCall[] = [
  ...tokenCalls,
  ...ordinaryCalls,
  ...quotaCalls(ordinaryCalls.map(({ name }) => name)),
];

/** Stands in for https://api.weixin.qq.com under the prefix it is registered with. */
export const wechatServer =
  (world: World) =>
  async (app: FastifyInstance): Promise<void> => {
    resume(world);
    for (const call of calls)
      app.route({
        method: ['GET', 'POST'],
        url: call.name.startsWith('datacube/') ? `/${call.name}` : `/cgi-bin/${call.name}`,
        handler: async (request, reply) => {
          const file = request.isMultipart() ? await uploaded(request) : undefined;
          const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : (file?.name ?? '');
          const answer = async (): Promise<Answer> => answerOf(call, request, file, world);
          const refuse = (code: number, said: string | undefined): Answer =>
            refusal(new WechatRefusal(code, said), world);
          await serve(
            world,
            { channel: 'wechat', call: call.name, text, answer, refuse },
            { request, reply },
          );
          return reply;
        },
      });
  };

/** Jobs that were running when the sandbox stopped go on. */
const resume = (world: World): void => {
  for (const job of world.memory.jobs.values())
    if (job.status === 1) world.timers.later(0, () => finishUnpolled(job.publishId, world));
  for (const mass of world.memory.massSends.values()) {
    const left = new Date(mass.dueAt).getTime() - world.clock.now().getTime();
    if (mass.status === 'SENDING') world.timers.later(Math.max(0, left), () => finishMass(mass.msgId, world));
  }
};

type Upload = WechatRequest['file'];

const answerOf = (call: WechatCall, request: FastifyRequest, file: Upload, world: World): Answer => {
  try {
    if (request.method !== call.method) throw new WechatRefusal(call.method === 'GET' ? 43001 : 43002);
    const query = request.query as Record<string, string>;
    if (!call.withoutToken) {
      if (world.faults.take('wechat', call.name, ['tokenExpired'])) endToken(query['access_token'], world);
      checkToken(query['access_token'], world);
      useQuota(call.name, world);
    }
    const raw = Buffer.isBuffer(request.body) ? request.body : undefined;
    const body = call.takes === undefined ? readJson(raw) : {};
    const value = call.answer({ query, body, ...(file ? { file } : {}) }, world);
    return Buffer.isBuffer(value)
      ? { status: 200, json: value, type: 'application/octet-stream', outcome: 'ok' }
      : { status: 200, json: JSON.stringify(value), outcome: 'ok' };
  } catch (error) {
    if (error instanceof WechatRefusal) return refusal(error, world);
    throw error;
  }
};

const refusal = (error: WechatRefusal, world: World): Answer => ({
  status: 200,
  json: error.json(world.clock.now()),
  outcome: String(error.code),
});

/** The part named `media`; other parts are read and dropped. */
const uploaded = async (request: FastifyRequest): Promise<Upload> => {
  let file: Upload;
  for await (const part of request.parts()) {
    if (part.type !== 'file') continue;
    const bytes = await part.toBuffer();
    if (part.fieldname === 'media') file = { name: part.filename, bytes };
  }
  return file;
};
