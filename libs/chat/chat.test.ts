import { expect, test } from '@jest/globals';
import { HttpFailure, type HttpReply } from '@koujing/channel';
import { addressReasons, hintOf } from './chat-address.js';
import { chatOutcome } from './chat-outcome.js';
import { chatPlatforms } from './chat-platforms.js';
import { kindOfNotice, noticeKinds, textOf } from './notice-kinds.js';
import { dingtalkSign } from './platforms/dingtalk.js';
import { feishuSign } from './platforms/feishu.js';

const reply = (body: unknown, status = 200): HttpReply => ({
  ...{ status, headers: {} },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const at = new Date(1_577_262_236_757);

test('DingTalk and Feishu sign the same words with other keys, as openssl does', () => {
  // printf '1577262236757\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
  expect(dingtalkSign(1_577_262_236_757, 'this is secret')).toBe(
    'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=',
  );
  // printf '' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '1599360473\nthis is secret' | xxd -p) -binary | base64
  expect(feishuSign(1_599_360_473, 'this is secret')).toBe('/eYKrXQBzTjUZJ3s6NX16VxGbTwmK7AEs8/FnvC1CSw=');
});

test('each platform gets its own body, and its signature where it asks for it', () => {
  const { wecom, dingtalk, feishu } = chatPlatforms;
  const asked = dingtalk.request(
    { url: 'https://oapi.dingtalk.com/robot/send?access_token=a', key: 's' },
    '好',
    at,
  );
  expect(new URL(asked.url).searchParams.get('timestamp')).toBe('1577262236757');
  expect(new URL(asked.url).searchParams.get('sign')).toBe(dingtalkSign(1_577_262_236_757, 's'));
  expect(new URL(asked.url).searchParams.get('access_token')).toBe('a');
  expect(JSON.parse(feishu.request({ url: 'https://f.example/h', key: 's' }, '好', at).body)).toEqual({
    ...{ timestamp: '1577262236', sign: feishuSign(1_577_262_236, 's') },
    ...{ msg_type: 'text', content: { text: '好' } },
  });
  expect(JSON.parse(wecom.request({ url: 'https://w.example/', key: '' }, '好', at).body)).toEqual({
    ...{ msgtype: 'text', text: { content: '好' } },
  });
});

test('codes come with HTTP 200: taken, too fast, refused, and what nobody knows', () => {
  const { wecom, dingtalk, feishu } = chatPlatforms;
  expect(wecom.answer(reply({ errcode: 0, errmsg: 'ok' })).kind).toBe('sent');
  expect(feishu.answer(reply({ StatusCode: 0, StatusMessage: 'success' })).kind).toBe('sent');
  expect(wecom.answer(reply({ errcode: 45009, errmsg: 'api freq out of limit' }))).toMatchObject({
    ...{ kind: 'later', delayMs: 60_000 },
  });
  expect(dingtalk.answer(reply({ errcode: 130101, errmsg: 'too fast' }))).toMatchObject({ delayMs: 600_000 });
  expect(dingtalk.answer(reply({ errcode: 310000, errmsg: 'sign not match' }))).toMatchObject({
    ...{ kind: 'refused', message: '310000 sign not match' },
  });
  expect(feishu.answer(reply({ code: 19021, msg: 'sign match fail' })).kind).toBe('refused');
  expect(wecom.answer(reply({ errcode: -1, errmsg: 'system busy' })).kind).toBe('unknown');
  expect(wecom.answer(reply('<html>', 502)).kind).toBe('unknown');
  expect(wecom.answer(reply('<html>', 200)).kind).toBe('unknown');
  expect(wecom.answer(reply('', 404)).kind).toBe('refused');
});

test('only what certainly did not leave is tried again, later each time, and not for ever', () => {
  expect(chatOutcome(new HttpFailure('refused', 'no'), 0)).toMatchObject({
    state: 'planned',
    delayMs: 30_000,
  });
  expect(chatOutcome(new HttpFailure('refused', 'no'), 3)).toMatchObject({ delayMs: 240_000 });
  expect(chatOutcome(new HttpFailure('refused', 'no'), 8).state).toBe('failed');
  expect(chatOutcome(new HttpFailure('cut', 'maybe'), 0).state).toBe('unknown');
  expect(chatOutcome(new HttpFailure('inside', 'no', true), 0).state).toBe('failed');
  expect(chatOutcome({ kind: 'later', message: '', delayMs: 600_000 }, 0)).toMatchObject({
    delayMs: 600_000,
  });
});

test('an address is https and public, or its host is listed by the operator', () => {
  const codes = (address: string, inner: readonly string[] = []) => addressReasons(address, inner).length;
  expect(codes('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')).toBe(0);
  expect(codes('http://qyapi.weixin.qq.com/')).toBe(1);
  expect(codes('http://127.0.0.1:9/')).toBe(2);
  expect(codes('https://169.254.169.254/')).toBe(1);
  expect(codes('https://u:p@oapi.dingtalk.com/')).toBe(1);
  expect(codes('file:///etc/passwd', [''])).toBeGreaterThan(0);
  expect(codes('http://chat.intranet/hook', ['chat.intranet'])).toBe(0);
  expect(codes('群机器人')).toBe(1);
  expect(hintOf('https://oapi.dingtalk.com/robot/send?access_token=abcdef')).toBe('oapi.dingtalk.com … cdef');
});

test('a group reads what waits and where, and a kind that nobody knows is told too', () => {
  expect(textOf({ kind: 'heldByGate', organ: '市水务局', url: 'https://c.example/releases/1' })).toBe(
    '【口径】发布被拦下 · 市水务局\n有稿件因口径冲突未能发布，请处理。\nhttps://c.example/releases/1',
  );
  expect(kindOfNotice('deliveryNeedsPerson')).toBe('deliveryTrouble');
  expect(kindOfNotice('somethingNew')).toBe('other');
  for (const [kind] of Object.entries(noticeKinds))
    expect(
      Buffer.byteLength(textOf({ kind, organ: '机'.repeat(40), url: `https://${'x'.repeat(200)}` })),
    ).toBeLessThan(chatPlatforms.wecom.mostBytes);
});
