import { expect, test } from '@jest/globals';
import type { DeliveryView } from '../../api/contract.js';
import { channelRows, shareOf } from './channel-rows.js';

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
