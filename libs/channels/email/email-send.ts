import type { MailResult, MailServer, SendOutcome, ReconcileOutcome, Rendition } from '@koujing/channel';
import { isLoopbackHost } from '@koujing/kernel';
import { emailManifest } from './manifest.js';
import type { EmailSettings } from './email-settings.js';
import { messageId, messageOf, type EmailAttempt } from './email-message.js';

/** Greylisting lifts after a few minutes. */
const laterMs = 5 * 60_000;

/** `handing`: DATA may have begun. `notBegun`: the last try surely ended before DATA was written. */
type Step = 'handing' | 'notBegun';

/** One message to one recipient, once. */
export const sendMail = async (rendition: Rendition, attempt: EmailAttempt): Promise<SendOutcome> => {
  const { mail, log } = attempt.ports;
  const message = messageOf(rendition, attempt);
  const result = await mail.send(message, serverOf(attempt), {
    // No sooner: whatever a dead process had marked so is for a person to look up.
    ready: () => reach('handing', attempt),
    // The fence is asked with a connection in hand: thousands may wait for one, and a claim can pass on meanwhile.
    begin: () => attempt.fence.check(emailManifest.callTimeoutMs),
  });
  log.info('email.send', { delivery: attempt.deliveryId, outcome: described(result) });
  const isUndecided = result.kind === 'failed' && result.dataWritten;
  if (result.kind !== 'accepted' && !isUndecided) await reach('notBegun', attempt);
  return outcomeOf(result, message.messageId);
};

const reach = (step: Step, attempt: EmailAttempt): Promise<void> =>
  attempt.checkpoint(step, { messageId: messageId(attempt) });

/** Beyond this machine mail goes by TLS or not at all, unless the account says that it may go in clear (ASVS V12.3.1). */
export const wantsTls = ({ host, plainText }: Pick<EmailSettings, 'host' | 'plainText'>): boolean =>
  !plainText && !isLoopbackHost(host);

export const serverOf = ({ settings, secrets }: Pick<EmailAttempt, 'settings' | 'secrets'>): MailServer => ({
  host: settings.host,
  port: settings.port,
  secure: settings.secure,
  requireTls: settings.requireTls || wantsTls(settings),
  ...(settings.user === '' ? {} : { user: settings.user, password: secrets.password }),
  timeoutMs: emailManifest.callTimeoutMs,
  connections: settings.connections,
  ...(settings.dkimDomain === ''
    ? {}
    : {
        dkim: {
          domain: settings.dkimDomain,
          selector: settings.dkimSelector,
          privateKey: secrets.dkimPrivateKey,
        },
      }),
});

const outcomeOf = (result: MailResult, id: string): SendOutcome => {
  switch (result.kind) {
    case 'accepted':
      return { kind: 'delivered', receipt: { remoteId: id, data: { reply: result.reply } } };
    case 'refused':
      return result.permanent
        ? {
            kind: 'rejected',
            code: String(result.code),
            message: result.message,
            ...fixOf(result.code),
            ...fieldOf(result.code),
          }
        : {
            kind: 'deferred',
            delayMs: laterMs,
            reason: 'transient',
            code: String(result.code),
            message: result.message,
          };
    case 'failed':
      return failed(result, id);
  }
};

const failed = (result: MailResult & { kind: 'failed' }, id: string): SendOutcome => {
  if (result.credential)
    return { kind: 'rejected', code: 'EAUTH', message: result.message, fix: 'credential' };
  if (result.dataWritten) return { kind: 'unknown', reason: result.message, pending: { messageId: id } };
  return { kind: 'deferred', delayMs: 60_000, reason: 'transient', message: result.message };
};

/** 550, 551 and 553 speak of the address, 552 and 554 of the message (RFC 5321 4.2.2); the rest of the session. */
const fixOf = (code: number): Pick<SendOutcome & { kind: 'rejected' }, 'fix' | 'beyond'> => {
  if ([550, 551, 552, 553, 554].includes(code)) return { fix: 'content' };
  return code === 530 ? { fix: 'credential' } : { fix: 'operator', beyond: 'stopAccount' };
};

const fieldOf = (code: number): { field?: string } =>
  [550, 551, 553].includes(code) ? { field: 'recipient' } : {};

const described = (result: MailResult): string =>
  result.kind === 'refused'
    ? String(result.code)
    : result.kind === 'failed'
      ? `failed, data ${result.dataWritten}`
      : 'accepted';

/**
 * A mailbox cannot be asked. Only a committed step proves that DATA was not begun: none at all, or `notBegun`.
 * The worse mistake would be a second copy of an embargoed text, so everything else is for a person.
 */
export const whatBecame = (attempt: EmailAttempt): ReconcileOutcome =>
  attempt.phase === null || attempt.phase.step === 'notBegun'
    ? { kind: 'absent' }
    : {
        kind: 'unreadable',
        mayRepeatUrgent: attempt.settings.resendUrgent,
        reason: `邮件可能已送出，无法查询；请在收件方或邮件服务器日志中查找 ${messageId(attempt)}。The mail may have gone out; look for its Message-ID.`,
      };
