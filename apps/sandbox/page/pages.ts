import type { FastifyInstance } from 'fastify';
import type { Posted } from '../posted.js';
import type { World } from '../world.js';
import { faultRoutes } from './fault-routes.js';
import { postedRoutes } from './posted-routes.js';

/** The JSON twins and the pages that people open. */
export const pages =
  (world: World, posted: Posted) =>
  async (app: FastifyInstance): Promise<void> => {
    postedRoutes(app, world, posted);
    faultRoutes(app, world);
  };
