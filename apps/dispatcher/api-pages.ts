import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { csrfHeader } from '../../libs/access/csrf.api.js';
import { apiDocumentOf } from './api-document.js';

const assets = '/api/docs/assets/';

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>口径接口 Koujing API</title>
    <link rel="stylesheet" href="${assets}swagger-ui.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="${assets}swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** Whoever is signed in to the console tries the API as themselves: their writes carry their session's CSRF token. */
const start = `const session = fetch('/api/session').then((answer) => (answer.ok ? answer.json() : {}));
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#page',
  docExpansion: 'none',
  filter: true,
  requestInterceptor: async (request) => {
    const { csrf } = await session;
    if (csrf !== undefined && request.method !== 'GET') request.headers['${csrfHeader}'] = csrf;
    return request;
  },
});
`;

/** `/api/openapi.json` and the page on which it can be tried, `/api/docs`. */
export const serveApiPages = async (app: NestFastifyApplication): Promise<void> => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  let document: Promise<OpenAPIObject> | null = null;
  server.get('/api/openapi.json', async () => (document ??= apiDocumentOf(app)));
  server.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/api/docs/start.js', async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  await app.register(fastifyStatic, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
    prefix: assets,
    decorateReply: false,
    allowedPath: (path) => /^\/swagger-ui(?:-bundle)?\.(?:css|js)$/u.test(path),
  });
};
