import { HttpFailure, type HttpPort } from '@koujing/channel';
import { signatureOf } from '@koujing/channels/webhook';
import type { Subscription } from './subscription.js';

export interface Post {
  readonly kind: string;
  readonly eventId: string;
  readonly deliveryId: string;
  readonly body: string;
}

/** `restMs`: the receiver asked for so long a rest. `gone`: it says that nobody is there any more. */
export interface Answered {
  readonly taken: boolean;
  readonly gone: boolean;
  readonly status: number | null;
  readonly answer: string;
  readonly restMs: number | null;
}

export interface Sender {
  readonly http: HttpPort;
  /** Hosts inside that may be reached, by http too. */
  readonly innerHosts: readonly string[];
}

/** As long as the receiver of docs/webhook.md is given. */
const CALL_MS = 15_000;
const mostAnswer = 300;
const longestRestMs = 3_600_000;

/** One try: signed, nothing followed, to a public address or a listed host. */
export const postEvent = async (
  { http, innerHosts }: Sender,
  { url, secret }: Pick<Subscription, 'url' | 'secret'>,
  { kind, eventId, deliveryId, body }: Post,
  at: Date,
): Promise<Answered> => {
  try {
    const reply = await http.request({
      ...{ method: 'POST', url, body, timeoutMs: CALL_MS, mostBytes: 65_536 },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Koujing-Events/1',
        'idempotency-key': eventId,
        'koujing-event': kind,
        'koujing-delivery': deliveryId,
        'koujing-signature': signatureOf(body, at, [secret]),
      },
      ...(innerHosts.includes(new URL(url).hostname) ? {} : { reach: 'public' as const }),
    });
    const rest = Number(reply.headers['retry-after']);
    return {
      taken: reply.status >= 200 && reply.status < 300,
      gone: reply.status === 410,
      status: reply.status,
      answer: Buffer.from(reply.body).toString('utf8').replaceAll('\0', '').slice(0, mostAnswer),
      restMs: Number.isFinite(rest) && rest > 0 ? Math.min(longestRestMs, rest * 1_000) : null,
    };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    const answer = error.privateAddress
      ? '地址解析到内网，没有连接 (the address resolves to a private network)'
      : `没有回答 (no answer): ${error.message}`.slice(0, mostAnswer);
    return { taken: false, gone: false, status: null, answer, restMs: null };
  }
};
