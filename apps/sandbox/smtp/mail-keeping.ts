import { randomBytes } from 'node:crypto';
import { simpleParser, type HeaderLines } from 'mailparser';
import type { Fault } from '../fault.js';
import type { Mail } from '../posted.js';
import type { World } from '../world.js';
import { sendNotice, type NoticeOrder } from './delivery-notice.js';

export interface Envelope {
  readonly from: string;
  readonly recipients: readonly string[];
  /** Those for whom the sender asked NOTIFY=SUCCESS (RFC 3461). */
  readonly toldOfSuccess: readonly string[];
}

/** The whole of what arrived, parsed. */
export const parsedMail = async (raw: Buffer, envelope: Envelope, world: World): Promise<Mail> => {
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  return {
    id: randomBytes(8).toString('hex'),
    from: envelope.from,
    recipients: envelope.recipients,
    messageId: parsed.messageId ?? '',
    subject: parsed.subject ?? '',
    headers: headerPairs(parsed.headerLines),
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? '',
      type: contentType,
      bytes: size,
    })),
    receivedAt: world.clock.now().toISOString(),
    raw: raw.toString('latin1'),
  };
};

/** Header lines unfolded; encoded words stay as sent, so that a test sees the wire. */
const headerPairs = (lines: HeaderLines): [string, string][] =>
  lines.map(({ line }) => {
    const colon = line.indexOf(':');
    return [
      line.slice(0, colon),
      line
        .slice(colon + 1)
        .replace(/\r?\n(?=[ \t])/g, '')
        .trim(),
    ];
  });

/** Stores a mail and counts it per recipient; afterwards whatever fault turns it back or doubles it. */
export const keepMail = (mail: Mail, toldOfSuccess: readonly string[], world: World): void => {
  const text = [...mail.recipients, mail.subject, mail.messageId].join('\n');
  store(mail, world);
  if (world.faults.take('smtp', 'dot', ['duplicateAcceptance'], text))
    store({ ...mail, id: randomBytes(8).toString('hex') }, world);
  const bounce = world.faults.take('smtp', 'dot', ['bounce'], text);
  const delay = world.faults.take('smtp', 'dot', ['delayNotice'], text);
  const tell = (order: Omit<NoticeOrder, 'recipient'>, recipients: readonly string[], wait: number): void => {
    const send = (): void =>
      recipients.forEach((recipient) => sendNotice(mail, { ...order, recipient }, world));
    if (wait === 0) send();
    else world.timers.later(wait, send);
  };
  if (delay)
    tell(
      noticeOf('delayed', delay, '451 4.4.1 Connection timed out'),
      mail.recipients,
      delay.milliseconds ?? 0,
    );
  if (bounce)
    tell(noticeOf('failed', bounce, '550 5.1.1 User unknown'), mail.recipients, bounce.milliseconds ?? 0);
  else tell({ action: 'delivered', status: '2.0.0', diagnostic: '250 2.0.0 Ok' }, toldOfSuccess, 0);
};

const noticeOf = (
  action: 'failed' | 'delayed',
  fault: Fault,
  otherwise: string,
): Omit<NoticeOrder, 'recipient'> => {
  const diagnostic = fault.text ?? otherwise;
  return { action, diagnostic, status: statusIn(diagnostic) ?? statusIn(otherwise) ?? '5.0.0' };
};

const statusIn = (diagnostic: string): string | undefined =>
  /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0];

const store = (mail: Mail, world: World): void => {
  world.memory.mails.put(mail.id, mail);
  for (const recipient of mail.recipients)
    world.memory.accept('smtp', 'dot', `${mail.messageId} ${recipient}`);
};
