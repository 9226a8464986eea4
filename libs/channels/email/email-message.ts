import { createHmac } from 'node:crypto';
import { digestOf } from '@koujing/kernel';
import { fillHtmlSlots, fillSlots, type Attempt, type MailMessage, type Rendition } from '@koujing/channel';
import { attachmentsIn } from './attachment-part.js';
import type { EmailSecrets, EmailSettings } from './email-settings.js';
import { returnPath, unsubscribeToken } from './mail-token.js';

export type EmailAttempt = Attempt<EmailSettings, EmailSecrets>;

/**
 * What a bounce can be recognised by, besides the address to which it came. With a key nobody else can make it:
 * a release's id is public, and a forged bounce would stop a medium's mail.
 */
export const mailDigest = (
  { releaseId, version, operation }: Pick<EmailAttempt, 'releaseId' | 'version' | 'operation'>,
  recipient: string,
  key: string,
): string => {
  // A recall of this version is another mail than the version itself.
  const what = operation === 'recall' ? `${version}|recall` : String(version);
  const of = `${releaseId}|${what}|${recipient}`;
  return key === '' ? digestOf(of) : createHmac('sha256', key).update(of).digest('hex');
};

/** The same on every try: receivers and our bounce reader recognise a second copy by it (CHANNELS C). */
export const messageId = (attempt: EmailAttempt): string => {
  const { settings, secrets } = attempt;
  return `<${mailDigest(attempt, recipientOf(attempt), secrets.unsubscribeKey)}@${settings.from.split('@')[1] ?? ''}>`;
};

export const recipientOf = ({ recipient }: Pick<EmailAttempt, 'recipient'>): string => {
  if (recipient === undefined || recipient === '') throw new Error('A mail needs its recipient.');
  return recipient;
};

/** One message to one recipient, the same bytes on every try but for the MIME boundary. */
export const messageOf = (rendition: Rendition, attempt: EmailAttempt): MailMessage => {
  const { settings, secrets, deliveryId } = attempt;
  const unsubscribe = unsubscribeAddress(attempt);
  const slots = { unsubscribe, releasedAt: beijingTime(attempt.firstIntentAt) };
  const part = (name: string): string => fillSlots(rendition.parts[name] ?? '', slots);
  const returns = settings.bounceAddress !== '' && secrets.unsubscribeKey !== '';
  return {
    from: address(part('fromName'), settings.from),
    to: recipientOf(attempt),
    envelope: {
      from: returns ? returnPath(settings.bounceAddress, deliveryId, secrets.unsubscribeKey) : settings.from,
      id: deliveryId,
    },
    replyTo: settings.replyTo,
    subject: oneLine(part('subject')),
    html: fillHtmlSlots(rendition.parts['html'] ?? '', slots),
    text: part('text'),
    messageId: messageId(attempt),
    date: attempt.firstIntentAt,
    headers: headersOf(attempt, rendition),
    listUnsubscribe: [...(settings.unsubscribeUrl === '' ? [] : [unsubscribe]), mailUnsubscribe(settings)],
    attachments: attachmentsIn(rendition, attempt.images),
  };
};

/** `2026-12-01 06:00`; the first intent's hour, so that every try says the same. */
const beijingTime = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const headersOf = (
  { settings, releaseId, version, amends }: EmailAttempt,
  rendition: Rendition,
): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  Precedence: 'bulk',
  'X-Koujing-Release': `${releaseId} v${version}`,
  // For news desks whose systems hold back what says so.
  ...(rendition.parts['embargo'] === undefined
    ? {}
    : { 'X-Embargo-Until': oneLine(rendition.parts['embargo']) }),
  // So that the correction or recall stands below what it corrects in every mail program (RFC 5322 3.6.4).
  ...(amends === undefined ? {} : { 'In-Reply-To': amends.remoteId, References: amends.remoteId }),
  // RFC 8058: only together with an https address.
  ...(settings.unsubscribeUrl === '' ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});

const unsubscribeAddress = (attempt: EmailAttempt): string => {
  const { settings, secrets } = attempt;
  if (settings.unsubscribeUrl === '') return mailUnsubscribe(settings);
  const url = new URL(settings.unsubscribeUrl);
  url.searchParams.set('address', recipientOf(attempt));
  url.searchParams.set('token', unsubscribeToken(recipientOf(attempt), secrets.unsubscribeKey));
  return url.href;
};

const mailUnsubscribe = ({ replyTo }: EmailSettings): string =>
  `mailto:${replyTo}?subject=${encodeURIComponent('退订 unsubscribe')}`;

/** A line break in a header would start a header of the writer's own. */
const oneLine = (text: string): string => text.replace(/[\r\n\t\v\f\u0085\u2028\u2029\0]+/gu, ' ').trim();

const address = (name: string, mailbox: string): string =>
  name === '' ? mailbox : `"${oneLine(name).replace(/["\\]/gu, '')}" <${mailbox}>`;
