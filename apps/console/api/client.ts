import type { z } from 'zod';
import { csrfHeader, serverTimeHeader } from './contract.js';
import { refusalOf, unreachable } from './refusal.js';
import { hearServerTime } from './server-clock.js';

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

/** Names the click, so that the log can be followed from it to the channel (W3C Trace Context). */
const hex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const headersOf = ({ method = 'GET', body }: Call): Headers => {
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('traceparent', `00-${hex(16)}-${hex(8)}-01`);
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
  hearServerTime(response.headers.get(serverTimeHeader));
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  // A late answer to what was asked before signing in again says nothing of the session that is open now.
  if (response.status === 401 && path !== '/session' && csrf === sentIn) onExpired();
  throw refusalOf(response.status, body);
};

/**
 * A call whose answer is what the contract says: the compiler holds the server's handler to the same schema. Here it is a type and
 * nothing else; checking once more would cost every page 45 kB. After an update, `api/newer-console.ts` asks for a reload.
 */
export const ask = async <Schema extends z.ZodType>(
  path: string,
  call: Call = {},
): Promise<z.infer<Schema>> => (await send(path, call)) as z.infer<Schema>;

/** A call whose answer does not matter beyond its success. */
export const tell = async (path: string, call: Call): Promise<void> => {
  await send(path, call);
};
