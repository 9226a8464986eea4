import { createHmac } from 'node:crypto';
import { answerOf } from '../platform-answer.js';
import type { ChatPlatform } from '../chat-platform.js';

/** HMAC-SHA256 of nothing with "timestamp\nsecret" as key, base64: other than DingTalk's, and often mistaken for it. */
export const feishuSign = (seconds: number, secret: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).digest('base64');

/**
 * 飞书自定义机器人 (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): POST to
 * `https://open.feishu.cn/open-apis/bot/v2/hook/…`, signed by `timestamp` (seconds, within an hour) and `sign` in the body.
 * 100 messages a minute, five a second; 11232 when it is more. 19021: the signature or the hour does not match.
 */
export const feishu: ChatPlatform = {
  mostBytes: 4_000,
  restMs: 1_000,
  request: ({ url, key }, text, at) => {
    const seconds = Math.floor(at.getTime() / 1_000);
    const signature = key === '' ? {} : { timestamp: String(seconds), sign: feishuSign(seconds, key) };
    return { url, body: JSON.stringify({ ...signature, msg_type: 'text', content: { text } }) };
  },
  answer: (reply) =>
    answerOf(reply, {
      code: ['code', 'StatusCode'],
      said: 'msg',
      tooFast: new Set([11_232, 99_991_400]),
      restMs: 60_000,
    }),
};
