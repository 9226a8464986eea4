import { describe, expect, test } from '@jest/globals';
import {
  anAttempt,
  FakeHttp,
  FakeMail,
  FakeTokens,
  MemoryFiles,
  MemoryLog,
  type FakeAnswer,
  type HttpRequest,
} from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { WechatChannel } from './wechat-channel.js';
import { wechatErrors } from './wechat-errors.js';
import { wechatSecrets, wechatSettings, type WechatSettings } from './wechat-settings.js';

/** 10:00 in Beijing: the next day begins in 14 hours, and 5 minutes for safety. */
const now = '2026-11-30T02:00:00Z';
const untilTomorrow = 14 * 3_600_000 + 300_000;

/** What `freepublish/submit` must answer for every code of CHANNELS A8. */
const expected: readonly (readonly [string, Record<string, unknown>, readonly number[]])[] = [
  ['may have been published', { kind: 'unknown' }, [-1, 40007, 53502]],
  ['needs another token', { kind: 'rejected', fix: 'credential' }, [40001, 40014, 42001]],
  [
    'needs the right AppID and AppSecret',
    { kind: 'rejected', fix: 'credential' },
    [40013, 40125, 40243, 41002, 41004],
  ],
  [
    'stops the account until this server is allowed',
    { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' },
    [40164, 61004, 89503],
  ],
  ['needs an operator', { kind: 'rejected', fix: 'operator' }, [41001, 40033, 40035, 40038, 47001]],
  [
    'is a mistake of the program',
    { kind: 'rejected', fix: 'operator' },
    [41005, 41006, 44001, 44002, 44003, 44004, 45067, 40059, 40060],
  ],
  [
    'needs another picture',
    { kind: 'rejected', fix: 'content', field: 'image' },
    [40004, 40005, 40006, 40009, 40012, 40118, 40121, 40137, 45001, 45006, 46001, 46002, 46003],
  ],
  [
    'needs another text',
    { kind: 'rejected', fix: 'content', field: 'content' },
    [40155, 45002, 45008, 45166, 87009, 87014, 53503, 53404, 53405, 53406],
  ],
  ['needs another title', { kind: 'rejected', fix: 'content', field: 'title' }, [45003]],
  ['needs another digest', { kind: 'rejected', fix: 'content', field: 'digest' }, [45004]],
  ['needs another address', { kind: 'rejected', fix: 'content', field: 'contentSourceUrl' }, [45005]],
  ['waits for the next day', { kind: 'deferred', reason: 'quota', delayMs: untilTomorrow }, [45009, 45028]],
  ['waits a minute', { kind: 'deferred', reason: 'rate', delayMs: 60_000 }, [45011, 45066]],
  ['has been sent before', { kind: 'unknown' }, [45065]],
  [
    'stops the account',
    { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' },
    [48001, 48004, 48008, 50001, 50002, 53500],
  ],
  ['waits ten minutes', { kind: 'deferred', reason: 'rate', delayMs: 600_000 }, [53501]],
  ['is handed to a person', { kind: 'rejected', fix: 'operator', beyond: 'handOver' }, [53504, 53505]],
  ['speaks of another article', { kind: 'rejected', fix: 'operator' }, [53600]],
];

const settings = wechatSettings.parse({ appId: 'wx1', coverMediaId: 'cover' });
const secrets = wechatSecrets.parse({ appSecret: 's' });
const rendition = {
  channel: 'wechat',
  template: 't',
  parts: {
    title: '通车',
    author: '',
    digest: '',
    html: '<p>通车</p>',
    contentSourceUrl: 'https://p/r/1.html?v=1',
    thumbMediaId: '{{slot:coverMediaId}}',
  },
  slots: ['coverMediaId'],
  assets: [],
};

const sendWith = async (
  answer: (request: HttpRequest) => FakeAnswer,
  mode: WechatSettings['mode'] = 'publish',
) => {
  const http = new FakeHttp(answer);
  const clock = new TravellingClock(now);
  const ports = { http, mail: new FakeMail(), files: new MemoryFiles(), clock, log: new MemoryLog() };
  const attempt = anAttempt({
    settings: { ...settings, mode },
    secrets,
    portalUrl: 'https://p/r/1.html',
    ports,
    token: new FakeTokens(['t']),
  });
  return { outcome: await new WechatChannel().send(rendition, attempt), http };
};

const answering =
  (path: string, json: unknown) =>
  ({ url }: HttpRequest): FakeAnswer => ({
    json: url.includes(path) ? json : { media_id: 'draft-1', errcode: 0 },
  });

describe('a submitted draft answered by WeChat with', () => {
  for (const [meaning, outcome, codes] of expected)
    for (const code of codes)
      test(`${code} ${meaning}`, async () => {
        const refused = { errcode: code, errmsg: 'x rid: 61ebf51e-0faefac9-276dc848' };
        const { outcome: found, http } = await sendWith(answering('freepublish/submit', refused));
        expect(found).toMatchObject(outcome);
        const submits = http.requests.filter(({ url }) => url.includes('freepublish/submit'));
        expect(submits).toHaveLength(1);
      });

  test('a code that is in no table needs an operator', async () => {
    const { outcome } = await sendWith(answering('freepublish/submit', { errcode: 85_001, errmsg: 'x' }));
    expect(outcome).toMatchObject({ kind: 'rejected', fix: 'operator', code: '85001' });
  });

  test('a publish_id as text or as number is one and the same', async () => {
    for (const publish_id of [2_247_503_051, '2247503051']) {
      const { outcome } = await sendWith(answering('freepublish/submit', { errcode: 0, publish_id }));
      expect(outcome).toMatchObject({ kind: 'accepted', pending: { publishId: '2247503051' } });
    }
  });
});

describe('a mass send answered by WeChat with', () => {
  test('45065 and a msg_id was sent before and is followed by that id', async () => {
    const refused = { errcode: 45_065, errmsg: 'clientmsgid exist', msg_id: 1_000_000_007 };
    const { outcome } = await sendWith(answering('mass/sendall', refused), 'mass');
    expect(outcome).toMatchObject({ kind: 'accepted', pending: { msgId: '1000000007' } });
  });

  test('−1 is asked again after a minute with the same clientmsgid of 32 characters', async () => {
    const { outcome, http } = await sendWith(
      answering('mass/sendall', { errcode: -1, errmsg: 'busy' }),
      'mass',
    );
    expect(outcome).toMatchObject({ kind: 'deferred', reason: 'transient', delayMs: 65_000 });
    const body = JSON.parse(String(http.requests.at(-1)?.body)) as { clientmsgid: string };
    expect(body.clientmsgid).toMatch(/^[0-9a-f]{32}$/u);
  });

  test('45028 waits for tomorrow and names the way out', async () => {
    const { outcome } = await sendWith(
      answering('mass/sendall', { errcode: 45_028, errmsg: 'no quota' }),
      'mass',
    );
    expect(outcome).toMatchObject({
      kind: 'deferred',
      reason: 'quota',
      message: expect.stringContaining('发布'),
      alternatives: [{ id: 'publish' }],
    });
  });
});

test('a cover that the platform does not know leaves no draft behind and needs an operator', async () => {
  const { outcome } = await sendWith(answering('draft/add', { errcode: 40_007, errmsg: 'invalid media_id' }));
  expect(outcome).toMatchObject({ kind: 'rejected', fix: 'operator', code: '40007' });
});

test('every code of the table is tried here', () => {
  const tried = expected.flatMap(([, , codes]) => codes);
  expect([...wechatErrors.keys()].sort()).toEqual([...tried].sort());
});
