import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import type { FaultOrder } from '../fault.js';
import type { World } from '../world.js';

/** `POST /faults` orders one, `GET` lists, `DELETE` takes one or all away. */
export const faultRoutes = (app: FastifyInstance, { faults }: World): void => {
  app.get('/faults', async () => faults.list());
  app.post('/faults', async (request, reply) => {
    try {
      const order = JSON.parse(String(request.body)) as FaultOrder;
      return await reply.code(201).send(faults.add(order));
    } catch (error) {
      if (error instanceof SyntaxError) return reply.code(400).send({ error: 'The body must be JSON.' });
      if (!(error instanceof ZodError)) throw error;
      const reasons = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      return reply.code(400).send({ error: reasons.join('; ') });
    }
  });
  app.delete('/faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.delete<{ Params: { id: string } }>('/faults/:id', async ({ params }, reply) =>
    faults.remove(Number(params.id))
      ? reply.code(204).send()
      : reply.code(404).send({ error: 'no such fault' }),
  );
};
