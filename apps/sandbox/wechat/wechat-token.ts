import { randomBytes } from 'node:crypto';
import { cityDate, isoAfter, isPast, type World } from '../world.js';
import type { WechatToken } from '../memory.js';
import { textOf, type WechatCall } from './wechat-call.js';
import { WechatRefusal } from './wechat-refusal.js';

const life = 7_200_000;
/** Old and new token work side by side this long, and a stable token is renewed this long before its end. */
const overlap = 300_000;
const forcedPerDay = 20;
const forcedEvery = 30_000;

/** The two ways to a token of CHANNELS A1; they know nothing of each other. */
export const tokenCalls: readonly WechatCall[] = [
  {
    name: 'token',
    method: 'GET',
    takes: 'nothing',
    withoutToken: true,
    answer: ({ query }, world) => {
      if (query['grant_type'] !== 'client_credential') throw new WechatRefusal(40002);
      checkSecret(query['appid'] ?? '', query['secret'] ?? '', world);
      return shown(issue('plain', world), world);
    },
  },
  {
    name: 'stable_token',
    method: 'POST',
    withoutToken: true,
    answer: ({ body }, world) => {
      if (body['grant_type'] !== 'client_credential') throw new WechatRefusal(40002);
      checkSecret(textOf(body['appid'], 'appid'), textOf(body['secret'], 'secret'), world);
      const current = latest('stable', world);
      const kept =
        current &&
        !isPast(world.clock, new Date(new Date(current.expiresAt).getTime() - overlap).toISOString());
      if (kept && !(body['force_refresh'] === true && mayForce(world))) return shown(current, world);
      return shown(issue('stable', world), world);
    },
  },
];

const checkSecret = (appId: string, secret: string, world: World): void => {
  if (appId === '') throw new WechatRefusal(41002);
  if (secret === '') throw new WechatRefusal(41004);
  if (appId !== world.accounts.wechat.appId) throw new WechatRefusal(40013);
  if (secret !== world.accounts.wechat.secret) throw new WechatRefusal(40125);
};

/** A forced refresh too close to the last one is answered with the token there is. */
const mayForce = (world: World): boolean => {
  const now = world.clock.now();
  const { memory } = world;
  const last = memory.counted('wechat-forced-at');
  if (last !== 0 && now.getTime() - last < forcedEvery) return false;
  if (memory.count(`wechat-forced ${cityDate(now)}`) > forcedPerDay) throw new WechatRefusal(45009);
  memory.setCount('wechat-forced-at', now.getTime());
  return true;
};

const latest = (family: WechatToken['family'], world: World): WechatToken | undefined =>
  world.memory.wechatTokens.values().findLast((token) => token.family === family);

const issue = (family: WechatToken['family'], world: World): WechatToken => {
  const shelf = world.memory.wechatTokens;
  const old = latest(family, world);
  if (old) shelf.put(old.token, { ...old, supersededFrom: isoAfter(world.clock, overlap) });
  const token = `${family === 'stable' ? '9' : '8'}_${randomBytes(382).toString('base64url')}`;
  return shelf.put(token, { token, family, expiresAt: isoAfter(world.clock, life) });
};

const shown = (token: WechatToken, world: World): object => {
  const left = new Date(token.expiresAt).getTime() - world.clock.now().getTime();
  return { access_token: token.token, expires_in: Math.floor(left / 1_000) };
};

/** @throws WechatRefusal 41001 missing, 40001 unknown or superseded, 42001 over. */
export const checkToken = (token: string | undefined, world: World): void => {
  if (!token) throw new WechatRefusal(41001);
  const known = world.memory.wechatTokens.get(token);
  if (!known) throw new WechatRefusal(40001);
  if (known.supersededFrom !== undefined && isPast(world.clock, known.supersededFrom))
    throw new WechatRefusal(40001);
  if (isPast(world.clock, known.expiresAt)) throw new WechatRefusal(42001);
};

/** The token ends before its time: this call and the next ones answer 42001, and asking for a token gives a new one. */
export const endToken = (token: string | undefined, { memory, clock }: World): void => {
  const known = token === undefined ? undefined : memory.wechatTokens.get(token);
  if (known) memory.wechatTokens.put(known.token, { ...known, expiresAt: isoAfter(clock, -1) });
};
