import type { Schema } from './sampled.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One route as the OpenAPI document tells it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `/releases/{id}/submit`, without `/api`. */
  readonly path: string;
  /** `post /releases/{id}/submit` */
  readonly name: string;
  /** Of what is asked behind the `?`. */
  readonly query: readonly Parameter[];
  /** Of its JSON body; null where it takes none. */
  readonly body: Schema | null;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every route that answers once: the stream of events does not end. */
export const routesOf = async (address: string): Promise<readonly Route[]> => {
  const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as Document;
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/') && path !== '/api/stream')
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
        method: method as Route['method'],
        path: path.slice('/api'.length),
        name: `${method} ${path.slice('/api'.length)}`,
        query: parameters.filter((parameter) => parameter.in === 'query'),
        body: requestBody?.content['application/json']?.schema ?? null,
      })),
    );
};
