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
    <link rel="stylesheet" href="/api/docs/page.css" />
  </head>
  <body>
    <header>
      <h1>口径接口 Koujing API</h1>
      <p>按“Authorize”填入接口密钥（<code>koujing_…</code>），或先登录控制台，以本人身份试用；试用就是真的办理。每个接口写明要哪项权限（<code>x-koujing-scope</code>）。<a href="/api/openapi.json">OpenAPI 3.1 文档</a></p>
      <p lang="en">Enter an API key under "Authorize", or sign in to the console first and try it as yourself: what is tried is done. Each operation names its scope.</p>
      <h2>接口 Operations</h2>
    </header>
    <div id="page"></div>
    <script src="${assets}swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** Letters of the library's own style are too pale to be read by everybody. */
const style = `body { margin: 0; background: #fff; color: #1f2937; }
header { max-width: 1460px; margin: 0 auto; padding: 0 20px; font-family: sans-serif; line-height: 1.6; }
header a { color: #1d4ed8; }
.swagger-ui .auth-wrapper .authorize, .swagger-ui .btn.authorize { color: #14532d; border-color: #14532d; }
.swagger-ui .btn.authorize svg { fill: #14532d; }
.swagger-ui .opblock .opblock-summary-method { color: #fff; background: #374151; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1e4e8c; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #14532d; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #7c2d12; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #8b1a1a; }
.swagger-ui .parameter__name.required::after, .swagger-ui .parameter__in, .swagger-ui .parameter__deprecated { color: #7f1d1d; }
.swagger-ui .parameter__in { color: #4b5563; }
.swagger-ui .btn.execute, .swagger-ui .download-contents { color: #fff; background: #1e4e8c; border-color: #1e4e8c; }
.swagger-ui .highlight-code > .microlight, .swagger-ui .microlight { color: #fff; background: #1f2937; }
.swagger-ui .btn.cancel, .swagger-ui .btn.btn-clear { color: #8b1a1a; border-color: #8b1a1a; }
.swagger-ui .tab li, .swagger-ui .response-col_links, .swagger-ui table thead tr td, .swagger-ui .response-control-media-type__accept-message { color: #374151; }
.swagger-ui .response-control-media-type__accept-message { color: #14532d; }
`;

/** Whoever is signed in to the console tries the API as themselves: their writes carry their session's CSRF token. */
const start = `// The library names no choice and lets no keyboard into what scrolls.
new MutationObserver(() => {
  for (const choice of document.querySelectorAll('#page select:not([aria-label])'))
    choice.setAttribute(
      'aria-label',
      choice.closest('tr')?.querySelector('.parameter__name')?.firstChild?.textContent ?? '选择 Choose',
    );
  for (const shown of document.querySelectorAll('#page pre:not([tabindex])')) shown.tabIndex = 0;
}).observe(document.querySelector('#page'), { childList: true, subtree: true });
let session = null;
const signedIn = () => (session ??= fetch('/api/session').then((answer) => (answer.ok ? answer.json() : {})));
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#page',
  docExpansion: 'none',
  filter: true,
  syntaxHighlight: { activated: false },
  // What it is stands above in our own words; what finds an operation is a part of the page with a name.
  plugins: [
    ({ React }) => ({
      wrapComponents: {
        InfoContainer: () => () => null,
        FilterContainer: (Original) => (given) =>
          React.createElement('section', { 'aria-label': '筛选 Filter' }, React.createElement(Original, given)),
      },
    }),
  ],
  requestInterceptor: async (request) => {
    if (request.method === undefined || request.method === 'GET' || request.headers.Authorization !== undefined)
      return request;
    const { csrf } = await signedIn();
    if (csrf !== undefined) request.headers['${csrfHeader}'] = csrf;
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
  server.get('/api/docs/page.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(style));
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
