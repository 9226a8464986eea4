import type { MailPort, MailServer } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { mailOutcome } from './mail-outcome.js';
import type { DueNotice, NotificationStore } from './notification-store.sql.js';

/** Where notices are mailed from and through. */
export interface NoticeMail {
  readonly from: string;
  readonly server: MailServer;
}

/** Per run; a storm of findings must not hold the worker for long. */
const BATCH = 50;

/** The worker: called again and again; any number of processes may call it at once. */
export class MailNotices {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly notifications: NotificationStore;
      readonly mail: MailPort;
      readonly clock: Clock;
      readonly settings: NoticeMail;
    },
  ) {}

  /** Mails what is due and returns how many were tried. */
  async run(): Promise<number> {
    const { database, notifications, clock } = this.parts;
    await notifications.giveUpExpired(database.queries, clock.now());
    const due = await database.transaction((queries) => notifications.claim(queries, clock.now(), BATCH));
    for (const notice of due) await this.mail(notice);
    return due.length;
  }

  private async mail(notice: DueNotice): Promise<void> {
    const { database, notifications, mail, clock, settings } = this.parts;
    const result = await mail.send(
      {
        from: settings.from,
        to: notice.to,
        subject: notice.subject,
        html: notice.html,
        text: notice.text,
        messageId: notice.messageId,
        date: notice.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: [],
      },
      settings.server,
    );
    await notifications.settle(
      database.queries,
      notice.id,
      mailOutcome(result, notice.attempts, clock.now()),
    );
  }
}
