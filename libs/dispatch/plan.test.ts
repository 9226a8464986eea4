import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Rendition } from '@koujing/channel';
import { idempotencyKey } from './idempotency-key.js';
import { plan, type Share } from './plan.js';

const rendition: Rendition = {
  channel: 'x',
  template: 'x@1',
  parts: { text: '停水' },
  slots: [],
  assets: [],
};
const aShare = (accountId: string, more: Partial<Share> = {}): Share => ({
  accountId,
  channel: accountId,
  rendition,
  perRecipient: false,
  waitsForPortal: true,
  ...more,
});
const portal = aShare('portal', { waitsForPortal: false });
const planned = (shares: readonly Share[], recipients: readonly string[] = []) =>
  plan({
    releaseId: 'r',
    version: 1,
    portalUrl: 'http://127.0.0.1/r/r.html',
    urgent: false,
    shares,
    recipients,
  });

test('the portal comes first and every other channel waits for it', () => {
  const rows = planned([aShare('weibo'), aShare('wechat'), portal]);
  expect(rows.map(({ accountId, state, waitingFor }) => [accountId, state, waitingFor])).toEqual([
    ['portal', 'planned', null],
    ['weibo', 'waiting', 'portal'],
    ['wechat', 'waiting', 'portal'],
  ]);
});

test('a mailing has one row per mailbox, however its address is spelt', () => {
  const rows = planned(
    [aShare('mail', { perRecipient: true })],
    ['a@news.example', 'A@News.example ', 'b@news.example'],
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual(['a@news.example', 'b@news.example']);
});

test('ten thousand recipients get ten thousand different keys and one rendition', () => {
  const recipients = Array.from({ length: 10_000 }, (_, n) => `desk${n}@news.example`);
  const rows = planned([aShare('mail', { perRecipient: true })], recipients);
  expect(new Set(rows.map(({ idempotencyKey: key }) => key)).size).toBe(10_000);
  expect(new Set(rows.map(({ renditionDigest }) => renditionDigest)).size).toBe(1);
});

test('the key is the same for the same delivery and another for anything else', () => {
  const parts = fc.record({
    releaseId: fc.uuid(),
    version: fc.integer({ min: 1, max: 9 }),
    accountId: fc.uuid(),
    operation: fc.constantFrom('send' as const, 'correct' as const, 'withdraw' as const),
    recipient: fc.emailAddress(),
    generation: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(idempotencyKey({ ...a })).toBe(idempotencyKey(a));
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(idempotencyKey(a)).not.toBe(idempotencyKey(b));
    }),
  );
});
