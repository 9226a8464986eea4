import { describe, expect, test } from '@jest/globals';
import {
  anAttempt,
  FakeFence,
  FakeHttp,
  FakeMail,
  FakeTokens,
  MemoryFiles,
  MemoryLog,
} from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { weiboErrors } from './weibo-errors.js';
import { WeiboChannel } from './weibo-channel.js';
import { weiboSecrets, weiboSettings } from './weibo-settings.js';

/** What `statuses/share` must answer for every code of CHANNELS B5. */
const expected: readonly (readonly [string, Record<string, unknown>, readonly number[]])[] = [
  ['may have been posted', { kind: 'unknown' }, [10001, 10002, 10003, 10009, 10010, 10011]],
  ['has most likely been posted by an earlier try', { kind: 'unknown' }, [20017, 20019, 20111]],
  ['is posted and will show in two minutes', { kind: 'accepted', checkAfterMs: 120_000 }, [20032]],
  [
    'stops the account of this app',
    { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' },
    [10004, 10005, 10006, 10012, 10013, 10014, 21321],
  ],
  ['needs an operator', { kind: 'rejected', fix: 'operator' }, [10008, 10016, 10020, 10021]],
  ['needs another text or picture', { kind: 'rejected', fix: 'content' }, [10007, 10017, 10018]],
  ['waits for the hour', { kind: 'deferred', reason: 'rate', delayMs: 3_600_000 }, [10022, 10023, 10024]],
  ['needs an edit', { kind: 'rejected', fix: 'content' }, [20005, 20006, 20007, 20008, 20012, 20013]],
  ['is asked to be called again once', { kind: 'deferred', reason: 'transient', once: true }, [20014]],
  [
    'stops the account',
    { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' },
    [20015, 20022, 20023, 20033],
  ],
  ['is handed to a person', { kind: 'rejected', fix: 'operator', beyond: 'handOver' }, [20031, 20507]],
  ['waits ten minutes', { kind: 'deferred', reason: 'rate', delayMs: 600_000 }, [20016]],
  ['needs a review of the content', { kind: 'rejected', fix: 'content' }, [20018, 20020, 20021, 21602]],
  ['speaks of another post', { kind: 'rejected', fix: 'operator' }, [20101, 20102, 20104, 20109]],
  [
    'needs a new authorisation',
    { kind: 'rejected', fix: 'credential' },
    [21301, 21314, 21315, 21316, 21317, 21319, 21327, 21332],
  ],
];

const settings = weiboSettings.parse({ clientId: '1', rip: '211.156.0.1' });
const secrets = weiboSecrets.parse({ clientSecret: 's', accessToken: 't' });

const shareAnswered = async (json: unknown, status: number) => {
  const clock = new TravellingClock('2026-11-30T02:00:00Z');
  const http = new FakeHttp(() => ({ json, status }));
  const ports = { http, mail: new FakeMail(), files: new MemoryFiles(), clock, log: new MemoryLog() };
  const attempt = anAttempt({
    settings,
    secrets,
    portalUrl: 'https://www.bj.gov.example/r/1.html',
    ports,
    token: new FakeTokens(['t']),
    fence: new FakeFence(),
  });
  const rendition = {
    channel: 'weibo',
    template: 't',
    parts: { status: '通车 https://www.bj.gov.example/r/1.html' },
    slots: [],
    assets: [],
  };
  return new WeiboChannel().send(rendition, attempt);
};

describe('a post answered by Weibo with', () => {
  for (const [meaning, outcome, codes] of expected)
    for (const code of codes)
      test(`${code} ${meaning}`, async () => {
        const asNumber = await shareAnswered(
          { error_code: code, error: 'x', request: '/2/statuses/share.json' },
          400,
        );
        const asText = await shareAnswered({ error_code: String(code), error: 'x' }, 400);
        expect(asNumber).toMatchObject(outcome);
        expect(asText).toEqual(asNumber);
      });

  test('a code that is in no table needs an operator, and with HTTP 503 it may have been posted', async () => {
    expect(await shareAnswered({ error_code: 29_999, error: 'x' }, 400)).toMatchObject({ fix: 'operator' });
    expect(await shareAnswered({ error_code: 29_999, error: 'x' }, 503)).toMatchObject({ kind: 'unknown' });
  });

  test('success but no idstr may have been posted', async () => {
    expect(await shareAnswered({ id: 9_007_199_254_740_992 }, 200)).toMatchObject({ kind: 'unknown' });
  });
});

test('every code of the table is tried here', () => {
  const tried = expected.flatMap(([, , codes]) => codes);
  expect([...weiboErrors.keys()].sort()).toEqual([...tried].sort());
});
