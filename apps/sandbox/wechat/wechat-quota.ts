import { cityDate, type World } from '../world.js';
import { textOf, type WechatCall } from './wechat-call.js';
import { WechatRefusal } from './wechat-refusal.js';

const clearsPerMonth = 10;

/** Day quotas (CHANNELS A7), turning over at Beijing midnight. */
export const quotaCalls = (names: readonly string[]): readonly WechatCall[] => [
  {
    name: 'openapi/quota/get',
    method: 'POST',
    answer: ({ body }, world) => {
      const name = textOf(body['cgi_path'], 'cgi_path').replace(/^\/cgi-bin\//, '');
      if (!names.includes(name)) throw new WechatRefusal(76021);
      const limit = limitOf(name, world);
      const used = Math.min(world.memory.counted(counter(name, world)), limit);
      return { errcode: 0, errmsg: 'ok', quota: { daily_limit: limit, used, remain: limit - used } };
    },
  },
  {
    name: 'clear_quota',
    method: 'POST',
    answer: ({ body }, world) => {
      if (textOf(body['appid'], 'appid') !== world.accounts.wechat.appId) throw new WechatRefusal(40013);
      const month = cityDate(world.clock.now()).slice(0, 7);
      if (world.memory.count(`wechat-clear ${month}`) > clearsPerMonth) throw new WechatRefusal(48006);
      for (const name of names) world.memory.setCount(counter(name, world), 0);
      return { errcode: 0, errmsg: 'ok' };
    },
  },
];

/** Counts one call. @throws WechatRefusal 45009 when the day's number is used up. */
export const useQuota = (name: string, world: World): void => {
  if (name === 'clear_quota' || name === 'openapi/quota/get') return;
  if (world.memory.counted(counter(name, world)) >= limitOf(name, world)) throw new WechatRefusal(45009);
  world.memory.count(counter(name, world));
};

const limitOf = (name: string, world: World): number =>
  world.accounts.wechat.dailyLimits[name] ?? world.accounts.wechat.defaultDailyLimit;

const counter = (name: string, world: World): string => `wechat ${name} ${cityDate(world.clock.now())}`;
