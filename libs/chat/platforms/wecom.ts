import { answerOf } from '../platform-answer.js';
import type { ChatPlatform } from '../chat-platform.js';

/**
 * 企业微信群机器人 (developer.work.weixin.qq.com/document/path/91770): POST to
 * `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`, text of at most 2,048 bytes, 20 messages a minute for one
 * robot; 45009 when it is more. There is no signature: the key in the address is the secret.
 */
export const wecom: ChatPlatform = {
  mostBytes: 2_048,
  restMs: 4_000,
  request: ({ url }, text) => ({
    url,
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
  }),
  answer: (reply) =>
    answerOf(reply, {
      code: ['errcode'],
      said: 'errmsg',
      tooFast: new Set([45_009, 45_033]),
      restMs: 60_000,
      // 系统繁忙: whether it was taken is not said.
      doubtful: new Set([-1]),
    }),
};
