import {
  listMember,
  textMember,
  type Inspection,
  type Pending,
  type RecentPost,
  type ReconcileOutcome,
} from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import { callWithToken, type WechatAttempt } from './wechat-call.js';
import { nextCheckMs, unread } from './wechat-unread.js';

/** message/mass/get: SENDING may last the 30 minutes that an administrator has to confirm (CHANNELS A6). */
export const readMass = async (
  msgId: string,
  { listedAs }: Pending,
  attempt: WechatAttempt,
): Promise<ReconcileOutcome> => {
  const reply = await callWithToken({ path: 'message/mass/get', body: { msg_id: msgId } }, attempt);
  if (reply.kind !== 'ok') return unread(reply, attempt);
  const status = textMember(reply.body, 'msg_status');
  switch (status) {
    case 'SEND_SUCCESS':
      return {
        ...{ kind: 'present', matches: 1 },
        receipt: { remoteId: msgId, data: { kind: 'mass', ...(listedAs === undefined ? {} : { listedAs }) } },
      };
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

/** Where the statistics list the first article of a mass send; they name it otherwise than the sending does. */
export const listedName = (msgDataId: string): Pending =>
  msgDataId === '' ? {} : { listedAs: `${msgDataId}_1` };

/** The statistics go back a month at a time, and know nothing of today. */
const longestMs = 29 * 86_400_000;
const dayMs = 86_400_000;
const massSent = '0';
/** The account has no statistics: not verified, and then it cannot mass-send through the API either. */
const noRight = 48_001;

/**
 * No list of the platform holds what was mass-sent (CHANNELS A4); its statistics do, from the next morning on. Told with the
 * beginning of its day, all that is said of the time.
 * @throws Error when they cannot be read.
 */
export const recentMass = async (since: Date, attempt: WechatAttempt): Promise<readonly RecentPost[]> => {
  const now = attempt.ports.clock.now().getTime();
  const yesterday = civilTime(new Date(now - dayMs)).slice(0, 10);
  const first = civilTime(new Date(Math.max(since.getTime(), now - longestMs))).slice(0, 10);
  if (first > yesterday) return [];
  const request = {
    path: 'datacube/getarticletotaldetail',
    body: { begin_date: first, end_date: yesterday },
  };
  const reply = await callWithToken(request, attempt);
  if (reply.kind === 'error' && reply.code === noRight) return [];
  if (reply.kind !== 'ok') throw new Error(`${request.path}: ${reply.message}`);
  return listMember(reply.body, 'list')
    .filter((item) => textMember(item, 'publish_type') === massSent)
    .map((item) => ({
      remoteId: textMember(item, 'msgid'),
      text: textMember(item, 'title'),
      url: textMember(item, 'content_url'),
      publishedAt: `${textMember(item, 'ref_date')}T00:00:00+08:00`,
    }));
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
