import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSigned } from '@koujing/channels/webhook';
import { serve, type Answer } from '../faulty-call.js';
import type { World } from '../world.js';
import { AppRefusal, pageOf, takeEvent } from './app-event.js';

/** Stands in for the city's own app (docs/webhook.md), as strict as the document allows a receiver to be. */
export const appServer =
  (world: World) =>
  async (app: FastifyInstance): Promise<void> => {
    app.post('/events', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
      const answer = async (): Promise<Answer> =>
        answered(() => {
          checkSignature(request, body, world);
          return takeEvent(body, header(request, 'idempotency-key'), world);
        });
      await serve(
        world,
        { channel: 'webhook', call: 'events', text: body, answer, refuse },
        { request, reply },
      );
      return reply;
    });
    app.get<{ Params: { id: string } }>('/releases/:id', async (request, reply) => {
      const { id } = request.params;
      const answer = async (): Promise<Answer> =>
        answered(() => {
          checkSignature(request, `GET ${request.url}`, world);
          const release = world.memory.appReleases.get(id);
          if (release === undefined) throw new AppRefusal(404, 'no such release');
          return { id: release.releaseId, ...release, url: pageOf(release.releaseId, world) };
        });
      await serve(
        world,
        { channel: 'webhook', call: 'releases', text: id, answer, refuse },
        { request, reply },
      );
      return reply;
    });
  };

const checkSignature = (request: FastifyRequest, payload: string, world: World): void => {
  const signature = header(request, 'koujing-signature');
  if (!isSigned(signature, payload, world.clock.now(), world.accounts.app.secret))
    throw new AppRefusal(401, 'signature missing, wrong or older than five minutes');
};

const header = ({ headers }: FastifyRequest, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

const answered = (work: () => object): Answer => {
  try {
    return { status: 200, json: JSON.stringify(work()), outcome: 'ok' };
  } catch (error) {
    if (error instanceof AppRefusal) return refuse(error.status, error.message);
    throw error;
  }
};

const refuse = (code: number, text: string | undefined): Answer => ({
  status: code,
  json: JSON.stringify({ message: text ?? 'refused' }),
  outcome: String(code),
});
