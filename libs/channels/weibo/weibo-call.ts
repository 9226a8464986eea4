import {
  HttpFailure,
  jsonOf,
  textMember,
  type Attempt,
  type HttpRequest,
  type JsonObject,
} from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import type { WeiboSecrets, WeiboSettings } from './weibo-settings.js';

export type WeiboAttempt = Attempt<WeiboSettings, WeiboSecrets>;

/** What came back: the platform's object, its error, or no answer that could be read. */
export type WeiboReply =
  | { readonly kind: 'ok'; readonly body: JsonObject }
  | { readonly kind: 'error'; readonly code: number; readonly message: string; readonly status: number }
  | { readonly kind: 'lost'; readonly sent: 'no' | 'maybe'; readonly message: string };

export interface WeiboRequest {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly params: Readonly<Record<string, string>>;
  readonly picture?: { readonly bytes: Uint8Array; readonly mimeType: string };
}

/** One call, without a second try. `token` goes in the header, so that no address ever holds it. */
export const callWeibo = async (
  request: WeiboRequest,
  token: string | null,
  context: Pick<WeiboAttempt, 'settings' | 'ports'>,
): Promise<WeiboReply> => {
  const { http, log } = context.ports;
  try {
    const reply = await http.request(httpRequest(request, token, context.settings));
    const read = readReply(jsonOf(reply), reply.status);
    log.info('weibo.call', { path: request.path, status: reply.status, outcome: outcomeOf(read) });
    return read;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log.warn('weibo.noAnswer', { path: request.path, sent: error.sent });
    return { kind: 'lost', sent: error.sent, message: error.message };
  }
};

/**
 * As `callWeibo` with the account's token. When the platform refuses the token, the request was refused with it,
 * so it is repeated once with a new token, if there is one (a person may have authorised again meanwhile).
 */
export const callWithToken = async (
  request: WeiboRequest,
  attempt: WeiboAttempt,
  isTokenRefusal: (code: number) => boolean,
): Promise<WeiboReply> => {
  const token = await attempt.token.current();
  const reply = await callWeibo(request, token, attempt);
  if (reply.kind !== 'error' || !isTokenRefusal(reply.code)) return reply;
  const next = await attempt.token.replace(token);
  if (next === null || next === token) return reply;
  if (request.method === 'POST') await attempt.fence.check(weiboManifest.callTimeoutMs);
  return callWeibo(request, next, attempt);
};

const httpRequest = (request: WeiboRequest, token: string | null, settings: WeiboSettings): HttpRequest => {
  const base = `${settings.apiUrl.replace(/\/+$/u, '')}${request.path}`;
  const headers: Record<string, string> = token === null ? {} : { Authorization: `OAuth2 ${token}` };
  const rest = { method: request.method, timeoutMs: weiboManifest.callTimeoutMs };
  const query = new URLSearchParams(request.params).toString();
  if (request.method === 'GET') return { ...rest, url: query === '' ? base : `${base}?${query}`, headers };
  if (request.picture === undefined) {
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    return { ...rest, url: base, headers: { ...headers, 'Content-Type': type }, body: query };
  }
  return { ...rest, url: base, headers, body: multipart(request.params, request.picture) };
};

const multipart = (
  params: WeiboRequest['params'],
  picture: NonNullable<WeiboRequest['picture']>,
): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) form.set(name, value);
  const suffix = picture.mimeType === 'image/png' ? 'png' : 'jpg';
  form.set('pic', new Blob([new Uint8Array(picture.bytes)], { type: picture.mimeType }), `picture.${suffix}`);
  return form;
};

/** `error_code` is a number in some replies and a string in others (CHANNELS B5). */
const readReply = (body: JsonObject | null, status: number): WeiboReply => {
  if (body === null)
    return { kind: 'lost', sent: 'maybe', message: `HTTP ${status} without a readable answer.` };
  const code = Number(textMember(body, 'error_code'));
  if ('error_code' in body && Number.isInteger(code))
    return { kind: 'error', code, status, message: textMember(body, 'error') || `error ${code}` };
  if (status >= 200 && status < 300) return { kind: 'ok', body };
  return { kind: 'lost', sent: 'maybe', message: `HTTP ${status} without an error code.` };
};

const outcomeOf = (reply: WeiboReply): string => (reply.kind === 'error' ? String(reply.code) : reply.kind);
