import { randomBytes } from 'node:crypto';
import axios from 'axios';
import { createTransport } from 'nodemailer';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mail, ReturnedMail } from '../posted.js';
import type { ReturnsTo, World } from '../world.js';

/** What is reported back about one recipient (RFC 3464). */
export interface NoticeOrder {
  readonly action: ReturnedMail['action'];
  readonly recipient: string;
  /** Enhanced status code, `5.1.1`. */
  readonly status: string;
  /** What the remote host is said to have answered. */
  readonly diagnostic: string;
}

const subjects: Readonly<Record<ReturnedMail['action'], string>> = {
  failed: 'Undelivered Mail Returned to Sender',
  delayed: 'Delayed Mail (still being retried)',
  delivered: 'Successful Mail Delivery Report',
};

/** Keeps a notice and posts it to the configured address; mail from <> gets none (RFC 5321 section 4.5.5). */
export const sendNotice = (mail: Mail, order: NoticeOrder, world: World): void => {
  if (mail.from === '') return;
  const id = randomBytes(8).toString('hex');
  const notice: ReturnedMail = {
    id,
    to: mail.from,
    recipient: order.recipient,
    action: order.action,
    status: order.status,
    originalMessageId: mail.messageId,
    sentAt: world.clock.now().toISOString(),
    raw: noticeText(mail, order, { id, at: world.clock.now() }),
  };
  world.memory.returned.put(id, notice);
  const { returnUrl } = world.accounts.mail;
  if (returnUrl !== undefined) void post(returnUrl, notice, world);
  if (world.returns.smtp !== null) void mailBack(world.returns.smtp, notice, world);
};

const post = async (url: string, notice: ReturnedMail, world: World): Promise<void> => {
  try {
    await axios.post(url, notice.raw, { headers: { 'content-type': 'message/rfc822' }, timeout: 5_000 });
    world.journal.add('smtp', 'notice', `${notice.action} ${notice.status}`);
  } catch (error) {
    world.journal.add('smtp', 'notice', error instanceof Error ? error.message : 'failed');
  }
};

const triesToReturn = 5;

/** With an empty sender, so that a bounce never bounces; tried again while the other side says 4xx. */
const mailBack = async (to: ReturnsTo, notice: ReturnedMail, world: World): Promise<void> => {
  const transport = createTransport({ ...to, secure: false, ignoreTLS: true });
  for (let tries = 1; tries <= triesToReturn; tries += 1)
    try {
      await transport.sendMail({ envelope: { from: '', to: notice.to }, raw: notice.raw });
      world.journal.add('smtp', 'notice', `${notice.action} ${notice.status}`);
      return;
    } catch (error) {
      world.journal.add('smtp', 'notice', error instanceof Error ? error.message : 'failed');
      await sleep(200 * tries);
    }
};

const noticeText = (mail: Mail, order: NoticeOrder, made: { id: string; at: Date }): string => {
  const boundary = `notice-${made.id}`;
  const date = made.at.toUTCString().replace('GMT', '+0000');
  const headers = mail.raw.slice(0, mail.raw.search(/\r?\n\r?\n/));
  return [
    `From: Mail Delivery System <MAILER-DAEMON@sandbox.invalid>`,
    `To: <${mail.from}>`,
    `Subject: ${subjects[order.action]}`,
    `Date: ${date}`,
    `Message-ID: <${made.id}@sandbox.invalid>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${subjects[order.action]}: <${order.recipient}>: ${order.diagnostic}`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; sandbox.invalid',
    `Arrival-Date: ${date}`,
    '',
    `Final-Recipient: rfc822; ${order.recipient}`,
    `Original-Recipient: rfc822; ${order.recipient}`,
    `Action: ${order.action}`,
    `Status: ${order.status}`,
    `Diagnostic-Code: smtp; ${order.diagnostic}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    headers.replace(/\r?\n/g, '\r\n'),
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
};
