import { AxiosHttp, HttpFailure, type HttpPort, type InternalCa } from '@koujing/channel';
import { contentType } from '@koujing/channels/portal';
import { z } from 'zod';
import {
  mostSearchPages,
  portalSearchPage,
  searchPath,
  type SearchQuery,
  type SearchResult,
  type Site,
} from '@koujing/template';
import type { FastifyInstance } from 'fastify';

const civilDay = z.iso.date();

/** Long enough for those who ask now to be answered. */
const retryAfterS = 5;
/** A person waits no longer; then the page says that nobody answers. */
const timeoutMs = 3_000;

/** Where the searches are answered, and whose certificate is believed there. */
export interface Dispatcher {
  /** Without a slash at the end. */
  readonly address: string;
  readonly internalCa: InternalCa | null;
}

/**
 * The search page, written here from what the dispatcher finds: it needs no script. On a server without a dispatcher the file
 * `search.html` stands at the same address and says that there is no search.
 */
export const answerSearches = (
  server: FastifyInstance,
  site: Site,
  { address, internalCa }: Dispatcher,
): void => {
  const http = new AxiosHttp(undefined, internalCa);
  server.addHook('onClose', async () => http.close());
  server.get(`/${searchPath}`, async (request, reply) => {
    const query = queryOf(new URL(request.url, 'http://portal').searchParams);
    const result = await ask(http, address, query);
    return reply
      .code(result === null ? 503 : 200)
      .headers({
        'cache-control': 'no-store',
        ...(result === null ? { 'retry-after': String(retryAfterS) } : {}),
      })
      .type(contentType(searchPath))
      .send(portalSearchPage({ site, query, ...(result === null ? {} : { result }) }));
  });
};

const queryOf = (asked: URLSearchParams): SearchQuery => {
  const text = (name: string, most: number): string =>
    (asked.get(name) ?? '').replaceAll('\0', '').trim().slice(0, most);
  const day = (name: string): string => {
    const { success, data } = civilDay.safeParse(text(name, 10));
    return success ? data : '';
  };
  const page = Number(asked.get('page') ?? 1);
  return {
    ...{ q: text('q', 60), organ: text('organ', 100), column: text('column', 100) },
    ...{ from: day('from'), to: day('to') },
    page: Number.isInteger(page) && page >= 1 && page <= mostSearchPages ? page : 1,
  };
};

const ask = async (http: HttpPort, dispatcher: string, query: SearchQuery): Promise<SearchResult | null> => {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  const parameters = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  );
  try {
    const reply = await http.request({
      method: 'GET',
      url: `${dispatcher}/api/portal/search?${parameters.toString()}`,
      timeoutMs,
    });
    if (reply.status !== 200) return null;
    return JSON.parse(Buffer.from(reply.body).toString('utf8')) as SearchResult;
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
};
