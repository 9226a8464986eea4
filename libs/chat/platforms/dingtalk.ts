import { createHmac } from 'node:crypto';
import { answerOf } from '../platform-answer.js';
import type { ChatPlatform } from '../chat-platform.js';

/** HMAC-SHA256 of "timestamp\nsecret" with the secret as key, base64 (加签; open.dingtalk.com/document/robots/customize-robot-security-settings). */
export const dingtalkSign = (milliseconds: number, secret: string): string =>
  createHmac('sha256', secret).update(`${milliseconds}\n${secret}`, 'utf8').digest('base64');

/**
 * 钉钉自定义机器人 (open.dingtalk.com/document/robots/custom-robot-access): POST to
 * `https://oapi.dingtalk.com/robot/send?access_token=…`, signed by `&timestamp=` (milliseconds, within an hour) and `&sign=`.
 * 20 messages a minute; more and the robot is silenced for ten minutes (130101, 410100, 90030). 310000: the signature or
 * a key word does not match.
 */
export const dingtalk: ChatPlatform = {
  // 20,000 bytes are allowed; nobody reads as much in a group.
  mostBytes: 4_000,
  restMs: 4_000,
  request: ({ url, key }, text, at) => {
    const signed = new URL(url);
    if (key !== '') {
      signed.searchParams.set('timestamp', String(at.getTime()));
      signed.searchParams.set('sign', dingtalkSign(at.getTime(), key));
    }
    return { url: signed.href, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) };
  },
  answer: (reply) =>
    answerOf(reply, {
      code: ['errcode'],
      said: 'errmsg',
      tooFast: new Set([130_101, 410_100, 90_030]),
      restMs: 10 * 60_000,
      doubtful: new Set([-1]),
    }),
};
