import { randomBytes } from 'node:crypto';
import { simpleParser, type AddressObject, type HeaderLines } from 'mailparser';
import type { Mail } from '../posted.js';
import type { World } from '../world.js';
import { sendNotice } from './delivery-notice.js';

export interface Envelope {
  readonly from: string;
  readonly recipients: readonly string[];
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
    headers: headerPairs(parsed.headerLines, parsed.from, parsed.subject),
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
const headerPairs = (
  lines: HeaderLines,
  _from: AddressObject | undefined,
  _subject: string | undefined,
): [string, string][] =>
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
export const keepMail = (mail: Mail, world: World): void => {
  const text = [...mail.recipients, mail.subject, mail.messageId].join('\n');
  store(mail, world);
  if (world.faults.take('smtp', 'dot', ['duplicateAcceptance'], text))
    store({ ...mail, id: randomBytes(8).toString('hex') }, world);
  const bounce = world.faults.take('smtp', 'dot', ['bounce'], text);
  const delay = world.faults.take('smtp', 'dot', ['delayNotice'], text);
  for (const recipient of mail.recipients) {
    if (bounce) {
      const diagnostic = bounce.text ?? '550 5.1.1 User unknown';
      sendNotice(
        mail,
        { action: 'failed', recipient, status: statusIn(diagnostic, '5.1.1'), diagnostic },
        world,
      );
    }
    if (delay) {
      const diagnostic = delay.text ?? '451 4.4.1 Connection timed out';
      sendNotice(
        mail,
        { action: 'delayed', recipient, status: statusIn(diagnostic, '4.4.1'), diagnostic },
        world,
      );
    }
  }
};

const statusIn = (diagnostic: string, otherwise: string): string =>
  /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0] ?? otherwise;

const store = (mail: Mail, world: World): void => {
  world.memory.mails.put(mail.id, mail);
  for (const recipient of mail.recipients)
    world.memory.accept('smtp', 'dot', `${mail.messageId} ${recipient}`);
};
