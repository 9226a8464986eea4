import type { Manifest } from '@koujing/channel';
import { emailSecrets, emailSettings, type EmailSecrets, type EmailSettings } from './email-settings.js';

/** Facts of CHANNELS C. */
export const emailManifest: Manifest<EmailSettings, EmailSecrets> = {
  channel: 'email',
  name: { zh: '媒体邮件', en: 'E-mail to the media' },
  settings: emailSettings,
  secrets: emailSecrets,
  places: ['host', 'port', 'secure', 'requireTls', 'plainText'],
  trial: {
    possible: true,
    zh: '给下面这个邮箱发一封标题为“【测试】口径发信测试”的邮件。不会发给媒体名单，也不含任何稿件内容。',
    en: 'Sends one mail, marked as a trial, to the address below. It goes to no list and holds nothing of any release.',
    target: { kind: 'mail', zh: '收测试邮件的邮箱', en: 'Address for the trial' },
  },
  slots: ['unsubscribe', 'releasedAt'],
  limits: [
    // Ten encoded header lines; longer subjects are cut by every mail client.
    { field: 'subject', max: 200, unit: 'characters', source: 'RFC 5322 2.1.1' },
    {
      field: 'html',
      max: 1_048_576,
      unit: 'bytes',
      source: 'Larger bodies are clipped by common mail clients.',
    },
    {
      field: 'attachments',
      max: 10_485_760,
      unit: 'bytes',
      source: 'Many newsrooms take no mail above 10–20 MB (CHANNELS C).',
    },
  ],
  rates: [],
  // Greylisting lifts after minutes; a media desk's server that is down for the night is asked until morning.
  retry: { transient: { firstMs: 60_000, factor: 2, maxMs: 1_800_000 }, triesBeforePerson: 30 },
  perRecipient: true,
  // A mail stays in its mailbox: the correction is a mail of its own.
  whenCorrected: () => 'followUp',
  can: { withdraw: false, correct: true, reconcile: false, recent: false },
  // Nothing becomes visible later: what can be concluded, can be at once.
  settleMs: 0,
  // Well under the 30 s lease. RFC 5321 allows a server 10 minutes after the final dot: silence becomes "unknown".
  callTimeoutMs: 15_000,
  mark: 'Message-ID',
  refusesDouble: false,
  waitsForPortal: true,
  documentation: 'https://www.rfc-editor.org/rfc/rfc5321',
};
