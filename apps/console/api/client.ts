import type { z } from 'zod';
import { csrfHeader } from './contract.js';
import { Refusal, refusalOf, unreachable } from './refusal.js';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  /** Sent as JSON, except a form, which is sent as multipart. */
  readonly body?: unknown;
  /** Calls it off: the answer is not wanted any more. */
  readonly signal?: AbortSignal;
}

let csrf: string | null = null;
let onExpired: () => void = () => undefined;

/** The token that every change must carry; it comes with the session. */
export const rememberCsrf = (token: string | null): void => {
  csrf = token;
};

/** Called when the session turned out to have ended while somebody worked. */
export const whenSessionExpires = (listener: () => void): void => {
  onExpired = listener;
};

const addressOf = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text === '' ? `/api${path}` : `/api${path}?${text}`;
};

const headersOf = ({ method = 'GET', body }: Call): Headers => {
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET' && csrf !== null) headers.set(csrfHeader, csrf);
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json');
  return headers;
};

const bodyOf = (body: unknown): BodyInit | null => {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
};

const send = async (path: string, call: Call): Promise<unknown> => {
  const sentIn = csrf;
  const response = await fetch(addressOf(path, call.query), {
    method: call.method ?? 'GET',
    headers: headersOf(call),
    body: bodyOf(call.body),
    credentials: 'same-origin',
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  }).catch(() => {
    throw unreachable(0);
  });
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  // A late answer to what was asked before signing in again says nothing of the session that is open now.
  if (response.status === 401 && path !== '/session' && csrf === sentIn) onExpired();
  throw refusalOf(response.status, body);
};

/** A call whose answer is checked against the contract that the server shares with us. */
export const ask = async <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  call: Call = {},
): Promise<z.infer<Schema>> => {
  const parsed = schema.safeParse(await send(path, call));
  if (parsed.success) return parsed.data;
  console.error(path, parsed.error.issues);
  throw new Refusal(200, 'contract', [
    {
      code: 'contract',
      message: '服务器的回答与此页面的版本不一致，请刷新页面。',
      messageEn: 'The server and this page are of different versions; please reload the page.',
    },
  ]);
};

/** A call whose answer does not matter beyond its success. */
export const tell = async (path: string, call: Call): Promise<void> => {
  await send(path, call);
};
