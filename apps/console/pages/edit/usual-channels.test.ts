import { expect, test } from '@jest/globals';
import { usualChannels } from './usual-channels.js';

const account = (id: string, channel: string, organId: string | null = null, enabled = true) => ({
  ...{ id, channel, organId, enabled },
});
const city = [
  account('mail', 'email'),
  account('portal', 'portal'),
  account('wechat', 'wechat'),
  account('weibo', 'weibo'),
];
const usual = (changes: Partial<Parameters<typeof usualChannels>[0]> = {}) =>
  usualChannels({
    ...{ accounts: city, organId: 'water', lists: [{ id: 'press' }, { id: 'tv' }], lastLists: [] },
    ...changes,
  });

test('a new draft goes to every channel that is in use', () => {
  expect(usual().accountIds).toEqual(['mail', 'portal', 'wechat', 'weibo']);
  const broken = [...city.slice(0, 3), account('weibo', 'weibo', null, false)];
  expect(usual({ accounts: broken }).accountIds).toEqual(['mail', 'portal', 'wechat']);
});

test('the accounts of another organ are not its channels', () => {
  const accounts = [
    ...city,
    account('water-weibo', 'weibo', 'water'),
    account('traffic-weibo', 'weibo', 'traffic'),
  ];
  expect(usual({ accounts }).accountIds).toEqual([...city.map(({ id }) => id), 'water-weibo']);
  expect(usual({ accounts, organId: undefined }).accountIds).toEqual(city.map(({ id }) => id));
});

test('mail goes to the lists of the last release that still exist, or to the only list', () => {
  expect(usual({ lastLists: ['tv', 'gone'] }).mailingListIds).toEqual(['tv']);
  expect(usual().mailingListIds).toEqual([]);
  expect(usual({ lists: [{ id: 'press' }] }).mailingListIds).toEqual(['press']);
});

test('where there is no mailing list, mail is left to whoever types addresses', () => {
  expect(usual({ lists: [] })).toEqual({ accountIds: ['portal', 'wechat', 'weibo'], mailingListIds: [] });
});
