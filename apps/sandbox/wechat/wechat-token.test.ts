import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { Probe, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

let clock: TravellingClock;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  clock = new TravellingClock('2026-11-23T08:00:00+08:00');
  sandbox = await startSandbox({ clock });
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const code = async (token: unknown): Promise<unknown> =>
  (await probe.wechatGet('draft/count', { access_token: token }))['errcode'];

test('a stable token stays the same until five minutes before its end; then old and new both work', async () => {
  const first = await probe.stableToken();
  expect(first).toMatchObject({ expires_in: 7_200 });
  clock.travel(6_900_000 - 1_000);
  expect(await probe.stableToken()).toMatchObject({ access_token: first['access_token'], expires_in: 301 });
  clock.travel(1_000);
  const second = await probe.stableToken();
  expect(second['access_token']).not.toBe(first['access_token']);
  clock.travel(299_000);
  expect([await code(first['access_token']), await code(second['access_token'])]).toEqual([
    undefined,
    undefined,
  ]);
  clock.travel(1_000);
  expect([await code(first['access_token']), await code(second['access_token'])]).toEqual([40001, undefined]);
});

test('a forced refresh less than 30 seconds after the last one changes nothing', async () => {
  const forced = async (): Promise<unknown> =>
    (await probe.stableToken({ force_refresh: true }))['access_token'];
  const first = await forced();
  const second = await forced();
  clock.travel(29_000);
  const third = await forced();
  clock.travel(1_000);
  const fourth = await forced();
  expect([second !== first, third === second, fourth !== third]).toEqual([true, true, true]);
});

test('the 21st forced refresh of a day is refused', async () => {
  await probe.stableToken();
  for (let number = 0; number < 20; number++) {
    clock.travel(30_000);
    await probe.stableToken({ force_refresh: true });
  }
  clock.travel(30_000);
  expect(await probe.stableToken({ force_refresh: true })).toMatchObject({ errcode: 45009 });
});

test('a plain token is another one each time and does not touch the stable one', async () => {
  const stable = await probe.wechatToken();
  const query = {
    grant_type: 'client_credential',
    appid: 'wx0000000000demo01',
    secret: 'demo-wechat-secret',
  };
  const first = await probe.wechatGet('token', query);
  const second = await probe.wechatGet('token', query);
  clock.travel(300_000);
  expect([await code(first['access_token']), await code(second['access_token']), await code(stable)]).toEqual(
    [40001, undefined, undefined],
  );
});

test.each([
  ['another appid', { appid: 'wx1' }, 40013],
  ['a wrong secret', { secret: 'x' }, 40125],
  ['no appid', { appid: '' }, 41002],
  ['no secret', { secret: '' }, 41004],
  ['another grant type', { grant_type: 'x' }, 40002],
])('%s gets no token', async (_case, changes: Json, errcode) => {
  expect(await probe.stableToken(changes)).toMatchObject({ errcode });
});

test('missing, unknown and ended tokens are told apart, with a rid', async () => {
  const token = await probe.wechatToken();
  expect([await code(''), await code('wrong')]).toEqual([41001, 40001]);
  clock.travel(7_200_000);
  expect(await probe.wechatGet('draft/count', { access_token: token })).toEqual({
    errcode: 42001,
    errmsg: expect.stringMatching(/^access_token expired rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
  });
});

test('a token can end mid-run: the first call goes well, the second is refused', async () => {
  sandbox.faults.add({ channel: 'wechat', call: 'draft/count', kind: 'error', code: 42001, skip: 1 });
  const token = await probe.wechatToken();
  expect([await code(token), await code(token), await code(token)]).toEqual([undefined, 42001, undefined]);
});

test('an address that is not on the white list gets no token', async () => {
  sandbox.faults.add({ channel: 'wechat', call: 'stable_token', kind: 'error', code: 40164 });
  expect((await probe.stableToken())['errmsg']).toContain('invalid ip 127.0.0.1, not in whitelist');
});

test('calls by the wrong method are refused', async () => {
  expect(await probe.wechatGet('stable_token', {})).toMatchObject({ errcode: 43002 });
  expect(await probe.wechat('draft/count', {})).toMatchObject({ errcode: 43001 });
});
