import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { Probe, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

const redirect_uri = 'http://127.0.0.1:3000/oauth/weibo';
const client = { client_id: '1000000001', client_secret: 'demo-weibo-secret' };
let clock: TravellingClock;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  clock = new TravellingClock('2026-11-23T08:00:00+08:00');
  sandbox = await startSandbox({ clock });
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const grantedCode = async (): Promise<string> => {
  const asked = { client_id: client.client_id, redirect_uri, state: 's1', decision: 'allow' };
  const reply = await probe.weibo('/oauth2/authorize', asked);
  const target = new URL(String(reply.headers['location']));
  expect([reply.status, target.searchParams.get('state')]).toEqual([302, 's1']);
  return target.searchParams.get('code') ?? '';
};

const exchange = async (changes: Record<string, string>): Promise<Json> => {
  const all = { ...client, grant_type: 'authorization_code', redirect_uri, ...changes };
  return JSON.parse((await probe.weibo('/oauth2/access_token', all)).data) as Json;
};

test('a person allows, the code becomes a token for seven days, and the token posts', async () => {
  const page = await probe.weiboGet('/oauth2/authorize', { client_id: client.client_id, redirect_uri });
  expect(page.data).toContain('授权 Allow');
  const { access_token, expires_in, uid } = await exchange({ code: await grantedCode() });
  expect([expires_in, uid]).toEqual([604_800, '1000000001']);
  expect((await probe.share({ access_token: String(access_token) })).status).toBe(200);
  clock.travel(604_800_000);
  expect((await probe.share({ access_token: String(access_token) })).data).toContain('"error_code":21327');
});

test('a code works once', async () => {
  const code = await grantedCode();
  await exchange({ code });
  expect(await exchange({ code })).toMatchObject({ error: 'invalid_grant', error_code: 21325 });
});

test.each([
  ['a wrong secret', { client_secret: 'x' }, 21324],
  ['another grant type', { grant_type: 'password' }, 21328],
  ['another redirect address', { redirect_uri: 'http://127.0.0.1:3000/other' }, 21322],
])('%s is refused', async (_case, changes, code) => {
  expect(await exchange({ code: await grantedCode(), ...changes })).toMatchObject({ error_code: code });
});

test('a foreign redirect address never gets a code', async () => {
  const asked = {
    client_id: client.client_id,
    redirect_uri: 'https://elsewhere.example/',
    decision: 'allow',
  };
  expect((await probe.weibo('/oauth2/authorize', asked)).data).toContain('21322');
});

test('the token tells its owner and its life, until it is revoked', async () => {
  const token = { access_token: 'demo-weibo-token' };
  const info = async (): Promise<Json> =>
    JSON.parse((await probe.weibo('/oauth2/get_token_info', token)).data) as Json;
  expect(await info()).toMatchObject({ uid: 1_000_000_001, appkey: '1000000001', expire_in: 157_679_471 });
  expect((await probe.weibo('/oauth2/revokeoauth2', token)).data).toBe('{"result":true}');
  expect(await info()).toMatchObject({ error_code: 21332 });
});
