import type { FastifyInstance } from 'fastify';
import type { Posted } from '../posted.js';
import { pictureType } from '../picture-store.js';
import type { World } from '../world.js';
import { stateOf } from './layout.js';

/** What was posted, as JSON for tests in other processes, and the uploaded pictures. */
export const postedRoutes = (app: FastifyInstance, world: World, posted: Posted): void => {
  const lists = Object.entries(posted) as [keyof Posted, () => readonly unknown[]][];
  for (const [name, read] of lists) app.get(`/posted/${name}.json`, async () => read());
  app.get('/posted/state', async (_request, reply) => reply.type('text/plain').send(stateOf(posted)));
  app.get<{ Params: { id: string } }>('/media/:id', async ({ params }, reply) => {
    const bytes = world.memory.pictures.get(params.id);
    if (!bytes) return reply.code(404).send({ error: 'no such picture' });
    const type = pictureType(bytes);
    return reply.type(type ? `image/${type}` : 'application/octet-stream').send(bytes);
  });
};
