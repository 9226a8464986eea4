import { describe, expect, test } from '@jest/globals';
import { bounceOf } from './bounce.js';
import { readDeliveryReport } from './delivery-report.js';

/** A report as a mail system writes it; the parts that differ between systems are the tests'. */
const report = (status: string, more: { original?: string; head?: string } = {}): Uint8Array =>
  Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.news.example>',
      'To: <bounce+d1.abc@r.gov.example>',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <report-1@mx.news.example>',
      'MIME-Version: 1.0',
      more.head ?? 'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="b1"',
      '',
      'This is a MIME-encapsulated message.',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Final-Recipient: rfc822; nobody@else.example',
      '--b1',
      status,
      '--b1',
      more.original ??
        'Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <abc@gov.example>\r\nX-Koujing-Release: r-1 v2',
      '--b1--',
      '',
    ].join('\r\n'),
    'utf8',
  );

const status = (...lines: readonly string[]): string =>
  ['Content-Type: message/delivery-status', '', ...lines].join('\r\n');

describe('a delivery report', () => {
  test('names recipient, action, status, diagnostic and the mail that came back', () => {
    const read = readDeliveryReport(
      report(
        status(
          'Reporting-MTA: dns; mx.news.example',
          'Original-Envelope-Id: d1',
          '',
          'Final-Recipient: rfc822; desk@news.example',
          'Original-Recipient: rfc822;desk@news.example',
          'Action: failed',
          'Status: 5.1.1 (bad destination)',
          'Diagnostic-Code: smtp; 550 5.1.1 <desk@news.example>:',
          '    Recipient address rejected',
        ),
      ),
    );
    expect(read).toEqual({
      reportingMta: 'mx.news.example',
      envelopeId: 'd1',
      recipients: [
        {
          recipient: 'desk@news.example',
          originalRecipient: 'desk@news.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <desk@news.example>: Recipient address rejected',
        },
      ],
      original: { messageId: '<abc@gov.example>', release: 'r-1 v2' },
      messageId: '<report-1@mx.news.example>',
      subject: 'Undelivered Mail Returned to Sender',
    });
  });

  test('of several recipients keeps each apart', () => {
    const group = (name: string, action: string, code: string): string[] => [
      '',
      `Final-Recipient: rfc822; ${name}@news.example`,
      `Action: ${action}`,
      `Status: ${code}`,
    ];
    const read = readDeliveryReport(
      report(
        status('Reporting-MTA: dns; mx', ...group('a', 'failed', '5.1.1'), ...group('b', 'delayed', '4.4.1')),
      ),
    );
    expect(read?.recipients.map(({ recipient, action }) => [recipient, action])).toEqual([
      ['a@news.example', 'failed'],
      ['b@news.example', 'delayed'],
    ]);
  });

  test('without a status of its own is read by its diagnostic, and by the reply code at last', () => {
    const read = (code: string, diagnostic: string) =>
      readDeliveryReport(
        report(
          status(
            'Reporting-MTA: dns; mx',
            '',
            'Final-Recipient: rfc822; a@news.example',
            'Action: failed',
            code,
            diagnostic,
          ),
        ),
      )?.recipients[0]?.status;
    expect(read('Status: 5.0.0', 'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full')).toBe('5.2.2');
    expect(read('X-Nothing: x', 'Diagnostic-Code: smtp; 451 try later')).toBe('4.0.0');
    expect(read('X-Nothing: x', 'X-Nothing-Else: x')).toBe('5.0.0');
  });

  test('in base64 and with an address in Chinese is read too', () => {
    const body = Buffer.from(
      [
        'Reporting-MTA: dns; mx',
        '',
        'Final-Recipient: utf-8; \\x{65B0}\\x{95FB}@news.example',
        'Action: Failed',
        'Status: 5.1.1',
      ].join('\r\n'),
    ).toString('base64');
    const part = `Content-Type: message/global-delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`;
    expect(readDeliveryReport(report(part))?.recipients[0]?.recipient).toBe('新闻@news.example');
  });

  test('with the whole mail inside and a boundary without quotation marks is read too', () => {
    const read = readDeliveryReport(
      report(
        status(
          'Reporting-MTA: dns; mx',
          '',
          'Final-Recipient: rfc822; a@news.example',
          'Action: failed',
          'Status: 5.1.1',
        ),
        {
          head: 'Content-Type: multipart/report; boundary=b1; report-type=delivery-status',
          original:
            'Content-Type: message/rfc822\r\n\r\nSubject: x\r\nMessage-Id:\r\n <long@gov.example>\r\nX-Koujing-Release: r-1 v1\r\n\r\nBody',
        },
      ),
    );
    expect(read?.original).toEqual({ messageId: '<long@gov.example>', release: 'r-1 v1' });
  });

  test('is not what an automatic answer is, nor an empty mail, nor one that was cut off before its status', () => {
    const read = (text: string) => readDeliveryReport(Buffer.from(text));
    expect(read('Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.')).toBeNull();
    expect(read('')).toBeNull();
    expect(readDeliveryReport(report(status('Reporting-MTA: dns; mx')))).toBeNull();
  });
});

test.each([
  ['failed', '5.1.1', 'hard'],
  ['failed', '5.1.10', 'hard'],
  ['failed', '5.2.1', 'hard'],
  ['failed', '5.4.4', 'hard'],
  ['failed', '5.0.0', 'hard'],
  ['failed', '5.2.2', 'soft'],
  ['failed', '4.2.2', 'soft'],
  ['failed', '5.4.7', 'soft'],
  ['failed', '5.7.1', 'refused'],
  ['failed', '5.7.26', 'refused'],
  ['failed', '5.2.3', 'refused'],
  ['failed', '5.6.1', 'refused'],
  ['delayed', '4.4.1', 'delayed'],
  ['delayed', '5.1.1', 'delayed'],
  ['delivered', '2.0.0', 'arrived'],
  ['relayed', '2.0.0', 'arrived'],
] as const)('%s with %s is %s', (action, code, kind) => {
  expect(bounceOf({ action, status: code })).toBe(kind);
});
