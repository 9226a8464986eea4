import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Probe } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  sandbox = await startSandbox();
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

test.each(['/', '/timeline', '/articles', '/inbox', '/calls'])(
  '%s opens before anything was posted',
  async (path) => {
    expect((await probe.get(path)).status).toBe(200);
  },
);

test('what was posted is shown on its page, with its markup escaped', async () => {
  await probe.share({ status: '<script>alert(1)</script> https://news.gov.example/r/1' });
  await probe.mail('desk@paper.example', { subject: '<b>检修</b>', html: '<img src=x onerror=alert(1)>' });
  const timeline = (await probe.get('/timeline')).data;
  expect(timeline).toContain('&lt;script&gt;alert(1)&lt;/script&gt; <a href="https://news.gov.example/r/1"');
  const mail = await probe.get(`/inbox/${sandbox.posted.mails()[0]?.id}`);
  expect(mail.data).toContain('<h2>&lt;b&gt;检修&lt;/b&gt;</h2>');
  expect(mail.data).toMatch(/<iframe[^>]*sandbox=""[^>]*srcdoc="&lt;img src=x onerror=alert\(1\)&gt;"/s);
  expect(mail.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await probe.get(`/inbox/${sandbox.posted.mails()[0]?.id}/raw`)).data).toContain(
    'Message-ID: <release-1.',
  );
});

test('a draft can be looked at before it is published, and no page of it runs scripts', async () => {
  const { media_id } = await probe.draft();
  const preview = await probe.get(`/wechat/s/preview/${String(media_id)}`);
  expect(preview.data).toContain('<h1>城东水厂检修通知</h1>');
  expect(preview.headers['content-security-policy']).not.toContain('script-src');
  expect((await probe.get('/articles')).data).toContain(`<iframe`);
  expect((await probe.get('/wechat/s/unknown')).status).toBe(404);
});

test('a person switches a fault on and off with the buttons', async () => {
  const order = JSON.stringify({ channel: 'weibo', call: 'statuses/share', kind: 'error', code: 10009 });
  const pressed = await probe.send('POST', '/faults', `order=${encodeURIComponent(order)}`, form);
  expect([pressed.status, pressed.headers['location']]).toEqual([303, '/faults']);
  expect((await probe.get('/faults', { accept: 'text/html' })).data).toContain('error code=10009');
  await probe.send('POST', `/faults/${sandbox.faults.list()[0]?.id}/remove`, '', form);
  expect(sandbox.faults.list()).toEqual([]);
});

test('the form orders any other fault, and says which field is wrong', async () => {
  await probe.send(
    'POST',
    '/faults',
    'target=smtp+RCPT&kind=error&times=always&skip=&code=550&match=gone',
    form,
  );
  expect(sandbox.faults.list()).toMatchObject([
    { channel: 'smtp', call: 'RCPT', kind: 'error', times: 'always', skip: 0, code: 550, match: 'gone' },
  ]);
  const wrong = await probe.send('POST', '/faults', 'target=smtp+RCPT&kind=error&times=often', form);
  expect([wrong.status, wrong.data]).toEqual([400, expect.stringContaining('times')]);
});

test('a page elsewhere cannot press the switches', async () => {
  const foreign = { ...form, 'sec-fetch-site': 'cross-site' };
  expect((await probe.send('POST', '/faults/clear', '', foreign)).status).toBe(403);
});

test('all faults are taken away over HTTP', async () => {
  sandbox.faults.add({ channel: 'weibo', kind: 'latency', milliseconds: 1 });
  expect((await probe.send('DELETE', '/faults')).status).toBe(204);
  expect(sandbox.faults.list()).toEqual([]);
});
