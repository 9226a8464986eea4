import {
  HttpFailure,
  jsonOf,
  textMember,
  type Attempt,
  type HttpRequest,
  type JsonObject,
  type SendOutcome,
} from '@koujing/channel';
import { wechatManifest } from './manifest.js';
import { meaningOf, messageOf, quietly } from './wechat-errors.js';
import type { WechatSecrets, WechatSettings } from './wechat-settings.js';
import { untilNextDay } from './next-day.js';

export type WechatAttempt = Attempt<WechatSettings, WechatSecrets>;

/** What came back: the platform's object, its refusal (with all its members), or no readable answer. */
export type WechatReply =
  | { readonly kind: 'ok'; readonly body: JsonObject }
  | WechatError
  | { readonly kind: 'lost'; readonly sent: 'no' | 'maybe'; readonly message: string };

export interface WechatError {
  readonly kind: 'error';
  readonly code: number;
  readonly message: string;
  readonly body: JsonObject;
}

export interface WechatRequest {
  /** Under `/cgi-bin/`, e.g. `draft/add`; what begins with `datacube/` stands beside it. */
  readonly path: string;
  readonly body: JsonObject | FormData;
  readonly query?: Readonly<Record<string, string>>;
  /** Something is created or published: the fence is checked before. */
  readonly writes?: true;
}

/** One call with this token, without a second try. */
export const callWechat = async (
  request: WechatRequest,
  token: string | null,
  context: Pick<WechatAttempt, 'settings' | 'ports'>,
): Promise<WechatReply> => {
  const { http, log } = context.ports;
  try {
    const reply = await http.request(httpRequest(request, token, context.settings));
    const read = readReply(jsonOf(reply), reply.status);
    const outcome = read.kind === 'error' ? `${read.code} ${read.message}` : read.kind;
    log.info('wechat.call', { path: request.path, status: reply.status, outcome });
    return read;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log.warn('wechat.noAnswer', { path: request.path, sent: error.sent });
    return { kind: 'lost', sent: error.sent, message: error.message };
  }
};

/** With the account's token; a refused token is replaced once and the call, which was refused with it, repeated. */
export const callWithToken = async (
  request: WechatRequest,
  attempt: Pick<WechatAttempt, 'token' | 'fence' | 'settings' | 'ports'>,
): Promise<WechatReply> => {
  const token = await attempt.token.current();
  const reply = await fencedCall(request, token, attempt);
  if (reply.kind !== 'error' || meaningOf(reply.code).kind !== 'token') return reply;
  const next = await attempt.token.replace(token);
  return next === null || next === token ? reply : fencedCall(request, next, attempt);
};

const fencedCall = async (
  request: WechatRequest,
  token: string,
  attempt: Pick<WechatAttempt, 'fence' | 'settings' | 'ports'>,
): Promise<WechatReply> => {
  if (request.writes) await attempt.fence.check(wechatManifest.callTimeoutMs);
  return callWechat(request, token, attempt);
};

/** JSON goes out as raw UTF-8: \uXXXX escapes would be shown to the readers (CHANNELS A3). */
const httpRequest = (request: WechatRequest, token: string | null, settings: WechatSettings): HttpRequest => {
  const query = new URLSearchParams({ ...(token === null ? {} : { access_token: token }), ...request.query });
  const area = request.path.startsWith('datacube/') ? '' : 'cgi-bin/';
  const address = `${settings.apiUrl.replace(/\/+$/u, '')}/${area}${request.path}`;
  const isForm = request.body instanceof FormData;
  return {
    method: 'POST',
    url: query.size === 0 ? address : `${address}?${query.toString()}`,
    headers: isForm ? {} : { 'Content-Type': 'application/json; charset=utf-8' },
    body: request.body instanceof FormData ? request.body : JSON.stringify(request.body),
    timeoutMs: wechatManifest.callTimeoutMs,
  };
};

/** Refusals come with HTTP 200 and an errcode other than 0 (CHANNELS A1). */
const readReply = (body: JsonObject | null, status: number): WechatReply => {
  if (body === null || status >= 500)
    return { kind: 'lost', sent: 'maybe', message: `HTTP ${status} without a readable answer.` };
  const code = Number(body['errcode'] ?? 0);
  if (code !== 0) return { kind: 'error', code, message: textMember(body, 'errmsg'), body };
  return status < 300 ? { kind: 'ok', body } : { kind: 'lost', sent: 'maybe', message: `HTTP ${status}.` };
};

/** Mass sends of the day or month are used up; publishing has a quota of its own. */
const noMassQuota = 45_028;

/** How long nothing was accepted because nothing was reached. */
const retryMs = 30_000;

/**
 * What a call that did not go well means for the send. `harmless`: repeating it cannot show anything twice
 * (an upload), so a doubt about it is no doubt about the article.
 */
export const failedOutcome = (
  reply: Exclude<WechatReply, { kind: 'ok' }>,
  attempt: WechatAttempt,
  harmless: boolean,
): SendOutcome => {
  const transient: SendOutcome = {
    kind: 'deferred',
    delayMs: retryMs,
    reason: 'transient',
    message: reply.message,
  };
  if (reply.kind === 'lost')
    return harmless || reply.sent === 'no' ? transient : { kind: 'unknown', reason: reply.message };
  const { code } = reply;
  const message = messageOf(code, reply.message);
  const meaning = meaningOf(code);
  switch (meaning.kind) {
    case 'unknown':
      return harmless
        ? { ...transient, code: String(code) }
        : { kind: 'unknown', reason: `${code} ${message}` };
    case 'alreadySent':
      return { kind: 'unknown', reason: `${code} ${message}` };
    case 'token':
      return { kind: 'rejected', code: String(code), message, fix: 'credential' };
    case 'gone':
      return { kind: 'rejected', code: String(code), message, fix: 'operator' };
    case 'deferred': {
      const delayMs =
        meaning.delayMs === 'nextDay' ? untilNextDay(attempt.ports.clock.now()) : meaning.delayMs;
      const alternatives = code === noMassQuota ? { alternatives: [quietly] } : {};
      return {
        ...{ kind: 'deferred', reason: meaning.reason, delayMs, code: String(code), message },
        ...alternatives,
      };
    }
    case 'rejected':
      return { ...meaning, code: String(code), message };
  }
};

/** How this article goes out: as the account says, or quietly because a person chose so while there was no quota. */
export const modeOf = ({ settings, alternative }: WechatAttempt): WechatSettings['mode'] =>
  alternative === quietly.id ? 'publish' : settings.mode;
