import type {
  AuthoriseOutcome,
  Channel,
  ChannelFinding,
  DocumentKind,
  Examination,
  HealthFinding,
  Inspection,
  Pending,
  Publication,
  Rate,
  Receipt,
  RecentPost,
  ReconcileOutcome,
  Rendition,
  SendOutcome,
  TrialOutcome,
  UndoOutcome,
} from '@koujing/channel';
import { mailOf, recallOf, validateMail } from './email-preview.js';
import type { EmailAttempt } from './email-message.js';
import { tryMail } from './email-trial.js';
import { examineMail } from './email-examine.js';
import { sendMail, whatBecame } from './email-send.js';
import type { EmailSecrets, EmailSettings } from './email-settings.js';
import { domainRate } from './domain-rate.js';
import { emailManifest } from './manifest.js';

/** No token to fetch: far beyond any schedule, and a date that every database can hold. */
const never = new Date('9999-01-01T00:00:00Z');

/** E-mail to the media, one message per recipient (CHANNELS C). */
export class EmailChannel implements Channel<EmailSettings, EmailSecrets> {
  readonly manifest = emailManifest;

  validate(publication: Publication, settings: EmailSettings): readonly ChannelFinding[] {
    return validateMail(publication, settings);
  }

  documents(settings: EmailSettings): readonly DocumentKind[] {
    return settings.attach;
  }

  domainRate(settings: EmailSettings, domain: string): Rate | null {
    return domainRate(settings, domain);
  }

  preview(publication: Publication, settings: EmailSettings): Rendition {
    return mailOf(publication, settings);
  }

  async send(rendition: Rendition, attempt: EmailAttempt): Promise<SendOutcome> {
    return sendMail(rendition, attempt);
  }

  /** A receipt stands: what a server has accepted stays accepted. */
  async reconcile(
    _rendition: Rendition,
    known: Pending | Receipt | null,
    attempt: EmailAttempt,
  ): Promise<ReconcileOutcome> {
    return isReceipt(known) ? { kind: 'present', receipt: known, matches: 1 } : whatBecame(attempt);
  }

  withdrawalNotice(publication: Publication, settings: EmailSettings): Rendition {
    return recallOf(publication, settings);
  }

  /** A correction is a new mail, of a new version and so with a Message-ID of its own. */
  async correct(_receipt: Receipt, rendition: Rendition, attempt: EmailAttempt): Promise<UndoOutcome> {
    const outcome = await sendMail(rendition, attempt);
    switch (outcome.kind) {
      case 'delivered':
        return { kind: 'done', receipt: outcome.receipt };
      case 'deferred':
        return { kind: 'deferred', delayMs: outcome.delayMs, message: outcome.message };
      case 'rejected':
        return {
          kind: 'notPossible',
          operatorSteps: [`${outcome.code} ${outcome.message}`, '请联系收件人。Contact the recipient.'],
        };
      case 'accepted':
      case 'unknown':
        return { kind: 'unknown', reason: outcome.kind === 'unknown' ? outcome.reason : 'accepted' };
    }
  }

  async withdraw(receipt: Receipt): Promise<UndoOutcome> {
    return {
      kind: 'notPossible',
      operatorSteps: [
        '邮件送达后不能收回。A mail cannot be taken back.',
        `请向收到 ${receipt.remoteId} 的媒体发送撤稿函，并电话确认。Send a recall notice and confirm by telephone.`,
      ],
    };
  }

  async inspect(): Promise<Inspection> {
    return { kind: 'unreadable', reason: "收件箱无法读取。A recipient's mailbox cannot be read." };
  }

  async recent(): Promise<readonly RecentPost[]> {
    return [];
  }

  async examine(context: Examination<EmailSettings, EmailSecrets>): Promise<readonly HealthFinding[]> {
    return examineMail(context);
  }

  async tryOut(target: string, context: Examination<EmailSettings, EmailSecrets>): Promise<TrialOutcome> {
    return tryMail(target, context);
  }

  async authorise(): Promise<AuthoriseOutcome> {
    return { kind: 'authorised', authorisation: { token: '', expiresAt: never } };
  }
}

const isReceipt = (known: Pending | Receipt | null): known is Receipt =>
  known !== null && 'remoteId' in known && typeof known['remoteId'] === 'string';
