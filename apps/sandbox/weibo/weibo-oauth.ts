import { randomBytes } from 'node:crypto';
import { escapeHtml } from '../page/escape-html.js';
import { isoAfter, isPast, type World } from '../world.js';
import type { WeiboCall, WeiboRequest } from './weibo-call.js';
import { WeiboRefusal } from './weibo-refusal.js';
import { newToken, tokenOf, validToken } from './weibo-token.js';

/** An audited ordinary app's token lives 7 days (CHANNELS B1). */
const tokenSeconds = 7 * 86_400;
const codeMilliseconds = 10 * 60_000;

const authorize = (request: WeiboRequest, world: World): { page: string } | { redirect: string } => {
  const { client_id, redirect_uri = '', response_type = 'code', state = '', decision } = request.params;
  if (client_id !== world.accounts.weibo.clientId) throw new WeiboRefusal(21324);
  if (response_type !== 'code') throw new WeiboRefusal(21329);
  const redirect = redirectTarget(redirect_uri, world);
  if (state !== '') redirect.searchParams.set('state', state);
  if (decision === undefined) return { page: consentPage(request, world) };
  if (decision === 'allow') {
    const code = randomBytes(16).toString('hex');
    world.memory.weiboCodes.put(code, {
      redirectUri: redirect_uri,
      createdAt: world.clock.now().toISOString(),
    });
    redirect.searchParams.set('code', code);
  } else redirect.searchParams.set('error', 'access_denied');
  return { redirect: redirect.href };
};

const redirectTarget = (uri: string, world: World): URL => {
  if (!URL.canParse(uri) || !world.accounts.weibo.redirectHosts.includes(new URL(uri).hostname))
    throw new WeiboRefusal(21322);
  return new URL(uri);
};

const consentPage = (request: WeiboRequest, world: World): string => {
  const fields = Object.entries(request.params)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>授权 · 微博（沙箱）</title>
<body style="font:16px/1.7 system-ui,sans-serif;max-width:26em;margin:4em auto;padding:0 1em">
<h1 style="font-size:1.3em">授权给“口径”</h1><p>口径将以 <b>${escapeHtml(world.accounts.weibo.screenName)}</b> 的身份发布和读取微博。</p>
<form method="post" action="authorize">${fields}
<button name="decision" value="allow">授权 Allow</button> <button name="decision" value="deny">取消 Cancel</button></form>`;
};

const accessToken = (request: WeiboRequest, world: World): { json: unknown } => {
  const { client_id, client_secret, grant_type, code = '', redirect_uri } = request.params;
  const { clientId, clientSecret } = world.accounts.weibo;
  if (client_id !== clientId || client_secret !== clientSecret) throw new WeiboRefusal(21324);
  if (grant_type !== 'authorization_code') throw new WeiboRefusal(21328);
  const granted = world.memory.weiboCodes.get(code);
  world.memory.weiboCodes.remove(code);
  if (!granted || granted.createdAt < isoAfter(world.clock, -codeMilliseconds)) throw new WeiboRefusal(21325);
  if (granted.redirectUri !== redirect_uri) throw new WeiboRefusal(21322);
  const token = newToken(world, `2.00${randomBytes(14).toString('base64url')}`, tokenSeconds);
  world.memory.weiboTokens.put(token.token, token);
  const life = { expires_in: tokenSeconds, remind_in: String(tokenSeconds) };
  return { json: { access_token: token.token, ...life, uid: token.uid, isRealName: 'true' } };
};

const tokenInfo = (request: WeiboRequest, world: World): { json: unknown } => {
  const token = tokenOf(request);
  const known = token === undefined ? undefined : world.memory.weiboTokens.get(token);
  if (!known || known.revoked) throw new WeiboRefusal(21332);
  if (isPast(world.clock, known.expiresAt)) throw new WeiboRefusal(21327);
  const left = new Date(known.expiresAt).getTime() - world.clock.now().getTime();
  const createdAt = Math.floor(new Date(known.createdAt).getTime() / 1_000);
  return {
    json: {
      uid: Number(known.uid),
      appkey: world.accounts.weibo.clientId,
      scope: null,
      create_at: createdAt,
      expire_in: Math.floor(left / 1_000),
    },
  };
};

/** The sign-in of CHANNELS B1. There is no refresh token for web apps. */
export const oauthCalls: readonly WeiboCall[] = [
  {
    name: 'oauth2/authorize',
    path: '/oauth2/authorize',
    methods: ['GET', 'POST'],
    needsToken: false,
    answer: authorize,
  },
  {
    name: 'oauth2/access_token',
    path: '/oauth2/access_token',
    methods: ['POST'],
    needsToken: false,
    answer: accessToken,
  },
  {
    name: 'oauth2/get_token_info',
    path: '/oauth2/get_token_info',
    methods: ['POST'],
    needsToken: false,
    answer: tokenInfo,
  },
  {
    name: 'oauth2/revokeoauth2',
    path: '/oauth2/revokeoauth2',
    methods: ['GET', 'POST'],
    needsToken: false,
    answer: (request, world) => {
      const token = validToken(request, world);
      world.memory.weiboTokens.put(token.token, { ...token, revoked: true });
      return { json: { result: true } };
    },
  },
];
