import { expect, test } from '@jest/globals';
import type { DeliveryView } from '../../api/contract.js';
import { channelRows, isTakenBack, shareOf } from './channel-rows.js';

const delivery = (channel: string, state: string, recipient = ''): DeliveryView =>
  ({
    id: `${channel}${recipient}`,
    accountId: channel,
    accountName: channel,
    channel,
    recipient,
    state,
  }) as DeliveryView;

test('the portal stands first, and mail is one row however many media get it', () => {
  const rows = channelRows([
    delivery('email', 'delivered', 'a@media.example'),
    delivery('email', 'sending', 'b@media.example'),
    delivery('weibo', 'waiting'),
    delivery('portal', 'delivered'),
  ]);
  expect(rows.map(({ channel, deliveries }) => [channel, deliveries.length])).toEqual([
    ['portal', 1],
    ['weibo', 1],
    ['email', 2],
  ]);
});

test('one medium that needs a person makes the row need one, and the others keep their share', () => {
  const [mail] = channelRows([
    delivery('email', 'delivered', 'a@media.example'),
    delivery('email', 'needsPerson', 'b@media.example'),
  ]);
  expect(mail?.standing).toBe('attention');
  expect(mail === undefined ? 0 : shareOf(mail)).toBe(50);
});

test('a release is taken back only when every channel is, and the recall has reached every medium', () => {
  const of = (channel: string, operation: DeliveryView['operation'], state: string): DeliveryView =>
    ({ ...delivery(channel, state, channel), operation }) as DeliveryView;
  const taken = [of('portal', 'withdraw', 'withdrawn'), of('email', 'recall', 'delivered')];
  expect(isTakenBack(channelRows(taken))).toBe(true);
  expect(isTakenBack(channelRows([...taken, of('weibo', 'withdraw', 'withdrawing')]))).toBe(false);
  expect(isTakenBack(channelRows([of('portal', 'send', 'delivered')]))).toBe(false);
  expect(isTakenBack([])).toBe(false);
});
