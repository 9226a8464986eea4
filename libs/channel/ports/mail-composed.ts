import { percentEncoded } from '@koujing/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from '../ports.js';

type MailAttachment = MailMessage['attachments'][number];

/** The bytes of a message and whom they go to: made while others are on the line, so that a connection never waits for it. */
export const composed = async (message: MailMessage) => {
  const node = new MailComposer({
    ...fieldsOf(message),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }).compile();
  return {
    envelope: node.getEnvelope(),
    ...(message.envelope === undefined ? {} : envelopeOf(message, message.envelope)),
    raw: await node.build(),
  };
};

export type ComposedMail = Awaited<ReturnType<typeof composed>>;

const fieldsOf = (message: MailMessage) => ({
  from: message.from,
  to: message.to,
  subject: message.subject,
  text: message.text,
  html: message.html,
  messageId: message.messageId,
  date: message.date,
  headers: { ...message.headers, ...unsubscribing(message.listUnsubscribe) },
  ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
  attachments: message.attachments.map((attachment) => ({ raw: encoded(attachment) })),
});

/** All ways to unsubscribe in one line (RFC 2369 2); folded, never encoded as words. */
const unsubscribing = (ways: MailMessage['listUnsubscribe']) =>
  ways === undefined
    ? {}
    : {
        'List-Unsubscribe': {
          value: ways.map((way) => `<${way}>`).join(', '),
          ...{ prepared: true, foldLines: true },
        },
      };

/** A server that knows DSN tells of failures and delays, with our headers and not the whole mail; others ignore it. */
const envelopeOf = ({ to }: MailMessage, { from, id }: NonNullable<MailMessage['envelope']>) => ({
  envelope: { from, to },
  dsn: { id, return: 'headers' as const, notify: ['failure', 'delay'], recipient: to },
});

/** Ten thousand mails carry the same few documents: each is encoded once. */
const recent = new Map<string, string>();
const kept = 8;

const encoded = (attachment: MailAttachment): string => {
  const key = [attachment.sha256, attachment.asciiName, attachment.filename].join('\n');
  const known = recent.get(key);
  if (known !== undefined) return known;
  const part = partOf(attachment);
  recent.set(key, part);
  const [oldest] = recent.keys();
  if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
  return part;
};

/**
 * Both names: old webmail and Outlook show ATT0001 where only `filename*` stands (CHANNELS C), and readers of today
 * prefer it to the ASCII one (RFC 6266 4.3).
 */
const partOf = ({ filename, asciiName, mimeType, bytes }: MailAttachment): string =>
  [
    `Content-Type: ${mimeType}; name="${asciiName}"`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment;',
    ` filename="${asciiName}";`,
    ` filename*=UTF-8''${percentEncoded(filename)}`,
    '',
    ...(Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []),
  ].join('\r\n');
