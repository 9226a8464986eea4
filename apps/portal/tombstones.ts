import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentType } from '@koujing/channels/portal';
import type { FastifyInstance } from 'fastify';

/**
 * Where a release was withdrawn, its address answers 410 with a notice, and is not indexed (CHANNELS.md D3).
 * Asked before the page itself, so that a page being taken down is gone from the first moment.
 */
export const answerTombstones = (server: FastifyInstance, root: string): void => {
  server.addHook('onRequest', async (request, reply) => {
    const id = /^\/r\/([\w-]+)\.html$/u.exec(pathOf(request.url))?.[1];
    if (id === undefined) return undefined;
    const notice = await read(join(root, 'r', `${id}.gone.html`));
    if (notice === null) return undefined;
    return reply
      .code(410)
      .header('x-robots-tag', 'noindex')
      .header('cache-control', 'no-cache')
      .type(contentType('.html'))
      .send(notice);
  });
};

/** As the file server will read it: an encoded dot must not lead round the notice. */
const pathOf = (url: string): string => {
  const path = url.split(/[?#]/u)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
};

const read = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};
