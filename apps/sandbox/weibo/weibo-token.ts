import { isoAfter, isPast, type World } from '../world.js';
import type { WeiboToken } from '../memory.js';
import type { WeiboRequest } from './weibo-call.js';
import { WeiboRefusal } from './weibo-refusal.js';

/** 157,679,471 s, the longest life in the wiki's samples: the demo can be resumed after months. */
const demoTokenSeconds = 157_679_471;

/** The demo account has one token that nobody had to authorise. */
export const seedToken = (world: World): void => {
  const token = world.accounts.weibo.accessToken;
  if (world.memory.weiboTokens.get(token)) return;
  world.memory.weiboTokens.put(token, newToken(world, token, demoTokenSeconds));
};

export const newToken = (world: World, token: string, seconds: number): WeiboToken => ({
  token,
  uid: world.accounts.weibo.uid,
  createdAt: world.clock.now().toISOString(),
  expiresAt: isoAfter(world.clock, seconds * 1_000),
  revoked: false,
});

/** As parameter or as `Authorization: OAuth2 <token>`. */
export const tokenOf = (request: WeiboRequest): string | undefined => {
  const header = /^OAuth2 (.+)$/.exec(request.authorization ?? '')?.[1];
  return request.params['access_token'] ?? header;
};

/** @throws WeiboRefusal when the token is missing, unknown, revoked or over. */
export const validToken = (request: WeiboRequest, world: World): WeiboToken => {
  const token = tokenOf(request);
  if (token === undefined || token === '') throw new WeiboRefusal(10006);
  const known = world.memory.weiboTokens.get(token);
  if (!known || known.revoked) throw new WeiboRefusal(21332);
  if (isPast(world.clock, known.expiresAt)) throw new WeiboRefusal(21327);
  return known;
};

/** The authorisation ends before its time: 21327 from now on, until a person authorises again. */
export const endToken = (request: WeiboRequest, { memory, clock }: World): void => {
  const known = memory.weiboTokens.get(tokenOf(request) ?? '');
  if (known) memory.weiboTokens.put(known.token, { ...known, expiresAt: isoAfter(clock, -1) });
};
