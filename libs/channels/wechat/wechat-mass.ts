import { textMember, type Inspection, type ReconcileOutcome } from '@koujing/channel';
import { callWithToken, type WechatAttempt } from './wechat-call.js';
import { nextCheckMs, unread } from './wechat-unread.js';

/** message/mass/get: SENDING may last the 30 minutes that an administrator has to confirm (CHANNELS A6). */
export const readMass = async (msgId: string, attempt: WechatAttempt): Promise<ReconcileOutcome> => {
  const reply = await callWithToken({ path: 'message/mass/get', body: { msg_id: msgId } }, attempt);
  if (reply.kind !== 'ok') return unread(reply, attempt);
  const status = textMember(reply.body, 'msg_status');
  switch (status) {
    case 'SEND_SUCCESS':
      return { kind: 'present', receipt: { remoteId: msgId, data: { kind: 'mass' } }, matches: 1 };
    case 'SENDING':
      return { kind: 'stillPending', checkAfterMs: nextCheckMs(attempt) };
    case 'SEND_FAIL':
    case 'DELETE':
      return {
        kind: 'rejected',
        code: status,
        message:
          status === 'DELETE'
            ? '群发已被删除。The mass send was deleted.'
            : '群发失败：未通过审核，或管理员 30 分钟内没有确认。The mass send failed: refused, or not confirmed in 30 minutes.',
        fix: 'operator',
      };
    default:
      return { kind: 'unreadable', reason: `msg_status ${status} is not known.` };
  }
};

/** The API lists no mass-sent article; all it tells is whether the send still stands. */
export const inspectMass = async (msgId: string, attempt: WechatAttempt): Promise<Inspection> => {
  const reply = await callWithToken({ path: 'message/mass/get', body: { msg_id: msgId } }, attempt);
  if (reply.kind === 'ok' && textMember(reply.body, 'msg_status') === 'DELETE') return { kind: 'gone' };
  return {
    kind: 'unreadable',
    reason: '群发文章的内容无法经接口读取。The content of a mass-sent article cannot be read by the API.',
  };
};
