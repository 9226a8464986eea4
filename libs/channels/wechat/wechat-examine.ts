import { FenceLost, isJsonObject, textMember, type Examination, type HealthFinding } from '@koujing/channel';
import { callWithToken, type WechatReply } from './wechat-call.js';
import { messageOf, meaningOf } from './wechat-errors.js';
import type { WechatSecrets, WechatSettings } from './wechat-settings.js';

/** Examining writes nothing; a call that wanted to would be a mistake of the program. */
const fence = { check: () => Promise.reject(new FenceLost('examining writes nothing')) };

/** The token is taken and the day's calls left are read (CHANNELS A7); nothing is uploaded, drafted or published. */
export const examineWechat = async (
  context: Examination<WechatSettings, WechatSecrets>,
): Promise<readonly HealthFinding[]> => {
  const publishing = context.settings.mode === 'mass' ? 'message/mass/sendall' : 'freepublish/submit';
  const findings: HealthFinding[] = [];
  for (const path of ['draft/add', publishing]) {
    const request = { path: 'openapi/quota/get', body: { cgi_path: `/cgi-bin/${path}` } };
    const reply = await callWithToken(request, { ...context, fence });
    if (reply.kind !== 'ok') return [refusal(reply)];
    const { quota } = reply.body;
    if (isJsonObject(quota) && Number(textMember(quota, 'remain') || NaN) <= 0) findings.push(usedUp(path));
  }
  return findings;
};

const usedUp = (path: string): HealthFinding => ({
  severity: 'block',
  code: 'platformQuota',
  message: `公众号接口 ${path} 当日次数已用完，明天零点后恢复。`,
  messageEn: `The day's calls of ${path} are used up; they return after midnight.`,
});

const refusal = (reply: Exclude<WechatReply, { kind: 'ok' }>): HealthFinding => {
  const said =
    reply.kind === 'error' ? `${reply.code} ${messageOf(reply.code, reply.message)}` : reply.message;
  const meaning = reply.kind === 'error' ? meaningOf(reply.code).kind : 'lost';
  const isClosed = meaning === 'token' || meaning === 'rejected';
  return {
    severity: isClosed ? 'block' : 'warn',
    code: isClosed ? 'platformRefuses' : 'platformSilent',
    message: `公众号接口答复：${said}`,
    messageEn: `The WeChat API answers: ${said}`,
  };
};
