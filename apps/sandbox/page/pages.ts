import type { FastifyInstance } from 'fastify';
import type { Posted } from '../posted.js';
import type { World } from '../world.js';
import { appPages } from './app-page.js';
import { articlePages } from './article-page.js';
import { faultRoutes } from './fault-routes.js';
import { mailPages } from './mail-page.js';
import { overviewPages } from './overview-page.js';
import { postedRoutes } from './posted-routes.js';
import { wechatPages } from './wechat-page.js';
import { weiboPages } from './weibo-page.js';

/** The JSON twins and the pages that people open. */
export const pages =
  (world: World, posted: Posted) =>
  async (app: FastifyInstance): Promise<void> => {
    // A page elsewhere on the web must not press the switches of a sandbox on this machine.
    app.addHook('onRequest', async (request, reply) => {
      const foreign = request.headers['sec-fetch-site'] === 'cross-site';
      if (request.method !== 'GET' && foreign)
        return reply.code(403).send({ error: 'cross-site request refused' });
      return undefined;
    });
    postedRoutes(app, world, posted);
    faultRoutes(app, world, posted);
    overviewPages(app, world, posted);
    weiboPages(app, world, posted);
    wechatPages(app, world, posted);
    articlePages(app, world);
    appPages(app, posted);
    mailPages(app, world, posted);
  };
