import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { sessionCookie } from '@koujing/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readAhead, withAhead } from './ahead.js';
import { inColours } from './console-colours.js';
import { serveApiPages } from './api-pages.js';

/** Previews are shown in frames that inherit this policy, so nothing in a rendition can run either. */
const policy = (portalUrl: string) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:', portalUrl],
  connectSrc: ["'self'"],
  frameSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
});

/** The build names these by what is in them; everything else is asked for anew, and mostly answered with 304. */
const cacheControlOf = (path: string): string =>
  basename(dirname(path)) === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Serves the pages of the API and the built console; every address that is neither a file nor the API is the console's own to answer. */
export const serveConsole = async (
  app: NestFastifyApplication,
  directory: string,
  {
    portalUrl,
    consoleUrl,
    consoleAccent,
  }: { readonly portalUrl: string; readonly consoleUrl: string; readonly consoleAccent?: string },
): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(portalUrl) },
    // A year, where the console is reached by https; a browser that came by http takes no notice of it.
    strictTransportSecurity: consoleUrl.startsWith('https://')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
  });
  await serveApiPages(app);
  if (!existsSync(join(directory, 'index.html'))) return;
  await app.register(fastifyStatic, {
    ...{ root: directory, wildcard: false, index: false },
    // As they were compressed by the build (`apps/console/compressed.ts`).
    ...{ preCompressed: true, globIgnore: ['**/*.{br,gz}'] },
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControlOf(path)),
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const cookie = sessionCookie({ secure: consoleUrl.startsWith('https://') });
  const built = readFileSync(join(directory, 'index.html'), 'utf8');
  const html = consoleAccent === undefined ? built : inColours(built, consoleAccent);
  const ahead = readAhead(directory);
  server.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    // Whether the session still stands is for the API to say: here it is only worth while or not to name files.
    const signedIn = (request.cookies[cookie] ?? '') !== '';
    const named = ahead !== null && signedIn;
    if (!named && html === built) return reply.header('vary', 'cookie').sendFile('index.html');
    const [path = '/'] = request.url.split('?');
    return reply
      .headers({ 'cache-control': 'no-cache', vary: 'cookie', 'content-type': 'text/html; charset=utf-8' })
      .send(named ? withAhead(html, ahead, path) : html);
  });
};
