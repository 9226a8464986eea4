import type { Examination, HealthFinding } from '@koujing/channel';
import { serverOf } from './email-send.js';
import type { EmailSecrets, EmailSettings } from './email-settings.js';

/** Signs in at the mail server and leaves again. */
export const examineMail = async (
  context: Examination<EmailSettings, EmailSecrets>,
): Promise<readonly HealthFinding[]> => {
  const greeting = await context.ports.mail.greet(serverOf(context));
  if (greeting.kind === 'welcome') return [];
  const { host, port } = context.settings;
  return [
    greeting.credential
      ? {
          severity: 'block',
          code: 'mailSignInRefused',
          message: `发信服务器 ${host}:${port} 拒绝登录：${greeting.message}`,
          messageEn: `The mail server ${host}:${port} refuses the sign-in: ${greeting.message}`,
        }
      : {
          severity: 'block',
          code: 'mailServerSilent',
          message: `连不上发信服务器 ${host}:${port}：${greeting.message}`,
          messageEn: `The mail server ${host}:${port} cannot be reached: ${greeting.message}`,
        },
  ];
};
