import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { Probe, pngBytes } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

const link = 'https://news.gov.example/r/1';
let clock: TravellingClock;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  clock = new TravellingClock('2026-11-23T08:00:00+08:00');
  sandbox = await startSandbox({ clock });
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const answer = async (changes: Record<string, string>): Promise<[number, unknown, unknown]> => {
  const reply = await probe.share(changes);
  const { error_code, error } = JSON.parse(reply.data) as Record<string, unknown>;
  return [reply.status, error_code, error];
};

test.each([
  ['a post without rip', { rip: '' }, 400, 10016],
  ['a post without a link', { status: '城东水厂检修' }, 400, 10017],
  ['a link outside the safe domain', { status: '看 https://elsewhere.example/1' }, 400, 10017],
  ['a host that only ends like the safe domain', { status: '看 https://evilgov.example/1' }, 400, 10017],
  ['a topic', { status: `#停水# ${link}` }, 400, 10017],
  ['an empty text', { status: ' ' }, 400, 20008],
  ['130 characters and a link', { status: `${'水'.repeat(130)}${link}` }, 400, 20012],
  ['an unknown token', { access_token: 'wrong' }, 401, 21332],
  ['no token', { access_token: '' }, 400, 10006],
  ['a picture as text', { pic: 'bytes' }, 400, 20007],
])('%s is refused', async (_case, changes, status, code) => {
  expect((await answer(changes)).slice(0, 2)).toEqual([status, code]);
  expect(sandbox.posted.weibo()).toEqual([]);
});

test('129 characters and a link are exactly 140 and are posted', async () => {
  expect((await answer({ status: `${'水'.repeat(129)}${link}` }))[0]).toBe(200);
});

test('the refusal for a missing safe domain carries the text seen in the wild', async () => {
  expect(await answer({ status: '城东水厂检修' })).toEqual([400, 10017, 'text not find domain!']);
  const request = JSON.parse((await probe.share({ rip: '' })).data) as Record<string, unknown>;
  expect(request['request']).toBe('/2/statuses/share.json');
});

test('an app without a safe domain cannot post at all', async () => {
  const bare = await startSandbox({ accounts: { weibo: { safeDomains: [] } } });
  try {
    expect((await new Probe(bare).share()).data).toContain('appkey not bind domain!');
  } finally {
    await bare.close();
  }
});

test('the same text is refused as repeated until it is destroyed or a day has passed', async () => {
  await answer({});
  expect((await answer({})).slice(0, 2)).toEqual([400, 20019]);
  clock.travel(24 * 3_600_000 + 1_000);
  expect((await answer({}))[0]).toBe(200);
  expect(sandbox.posted.doubles()).toMatchObject([{ call: 'statuses/share', times: 2 }]);
});

test('the 31st post within an hour is refused, and an hour later posts go out again', async () => {
  for (let number = 0; number < 30; number++) await answer({ status: `第${number}条 ${link}` });
  expect((await answer({ status: `再一条 ${link}` })).slice(0, 2)).toEqual([403, 10023]);
  clock.travel(3_600_001);
  expect((await answer({ status: `再一条 ${link}` }))[0]).toBe(200);
});

test('the 101st call of a Beijing day is refused, the first of the next day is not', async () => {
  for (let number = 0; number < 100; number++) await probe.weiboGet('/2/statuses/user_timeline.json');
  expect((await answer({})).slice(0, 2)).toEqual([403, 10023]);
  clock.travel(16 * 3_600_000);
  expect((await answer({}))[0]).toBe(200);
});

test('a picture is taken as multipart, and only as JPEG, GIF or PNG under 5 MB', async () => {
  const shared = async (picture: Buffer, text: string): Promise<string> => {
    const form = new FormData();
    for (const [name, value] of [
      ['access_token', 'demo-weibo-token'],
      ['status', `${text} ${link}`],
      ['rip', '211.156.0.1'],
    ])
      form.append(name ?? '', value ?? '');
    form.append('pic', new Blob([new Uint8Array(picture)]), 'a.png');
    return (await probe.weiboForm('/2/statuses/share.json', form)).data;
  };
  expect(await shared(pngBytes, '一')).toContain('"original_pic"');
  expect(await shared(Buffer.from('BM bitmap'), '二')).toContain('20005');
  expect(await shared(Buffer.concat([pngBytes, Buffer.alloc(5 * 1_048_576)]), '三')).toContain('20006');
});

test('ordinary apps have no right to statuses/update, and unknown calls do not exist', async () => {
  const update = await probe.weibo('/2/statuses/update.json', {
    access_token: 'demo-weibo-token',
    status: 'x',
  });
  expect([update.status, update.data]).toEqual([403, expect.stringContaining('10014')]);
  expect((await probe.weibo('/2/statuses/upload_all.json', {})).data).toContain('10020');
  expect((await probe.weiboGet('/2/statuses/share.json')).data).toContain('10021');
});

test('20032 says "posted" as an error, and the post is there', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'errorAfterCommit', code: 20032 });
  expect(await answer({})).toEqual([400, 20032, expect.stringContaining('发布成功')]);
  expect(sandbox.posted.weibo()).toHaveLength(1);
});

test('a reply lost after the commit leaves the post, and the second try is told of the repeat', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'resetAfterCommit' });
  await expect(probe.share()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(sandbox.posted.weibo()).toHaveLength(1);
  expect((await answer({}))[1]).toBe(20019);
});

test('a connection reset before the commit leaves nothing', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'resetBeforeCommit' });
  await expect(probe.share()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(sandbox.posted.weibo()).toEqual([]);
  expect((await answer({}))[0]).toBe(200);
});

test('a lagging timeline lists the post only two minutes later', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'timelineLag' });
  await probe.share();
  const listed = async (): Promise<unknown> =>
    (JSON.parse((await probe.weiboGet('/2/statuses/user_timeline.json')).data) as { total_number: number })
      .total_number;
  expect(await listed()).toBe(0);
  clock.travel(120_000);
  expect(await listed()).toBe(1);
});

test('rewritten links show as t.cn while the text before them stays', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'linksRewritten' });
  expect((await probe.share()).data).toMatch(/请提前储水。http:\/\/t\.cn\/A6\w{6}"/);
});

test('error_code can be a string', async () => {
  sandbox.faults.add({ channel: 'weibo', call: '*', kind: 'errorCodeAsString' });
  expect((await answer({ rip: '' }))[1]).toBe('10016');
  expect((await answer({ rip: '' }))[1]).toBe(10016);
});

test('an HTTP error page can stand in the place of an answer, before or after the commit', async () => {
  sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'httpStatus', status: 502 });
  expect((await probe.share()).status).toBe(502);
  expect(sandbox.posted.weibo()).toEqual([]);
  sandbox.faults.add({
    channel: 'weibo',
    call: 'statuses/share',
    kind: 'httpStatusAfterCommit',
    status: 504,
  });
  expect((await probe.share()).status).toBe(504);
  expect(sandbox.posted.weibo()).toHaveLength(1);
});
