import { newId } from '@koujing/kernel';
import type { Examination, TrialOutcome } from '@koujing/channel';
import { serverOf } from './email-send.js';
import type { EmailSecrets, EmailSettings } from './email-settings.js';

const words =
  '这是从口径控制台发出的测试邮件，请忽略。\nThis is a trial from the console of Koujing; please ignore it.';

/** One mail to one address that a person typed; it goes to no list and holds nothing of any release. */
export const tryMail = async (
  target: string,
  context: Examination<EmailSettings, EmailSecrets>,
): Promise<TrialOutcome> => {
  const { settings, ports } = context;
  const result = await ports.mail.send(
    {
      from: settings.fromName === '' ? settings.from : `${settings.fromName} <${settings.from}>`,
      ...{ to: target, replyTo: settings.replyTo, subject: '【测试】口径发信测试' },
      ...{ html: `<p>${words.replace('\n', '</p><p>')}</p>`, text: words },
      messageId: `<${newId()}@${settings.from.split('@')[1] ?? 'koujing.local'}>`,
      date: ports.clock.now(),
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [],
    },
    serverOf(context),
  );
  if (result.kind === 'accepted') return { sent: true, message: result.reply };
  return {
    sent: false,
    message: result.kind === 'refused' ? `${result.code} ${result.message}` : result.message,
  };
};
