import { jsonOf, type HttpReply } from '@koujing/channel';
import type { ChatAnswer } from './chat-platform.js';

interface Codes {
  /** The fields that carry the code and what is said of it. */
  readonly code: readonly string[];
  readonly said: string;
  /** Codes of a platform that takes nothing for a while. */
  readonly tooFast: ReadonlySet<number>;
  readonly restMs: number;
  /** Codes after which nobody knows. */
  readonly doubtful?: ReadonlySet<number>;
}

/** Reads the answer of a platform whose refusals come as codes with HTTP 200. */
export const answerOf = (reply: HttpReply, codes: Codes): ChatAnswer => {
  if (reply.status === 429) return { kind: 'later', message: 'HTTP 429', delayMs: codes.restMs };
  // A gateway answers 5xx also for what the platform behind it has taken.
  if (reply.status >= 500) return { kind: 'unknown', message: `HTTP ${reply.status}` };
  const body = jsonOf(reply);
  const code = codes.code.map((name) => body?.[name]).find((value) => typeof value === 'number');
  if (body === null || typeof code !== 'number')
    return reply.status >= 400
      ? { kind: 'refused', message: `HTTP ${reply.status}` }
      : { kind: 'unknown', message: `HTTP ${reply.status}，回答无法识别 (an answer of another form)` };
  const message = `${code} ${String(body[codes.said] ?? '')}`.trim().slice(0, 300);
  if (code === 0) return { kind: 'sent', message };
  if (codes.tooFast.has(code)) return { kind: 'later', message, delayMs: codes.restMs };
  return { kind: codes.doubtful?.has(code) === true ? 'unknown' : 'refused', message };
};
