import {
  HttpFailure,
  jsonOf,
  textMember,
  type Attempt,
  type DeferReason,
  type Fix,
  type HttpReply,
  type JsonObject,
} from '@koujing/channel';
import { webhookManifest } from './manifest.js';
import { signatureOf } from './signature.js';
import type { WebhookEvent } from './webhook-body.js';
import type { WebhookSecrets, WebhookSettings } from './webhook-settings.js';

export type WebhookAttempt = Attempt<WebhookSettings, WebhookSecrets>;
export type WebhookContext = Pick<WebhookAttempt, 'settings' | 'secrets' | 'ports'>;

/** What an answer means, whatever was asked. */
export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: JsonObject | null }
  | { readonly kind: 'gone'; readonly status: number; readonly body: JsonObject | null }
  | {
      readonly kind: 'later';
      readonly reason: DeferReason;
      readonly delayMs: number;
      readonly message: string;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly fix: Fix }
  /** It may have been taken: only asking tells. */
  | { readonly kind: 'doubtful'; readonly message: string };

/** Code of a refusal of our own: the host must be listed by the operator, or be another. */
export const privateAddress = 'privateAddress';

const soonMs = 30_000;
/** A receiver that asks for a longer rest than an hour is asked again after one. */
const longestRestMs = 3_600_000;

export interface WebhookRequest {
  readonly event: WebhookEvent;
  readonly body: string;
  readonly idempotencyKey: string;
  readonly deliveryId: string;
}

/** One signed event. Nothing is followed, nothing is tried twice: that is dispatch's part. */
export const post = (request: WebhookRequest, context: WebhookContext): Promise<Answer> => {
  const { url } = context.settings;
  return call(context, url, {
    method: 'POST',
    body: request.body,
    signed: request.body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': request.idempotencyKey,
      'koujing-event': request.event,
      'koujing-delivery': request.deliveryId,
    },
  });
};

/** How a release stands at the receiver; signed over the path, since there is no body. */
export const ask = (releaseId: string, context: WebhookContext): Promise<Answer> => {
  const url = context.settings.statusUrl.replaceAll(/\{id\}|%7Bid%7D/giu, encodeURIComponent(releaseId));
  const { pathname, search } = new URL(url);
  return call(context, url, { method: 'GET', signed: `GET ${pathname}${search}`, headers: {} });
};

interface Call {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly signed: string;
  readonly headers: Readonly<Record<string, string>>;
}

const call = async (
  { settings, secrets, ports }: WebhookContext,
  url: string,
  { signed, headers, ...request }: Call,
): Promise<Answer> => {
  const signature = signatureOf(signed, ports.clock.now(), [secrets.secret, secrets.previousSecret]);
  try {
    const reply = await ports.http.request({
      ...request,
      url,
      headers: { ...headers, 'koujing-signature': signature, 'user-agent': 'Koujing-Webhook/1' },
      timeoutMs: webhookManifest.callTimeoutMs,
      ...(settings.privateHosts.includes(new URL(url).hostname) ? {} : { reach: 'public' as const }),
    });
    return meaningOf(reply);
  } catch (error) {
    if (error instanceof HttpFailure) return failed(error, url);
    throw error;
  }
};

const failed = (error: HttpFailure, url: string): Answer => {
  if (error.privateAddress)
    return {
      kind: 'refused',
      code: privateAddress,
      message: `${new URL(url).hostname} 解析到内网地址，未列入 privateHosts，不予连接。It resolves to a private address and is not listed in privateHosts.`,
      fix: 'operator',
    };
  return error.sent === 'no'
    ? { kind: 'later', reason: 'transient', delayMs: soonMs, message: error.message }
    : { kind: 'doubtful', message: error.message };
};

/** By class of status (docs/webhook.md, "Answers"). */
const meaningOf = (reply: HttpReply): Answer => {
  const { status } = reply;
  const body = jsonOf(reply);
  const said = body === null ? '' : textMember(body, 'message').slice(0, 500);
  const message = `HTTP ${status}${said === '' ? '' : ` ${said}`}`;
  if (status >= 200 && status < 300) return { kind: 'ok', status, body };
  if (status === 404 || status === 410) return { kind: 'gone', status, body };
  if (status === 429) return { kind: 'later', reason: 'rate', delayMs: restOf(reply), message };
  if (status === 401 || status === 403)
    return { kind: 'refused', code: String(status), message, fix: 'credential' };
  if (status === 400 || status === 413 || status === 422)
    return { kind: 'refused', code: String(status), message, fix: 'content' };
  // A gateway answers 5xx also for what the app behind it has taken; 408 and 425 leave the same doubt.
  if (status >= 500 || status === 408 || status === 425) return { kind: 'doubtful', message };
  return { kind: 'refused', code: String(status), message, fix: 'operator' };
};

const restOf = ({ headers }: HttpReply): number => {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, longestRestMs) : soonMs;
};
