import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, Probe, pngBytes } from './probe.js';
import { startSandbox, type Sandbox } from './sandbox.js';

let directory: string;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  sandbox = await startSandbox({ directory });
  probe = new Probe(sandbox);
});

afterEach(async () => {
  await sandbox.close();
  rmSync(directory, { recursive: true });
});

test('an article goes from cover and draft to a public address, and its draft is gone', async () => {
  const draft = await probe.draft();
  const job = await probe.wechat('freepublish/submit', { media_id: draft['media_id'] });
  expect(job).toMatchObject({ errcode: 0, errmsg: 'ok', publish_id: expect.any(Number) });
  const done = await probe.wechat('freepublish/get', { publish_id: job['publish_id'] });
  const address = sandbox.posted.wechatArticles()[0]?.urls[0];
  expect(done).toMatchObject({
    publish_status: 0,
    article_id: expect.any(String),
    article_detail: { count: 1, item: [{ idx: 1, article_url: address }] },
  });
  expect(sandbox.posted.wechatDrafts()).toEqual([]);
  const listed = await probe.wechat('freepublish/batchget', { offset: 0, count: 20, no_content: 1 });
  expect(listed).toMatchObject({ total_count: 1, item: [{ content: { news_item: [{ content: '' }] } }] });
});

test('a weibo is shared, listed and destroyed', async () => {
  const shared = await probe.share();
  expect(shared.status).toBe(200);
  const { idstr } = JSON.parse(shared.data) as { idstr: string };
  expect(shared.data).toContain(`"id":${idstr},`);
  expect(BigInt(idstr)).toBeGreaterThan(2n ** 53n);
  expect(JSON.parse((await probe.weiboGet('/2/statuses/user_timeline.json')).data)).toMatchObject({
    total_number: 1,
    statuses: [{ idstr, text: sandbox.posted.weibo()[0]?.text }],
  });
  const destroy = { access_token: 'demo-weibo-token', id: idstr };
  expect((await probe.weibo('/2/statuses/destroy.json', destroy)).status).toBe(200);
  expect(JSON.parse((await probe.weibo('/2/statuses/destroy.json', destroy)).data)).toMatchObject({
    error_code: 20101,
  });
});

test('a mail arrives whole', async () => {
  await probe.mail('desk@paper.example', { attachments: [{ filename: 'a.txt', content: 'x' }] });
  expect(sandbox.posted.mails()).toMatchObject([
    {
      recipients: ['desk@paper.example'],
      subject: '城东水厂检修通知',
      messageId: '<release-1.desk@paper.example>',
      attachments: [{ name: 'a.txt', bytes: 1 }],
    },
  ]);
});

test('what was posted survives a restart, and so does the memory of repeats', async () => {
  await probe.share();
  await probe.draft();
  await probe.mail('desk@paper.example');
  await sandbox.close();
  sandbox = await startSandbox({ directory });
  expect(sandbox.posted.weibo()).toHaveLength(1);
  expect(sandbox.posted.wechatDrafts()).toHaveLength(1);
  expect(sandbox.posted.mails()).toHaveLength(1);
  expect(JSON.parse((await new Probe(sandbox).share()).data)).toMatchObject({ error_code: 20019 });
});

test('the counters show what was accepted twice', async () => {
  await probe.draft();
  await probe.draft();
  await probe.draft({ content_source_url: 'https://news.gov.example/r/2?v=1' });
  expect(sandbox.posted.doubles()).toEqual([
    { channel: 'wechat', call: 'draft/add', mark: 'https://news.gov.example/r/1?v=1', times: 2 },
  ]);
});

test('another process reads what was posted and orders faults over HTTP', async () => {
  await probe.share();
  expect(JSON.parse((await probe.get('/posted/weibo.json')).data)).toHaveLength(1);
  const order = { channel: 'weibo', call: 'statuses/share', kind: 'error', code: 10009 };
  expect((await probe.send('POST', '/faults', JSON.stringify(order))).status).toBe(201);
  expect(JSON.parse((await probe.get('/faults')).data)).toMatchObject([order]);
  expect((await probe.share({ status: '二 https://news.gov.example/2' })).status).toBe(503);
  expect(sandbox.faults.list()).toEqual([]);
  const wrong = await probe.send('POST', '/faults', JSON.stringify({ ...order, call: 'statuses/shout' }));
  expect([wrong.status, wrong.data]).toEqual([
    400,
    expect.stringContaining('call: one of: *, oauth2/authorize'),
  ]);
});

test('an uploaded picture is shown again', async () => {
  const { url } = await probe.wechatUpload('media/uploadimg', pngBytes);
  const id = /mmbiz_png\/([\w-]+)\//.exec(String(url))?.[1];
  expect((await probe.get(`/media/${id}`)).headers['content-type']).toBe('image/png');
});

test('two drafts of one release that both become public are a double', async () => {
  for (const draft of [await probe.draft(), await probe.draft()])
    await probe.wechat('freepublish/submit', { media_id: draft['media_id'] });
  await eventually(() => sandbox.posted.wechatArticles().length === 2);
  expect(sandbox.posted.doubles()).toMatchObject([{ call: 'draft/add' }, { call: 'article', times: 2 }]);
});

test('a taken port is told, and nothing is left open', async () => {
  const taken = startSandbox({ smtpPort: sandbox.smtp.port });
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE', port: sandbox.smtp.port });
  await expect(startSandbox({ httpPort: Number(new URL(sandbox.httpUrl).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});

test('a slow call answers late, a silent one never', async () => {
  const call = { channel: 'weibo', call: 'statuses/share' } as const;
  sandbox.faults.add({ ...call, kind: 'latency', milliseconds: 120 });
  const started = performance.now();
  await probe.share();
  expect(performance.now() - started).toBeGreaterThan(115);
  sandbox.faults.add({ ...call, kind: 'silenceAfterCommit' });
  const answered = await Promise.race([
    probe.share({ status: '二 https://news.gov.example/2' }).then(
      () => 'answered',
      () => 'cut',
    ),
    sleep(300, 'silent'),
  ]);
  expect([answered, sandbox.posted.weibo().length]).toEqual(['silent', 2]);
});
