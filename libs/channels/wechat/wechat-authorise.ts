import { textMember, type AuthoriseOutcome } from '@koujing/channel';
import { callWechat, type WechatAttempt } from './wechat-call.js';
import { meaningOf, messageOf } from './wechat-errors.js';

/**
 * stable_token in its normal mode: the same token until five minutes before its end, so that asking twice harms
 * nothing. A forced refresh is never automatic (20 a day; DESIGN: "Tokens").
 */
export const stableToken = async ({
  settings,
  secrets,
  ports,
}: Pick<WechatAttempt, 'settings' | 'secrets' | 'ports'>): Promise<AuthoriseOutcome> => {
  const body = {
    grant_type: 'client_credential',
    appid: settings.appId,
    secret: secrets.appSecret,
    force_refresh: false,
  };
  const reply = await callWechat({ path: 'stable_token', body }, null, { settings, ports });
  if (reply.kind === 'lost') return { kind: 'failed', message: reply.message };
  if (reply.kind === 'error') {
    const message = messageOf(reply.code, reply.message);
    const isRefusal = meaningOf(reply.code).kind === 'rejected' || meaningOf(reply.code).kind === 'token';
    return isRefusal ? { kind: 'refused', code: String(reply.code), message } : { kind: 'failed', message };
  }
  const token = textMember(reply.body, 'access_token');
  const seconds = Number(textMember(reply.body, 'expires_in'));
  if (token === '' || !(seconds > 0))
    return { kind: 'failed', message: 'stable_token answered without a token.' };
  const expiresAt = new Date(ports.clock.now().getTime() + seconds * 1_000);
  return { kind: 'authorised', authorisation: { token, expiresAt } };
};
