import type { MailMessage } from '../ports.js';

type MailAttachment = MailMessage['attachments'][number];

/** A message as nodemailer takes it. */
export const composed = (message: MailMessage) => ({
  from: message.from,
  to: message.to,
  subject: message.subject,
  text: message.text,
  html: message.html,
  messageId: message.messageId,
  date: message.date,
  headers: { ...message.headers },
  ...(message.envelope === undefined ? {} : envelopeOf(message, message.envelope)),
  ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
  // Nested, or nodemailer writes one List-Unsubscribe line per address (CHANNELS C).
  ...(message.listUnsubscribe === undefined ? {} : { list: { unsubscribe: [[...message.listUnsubscribe]] } }),
  attachments: message.attachments.map((attachment) => ({ raw: encoded(attachment) })),
});

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

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
