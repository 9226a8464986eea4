import { expect, test } from '@jest/globals';
import type { Amendment, AmendmentShare, LedgerRow } from './amendment.js';
import { planAmendment } from './amendment-plan.js';

const share = (accountId: string, more: Partial<AmendmentShare> = {}): AmendmentShare => ({
  accountId,
  accountName: accountId,
  channel: accountId,
  perRecipient: false,
  waitsForPortal: true,
  way: 'replace',
  renditionDigest: `${accountId}-new`,
  noticeDigest: null,
  ...more,
});
const portal = share('portal', { way: 'inPlace', waitsForPortal: false, noticeDigest: 'tombstone' });
const mail = share('mail', { perRecipient: true, way: 'followUp', noticeDigest: 'recall' });

const correction = (shares: readonly AmendmentShare[], more: Partial<Amendment> = {}): Amendment => ({
  id: 'amendment',
  releaseId: 'release',
  kind: 'correct',
  fromVersion: 1,
  toVersion: 2,
  reason: '',
  emergency: false,
  urgent: false,
  orderedBy: 'person',
  orderedAt: new Date('2026-11-25T04:00:00Z'),
  portalUrl: '',
  shares,
  settledAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewNote: null,
  ...more,
});
const withdrawal = (shares: readonly AmendmentShare[], fromVersion = 1): Amendment =>
  correction(
    shares.map((each) => ({ ...each, renditionDigest: null })),
    { kind: 'withdraw', toVersion: null, fromVersion },
  );

let ids = 0;
const row = (accountId: string, state: LedgerRow['state'], more: Partial<LedgerRow> = {}): LedgerRow => {
  ids += 1;
  return {
    id: `row-${ids}`,
    version: 1,
    accountId,
    operation: 'send',
    recipient: '',
    state,
    attempts: 1,
    renditionDigest: `${accountId}-old`,
    amendmentId: null,
    ...more,
  };
};

const planned = (
  amendment: Amendment,
  rows: readonly LedgerRow[],
  more: { recipients?: readonly string[] | null; portalLive?: boolean } = {},
) =>
  planAmendment(amendment, { rows, recipients: [], portalLive: false, ...more }).map((each) =>
    [
      each.accountId,
      each.operation,
      `v${each.version}`,
      each.state,
      ...(each.recipient === '' ? [] : [each.recipient]),
    ].join(' '),
  );

test('a page is corrected in place; a post is deleted before its correction is published, once the page is live', () => {
  const rows = [row('portal', 'delivered'), row('weibo', 'verified')];
  expect(planned(correction([portal, share('weibo')]), rows)).toEqual([
    'portal correct v2 planned',
    'weibo withdraw v1 planned',
    'weibo send v2 waiting',
  ]);
});

test('an account that follows up keeps its post', () => {
  const rows = [row('portal', 'delivered'), row('weibo', 'delivered')];
  expect(planned(correction([portal, share('weibo', { way: 'followUp' })]), rows)).toEqual([
    'portal correct v2 planned',
    'weibo send v2 waiting',
  ]);
});

test('a channel that never received the version gets the new one and nothing is deleted there', () => {
  for (const state of ['superseded', 'abandoned'] as const)
    expect(planned(correction([share('weibo')]), [row('weibo', state)], { portalLive: true })).toEqual([
      'weibo send v2 planned',
    ]);
});

test('a channel that is being sent to is decided when that settles', () => {
  for (const state of ['sending', 'accepted', 'unknown', 'needsPerson'] as const)
    for (const amendment of [correction([share('weibo')]), withdrawal([share('weibo')])])
      expect(planned(amendment, [row('weibo', state)])).toEqual([]);
});

test('a correction mail goes to exactly the recipients who got it; a refused address gets none', () => {
  const rows = [
    row('mail', 'delivered', { recipient: 'a@news.example' }),
    row('mail', 'abandoned', { recipient: 'refused@news.example' }),
    row('mail', 'superseded', { recipient: 'later@news.example' }),
    row('mail', 'superseded', { recipient: 'dropped@news.example' }),
    row('mail', 'unknown', { recipient: 'unclear@news.example' }),
  ];
  const recipients = [
    'A@news.example',
    'refused@news.example',
    'later@news.example',
    'unclear@news.example',
    'new@news.example',
  ];
  expect(planned(correction([mail]), rows, { recipients, portalLive: true })).toEqual([
    'mail send v2 planned a@news.example',
    'mail send v2 planned later@news.example',
    'mail send v2 planned new@news.example',
  ]);
});

test('a recall mail goes to exactly the recipients who got it', () => {
  const rows = [
    row('mail', 'delivered', { recipient: 'a@news.example' }),
    row('mail', 'delivered', { recipient: 'a@news.example', version: 2 }),
    row('mail', 'abandoned', { recipient: 'refused@news.example' }),
    row('mail', 'cancelled', { recipient: 'later@news.example' }),
  ];
  expect(planned(withdrawal([mail], 2), rows)).toEqual(['mail recall v2 planned a@news.example']);
});

test('a withdrawal takes back every post that still stands, and a page once', () => {
  const rows = [
    row('portal', 'delivered'),
    row('portal', 'corrected', { version: 2, operation: 'correct' }),
    row('weibo', 'delivered'),
    row('weibo', 'delivered', { version: 2 }),
    row('wechat', 'delivered'),
    row('wechat', 'withdrawn', { operation: 'withdraw' }),
    row('wechat', 'delivered', { version: 2 }),
  ];
  expect(planned(withdrawal([portal, share('weibo'), share('wechat')], 2), rows)).toEqual([
    'portal withdraw v2 planned',
    'weibo withdraw v2 planned',
    'weibo withdraw v1 planned',
    'wechat withdraw v2 planned',
  ]);
});

test('a page that may stand although it never answered is taken down too', () => {
  expect(planned(withdrawal([portal]), [row('portal', 'cancelled')])).toEqual(['portal withdraw v1 planned']);
  expect(planned(withdrawal([portal]), [row('portal', 'cancelled', { attempts: 0 })])).toEqual([]);
});

test('a closed account can do nothing: a person is told the steps', () => {
  const closed = share('weibo', { way: 'closed', renditionDigest: null });
  const [only] = planAmendment(withdrawal([closed]), {
    rows: [row('weibo', 'delivered')],
    recipients: null,
    portalLive: false,
  });
  expect(only).toMatchObject({ operation: 'withdraw', state: 'notWithdrawable' });
  expect(only?.steps).toHaveLength(1);
});

test('what was planned is not planned again, and a look at some rows adds nobody', () => {
  const amendment = correction([portal, share('weibo'), mail]);
  const rows = [
    row('portal', 'delivered'),
    row('portal', 'correcting', { version: 2, operation: 'correct', amendmentId: 'amendment' }),
  ];
  expect(planned(amendment, rows, { recipients: null })).toEqual([]);
});

test('every planned row has a key of its own', () => {
  const rows = [row('portal', 'delivered'), row('weibo', 'delivered')];
  const keys = planAmendment(correction([portal, share('weibo')]), {
    rows,
    recipients: [],
    portalLive: true,
  }).map((each) => each.idempotencyKey);
  expect(new Set(keys).size).toBe(3);
});
