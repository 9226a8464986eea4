import { textMember, type AuthoriseOutcome } from '@koujing/channel';
import { callWeibo, type WeiboAttempt, type WeiboReply } from './weibo-call.js';

type Context = Pick<WeiboAttempt, 'settings' | 'secrets' | 'ports'>;

/** Asks how long the stored token still lives. There is no refresh for web apps: an ended one needs a person. */
export const tokenInfo = async ({ settings, secrets, ports }: Context): Promise<AuthoriseOutcome> => {
  const request = {
    path: '/oauth2/get_token_info',
    method: 'POST' as const,
    params: { access_token: secrets.accessToken },
  };
  const reply = await callWeibo(request, null, { settings, ports });
  if (reply.kind !== 'ok') return withoutToken(reply);
  return authorised(secrets.accessToken, Number(textMember(reply.body, 'expire_in')), ports);
};

/** Where a person is sent to authorise the app; `state` comes back unchanged and must be compared. */
export const authoriseUrl = (settings: WeiboAttempt['settings'], state: string): string => {
  const query = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    response_type: 'code',
    state,
  });
  return `${settings.apiUrl.replace(/\/+$/u, '')}/oauth2/authorize?${query.toString()}`;
};

/** Turns the code of the callback (single use) into a token that the caller stores as `accessToken`. */
export const exchangeCode = async (code: string, context: Context): Promise<AuthoriseOutcome> => {
  const { settings, secrets, ports } = context;
  const params = {
    client_id: settings.clientId,
    client_secret: secrets.clientSecret,
    grant_type: 'authorization_code',
    code,
    redirect_uri: settings.redirectUri,
  };
  const reply = await callWeibo({ path: '/oauth2/access_token', method: 'POST', params }, null, {
    settings,
    ports,
  });
  if (reply.kind !== 'ok') return withoutToken(reply);
  return authorised(
    textMember(reply.body, 'access_token'),
    Number(textMember(reply.body, 'expires_in')),
    ports,
  );
};

const authorised = (token: string, seconds: number, ports: WeiboAttempt['ports']): AuthoriseOutcome => {
  if (token === '' || !Number.isFinite(seconds))
    return { kind: 'failed', message: 'The answer has no token or no life time.' };
  const expiresAt = new Date(ports.clock.now().getTime() + seconds * 1_000);
  return { kind: 'authorised', authorisation: { token, expiresAt } };
};

const withoutToken = (reply: Exclude<WeiboReply, { kind: 'ok' }>): AuthoriseOutcome =>
  reply.kind === 'error' && reply.status < 500
    ? { kind: 'refused', code: String(reply.code), message: reply.message }
    : { kind: 'failed', message: reply.message };
