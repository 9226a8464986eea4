import { textMember, type Examination, type TrialOutcome } from '@koujing/channel';
import { callWithToken } from './wechat-call.js';
import { messageOf } from './wechat-errors.js';
import type { WechatSecrets, WechatSettings } from './wechat-settings.js';

/** A preview is no publication: no claim of a delivery stands behind it. */
const fence = { check: () => Promise.resolve() };

/** mass/preview shows a message to one follower alone, 100 a day (CHANNELS A6); nothing is drafted or published. */
export const tryWechat = async (
  target: string,
  context: Examination<WechatSettings, WechatSecrets>,
): Promise<TrialOutcome> => {
  const reply = await callWithToken(
    {
      path: 'message/mass/preview',
      body: {
        ...{ towxname: target, msgtype: 'text' },
        text: { content: '【测试】这是从口径控制台发出的测试消息，请忽略。' },
      },
    },
    { ...context, fence },
  );
  if (reply.kind === 'ok') return { sent: true, message: textMember(reply.body, 'errmsg') || 'ok' };
  return {
    sent: false,
    message: reply.kind === 'error' ? `${reply.code} ${messageOf(reply.code, reply.message)}` : reply.message,
  };
};
