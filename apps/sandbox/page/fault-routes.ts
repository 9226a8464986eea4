import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { FaultOrder } from '../fault.js';
import type { Posted } from '../posted.js';
import type { World } from '../world.js';
import { faultPage } from './fault-page.js';
import { sendPage } from './layout.js';

/** `POST /faults` orders one, `GET` lists, `DELETE` takes one or all away; the page's forms use the same. */
export const faultRoutes = (app: FastifyInstance, { faults }: World, posted: Posted): void => {
  const show = (reply: FastifyReply, problem?: string): Promise<void> =>
    sendPage(
      reply,
      posted,
      { title: '故障开关', section: '/faults', body: faultPage(faults.list(), problem) },
      problem === undefined ? 200 : 400,
    );
  app.get('/faults', async (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return faults.list();
    await show(reply);
    return reply;
  });
  app.post('/faults', async (request, reply) => {
    const fromPage = isForm(request);
    try {
      const fault = faults.add(
        fromPage ? formOrder(String(request.body)) : (JSON.parse(String(request.body)) as FaultOrder),
      );
      return fromPage ? reply.redirect('/faults', 303) : reply.code(201).send(fault);
    } catch (error) {
      const problem = problemIn(error);
      if (!fromPage) return reply.code(400).send({ error: problem });
      await show(reply, problem);
      return reply;
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
  app.post('/faults/clear', async (_request, reply) => {
    faults.clear();
    return reply.redirect('/faults', 303);
  });
  app.post<{ Params: { id: string } }>('/faults/:id/remove', async ({ params }, reply) => {
    faults.remove(Number(params.id));
    return reply.redirect('/faults', 303);
  });
};

const isForm = (request: FastifyRequest): boolean =>
  request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

const numbers = ['times', 'skip', 'code', 'status', 'polls', 'milliseconds'];

/** A preset's button sends its order whole, the form sends fields; empty fields are left out. */
const formOrder = (body: string): FaultOrder => {
  const { order, target = '', ...fields } = Object.fromEntries(new URLSearchParams(body));
  if (order !== undefined) return JSON.parse(order) as FaultOrder;
  const [channel, call] = target.split(' ');
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  const typed = filled.map(([name, value]) => [
    name,
    numbers.includes(name) && /^-?\d+$/.test(value) ? Number(value) : value,
  ]);
  return { channel, call, ...(Object.fromEntries(typed) as object) } as FaultOrder;
};

const problemIn = (error: unknown): string => {
  if (error instanceof SyntaxError) return 'The body must be JSON.';
  if (!(error instanceof ZodError)) throw error;
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
};
