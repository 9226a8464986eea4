import { mkdir } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import {
  cacheControl,
  contentType,
  everyPart,
  nothingPublished,
  renderPart,
  siteOf,
  webSubLinks,
  type PortalSettings,
} from '@koujing/channels/portal';
import { Problem } from '@koujing/kernel';
import { missingPath, portalMissingPage } from '@koujing/template';
import fastify, { type FastifyInstance } from 'fastify';
import { answerSearches, type Dispatcher } from './search.js';
import { overHttps, securityHeaders } from './headers.js';
import { answerTombstones } from './tombstones.js';

export interface PortalOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the pages are (`root`) and whose they are; the same as the portal account's. */
  readonly settings: PortalSettings;
  /** A dispatcher that answers searches; without one the search page says so. */
  readonly dispatcher?: Dispatcher;
}

export interface RunningPortal {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the tree that the portal channel writes. It holds no state: any number may run beside each other.
 * @throws Problem `unavailable`, in one sentence, when the port or the folder cannot be used.
 */
export const startPortal = async (options: PortalOptions): Promise<RunningPortal> => {
  const root = resolve(options.settings.root);
  await makeRoot(root);
  const server = await portalServer(root, options);
  try {
    return {
      url: await server.listen({ host: options.host, port: options.port }),
      close: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw portProblem(error, options);
  }
};

const portalServer = async (
  root: string,
  { settings, dispatcher }: PortalOptions,
): Promise<FastifyInstance> => {
  const server = fastify({ logger: false, forceCloseConnections: true });
  const headers = { ...securityHeaders, ...(settings.baseUrl.startsWith('https://') ? overHttps : {}) };
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  answerTombstones(server, root);
  if (dispatcher !== undefined) answerSearches(server, siteOf(settings), dispatcher);
  // Browsers ask for it on every first visit; the site has none, and that is no missing page.
  server.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
  await server.register(fastifyStatic, {
    root,
    index: 'index.html',
    // Off, because ours says per file how long it stands.
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheControl(path));
      reply.header('content-type', contentType(path));
      const links = webSubLinks(relative(root, path).split(sep).join('/'), settings);
      if (links !== null) reply.header('link', links);
    },
    allowedPath: (path) =>
      !/\.gone\.html$|^\/?(?:server|\.writing)\//u.test(path) && path !== `/${missingPath}`,
  });
  const empty = new Map(await emptySite(settings));
  const missing = portalMissingPage(siteOf(settings));
  server.setNotFoundHandler((request, reply) => {
    const path = emptyPath(request.url);
    const content = request.method === 'GET' || request.method === 'HEAD' ? empty.get(path) : undefined;
    if (content !== undefined) {
      const links = webSubLinks(path, settings);
      if (links !== null) reply.header('link', links);
      return reply.header('cache-control', 'no-cache').type(contentType(path)).send(content);
    }
    return reply.code(404).header('cache-control', 'no-cache').type(contentType('.html')).send(missing);
  });
  return server;
};

const emptySite = async (
  settings: PortalSettings,
): Promise<readonly (readonly [string, string | Uint8Array])[]> => {
  const parts = everyPart(settings, []).filter(({ kind }) => kind !== 'gone' && kind !== 'missing');
  const files = await Promise.all(parts.map((part) => renderPart(part, settings, nothingPublished)));
  return files.flatMap((some) =>
    [...some].flatMap(([path, content]) => (content === null ? [] : [[path, content] as const])),
  );
};

/** Lists and feeds that nobody has written yet are shown empty: a new site has no dead links. */
const emptyPath = (url: string): string => {
  // Not as an address: `//` would be one without a host.
  const path = (url.split(/[?#]/u)[0] ?? '').replace(/^\/+/u, '');
  return path === '' ? 'index.html' : path;
};

const makeRoot = async (root: string): Promise<void> => {
  try {
    await mkdir(root, { recursive: true });
  } catch (error) {
    throw new Problem('unavailable', [
      {
        code: 'portalRootUnusable',
        message: `门户目录 ${root} 无法建立：${codeOf(error)}。`,
        messageEn: `The portal's folder ${root} cannot be made: ${codeOf(error)}.`,
        field: 'root',
      },
    ]);
  }
};

const portProblem = (error: unknown, { host, port }: PortalOptions): Problem =>
  new Problem('unavailable', [
    {
      code: codeOf(error) === 'EADDRINUSE' ? 'portTaken' : 'portUnusable',
      message:
        codeOf(error) === 'EADDRINUSE'
          ? `门户端口 ${host}:${port} 已被占用，请改用其他端口或停止占用它的程序。`
          : `门户端口 ${host}:${port} 无法使用：${codeOf(error)}。`,
      messageEn:
        codeOf(error) === 'EADDRINUSE'
          ? `The portal's port ${host}:${port} is taken; choose another or stop the program that holds it.`
          : `The portal's port ${host}:${port} cannot be used: ${codeOf(error)}.`,
      field: 'port',
    },
  ]);

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error);
