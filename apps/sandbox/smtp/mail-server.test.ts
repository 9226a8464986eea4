import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultOrder } from '../fault.js';
import { eventually, Probe } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

const to = 'desk@paper.example';
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  sandbox = await startSandbox();
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const fault = (order: Omit<FaultOrder, 'channel'>): unknown =>
  sandbox.faults.add({ channel: 'smtp', ...order });

test.each(['connect', 'MAIL', 'RCPT', 'DATA', 'dot'])(
  'a line that drops at %s keeps nothing',
  async (call) => {
    fault({ call, kind: 'resetBeforeCommit' });
    await expect(probe.mail(to)).rejects.toThrow();
    expect(sandbox.posted.mails()).toEqual([]);
    await probe.mail(to);
    expect(sandbox.posted.mails()).toHaveLength(1);
  },
);

test('a line that drops after the final dot may have delivered the mail', async () => {
  fault({ call: 'dot', kind: 'resetAfterCommit' });
  await expect(probe.mail(to)).rejects.toThrow();
  expect(sandbox.posted.mails()).toHaveLength(1);
});

test.each([
  ['silenceBeforeCommit', 0],
  ['silenceAfterCommit', 1],
] as const)('%s after the dot: the sender waits in vain, %i mail is kept', async (kind, kept) => {
  fault({ call: 'dot', kind });
  await expect(probe.mail(to)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(sandbox.posted.mails()).toHaveLength(kept);
});

test('a greylisted recipient is taken on the second try', async () => {
  fault({ call: 'RCPT', kind: 'error', code: 451 });
  await expect(probe.mail(to)).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: 451 });
  await probe.mail(to);
  expect(sandbox.posted.mails()).toHaveLength(1);
});

test('only the recipient that the fault names is refused', async () => {
  fault({ call: 'RCPT', kind: 'error', code: 550, match: 'gone@', times: 'always' });
  await expect(probe.mail('gone@tv.example')).rejects.toMatchObject({ responseCode: 550 });
  await probe.mail(to);
  await expect(probe.mail('gone@tv.example')).rejects.toMatchObject({ responseCode: 550 });
});

test('a refusal at the end of DATA can come before or after the mail was kept', async () => {
  fault({ call: 'dot', kind: 'error', code: 451 });
  await expect(probe.mail(to)).rejects.toMatchObject({ code: 'EMESSAGE', responseCode: 451 });
  expect(sandbox.posted.mails()).toEqual([]);
  fault({ call: 'dot', kind: 'errorAfterCommit', code: 451 });
  await expect(probe.mail(to)).rejects.toMatchObject({ code: 'EMESSAGE', responseCode: 451 });
  expect(sandbox.posted.mails()).toHaveLength(1);
});

test('an accepted mail can bounce: a delivery status notification goes to the envelope sender', async () => {
  fault({ call: 'dot', kind: 'bounce' });
  await probe.mail(to, { envelope: { from: 'bounce+1=desk=paper.example@city.example', to } });
  const [notice] = sandbox.posted.returnedMails();
  expect(notice).toMatchObject({
    to: 'bounce+1=desk=paper.example@city.example',
    recipient: to,
    action: 'failed',
    status: '5.1.1',
    originalMessageId: `<release-1.${to}>`,
  });
  const parsed = await simpleParser(notice?.raw ?? '');
  expect(parsed.text).toContain(`Final-Recipient: rfc822; ${to}`);
});

test('a delay is told while the mail stays kept', async () => {
  fault({ call: 'dot', kind: 'delayNotice' });
  await probe.mail(to);
  expect(sandbox.posted.returnedMails()).toMatchObject([{ action: 'delayed', status: '4.4.1' }]);
  expect(sandbox.posted.mails()).toHaveLength(1);
});

test('a sender who asks for it is told of success', async () => {
  await probe.mail(to, { dsn: { id: 'r1', return: 'headers', notify: 'success', recipient: to } });
  expect(sandbox.posted.returnedMails()).toMatchObject([
    { action: 'delivered', status: '2.0.0', recipient: to },
  ]);
});

test('a bounce can come later, and with the words that the fault gives', async () => {
  fault({ call: 'dot', kind: 'bounce', milliseconds: 50, text: '552 5.2.2 Mailbox full' });
  await probe.mail(to);
  expect(sandbox.posted.returnedMails()).toEqual([]);
  await eventually(() => sandbox.posted.returnedMails().length === 1);
  expect(sandbox.posted.returnedMails()).toMatchObject([{ action: 'failed', status: '5.2.2' }]);
});

test('notices are posted to the address that is configured for them', async () => {
  const posted: string[] = [];
  const receiver = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => posted.push(String(chunk)));
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  await sandbox.close();
  const returnUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/bounce`;
  sandbox = await startSandbox({ accounts: { mail: { returnUrl } } });
  fault({ call: 'dot', kind: 'bounce' });
  await new Probe(sandbox).mail(to);
  await eventually(() => posted.length > 0);
  expect(posted.join('')).toContain('Action: failed');
  await new Promise((resolve) => receiver.close(resolve));
});

test('a doubled acceptance shows in the counters', async () => {
  fault({ call: 'dot', kind: 'duplicateAcceptance' });
  await probe.mail(to);
  expect(sandbox.posted.doubles()).toEqual([
    { channel: 'smtp', call: 'dot', mark: `<release-1.${to}> ${to}`, times: 2 },
  ]);
});

test('an address that cannot exist is refused by itself', async () => {
  await expect(probe.mail('x@nowhere.invalid')).rejects.toMatchObject({ responseCode: 550 });
});

test('signing in is demanded when the account has a user', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ accounts: { mail: { user: 'news', password: 'right' } } });
  probe = new Probe(sandbox);
  await expect(probe.mail(to)).rejects.toThrow();
  await expect(probe.mail(to, {}, { user: 'news', pass: 'wrong' })).rejects.toMatchObject({ code: 'EAUTH' });
  await probe.mail(to, {}, { user: 'news', pass: 'right' });
  expect(sandbox.posted.mails()).toHaveLength(1);
});
