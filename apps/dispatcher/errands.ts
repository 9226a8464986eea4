import type { MailNotices } from '@koujing/notify';
import type { alertCasesOf } from './alert-cases.js';
import type { chatCasesOf } from './chat-cases.js';
import type { conferenceCasesOf } from './conference-cases.js';
import type { dispatchCasesOf } from './dispatch-cases.js';
import type { mailCasesOf } from './mail-cases.js';
import type { Recurring } from './recurring.js';
import type { rosterCasesOf } from './roster-cases.js';
import type { SubscriptionCases } from './subscription-cases.js';

/** What a worker has to bring out besides the ledger's rows; each takes up what whoever died before it left. */
export interface Errands {
  readonly dispatch: ReturnType<typeof dispatchCasesOf>;
  readonly conference: ReturnType<typeof conferenceCasesOf>;
  readonly roster: ReturnType<typeof rosterCasesOf>;
  readonly alert: ReturnType<typeof alertCasesOf>;
  readonly chat: ReturnType<typeof chatCasesOf>;
  readonly notices: MailNotices;
  readonly mail: ReturnType<typeof mailCasesOf>;
  readonly subscription: SubscriptionCases;
}

export const startErrands = (recurring: Recurring, errands: Errands): void => {
  const { dispatch, conference, roster, alert, chat, notices, mail, subscription } = errands;
  recurring.every('notices', 1_000, () => notices.run());
  recurring.every('chats', 2_000, () => chat.send.run());
  recurring.every('amendments', 10_000, () => dispatch.sweepAmendments());
  recurring.every('portal-site', 3_000, () => dispatch.site.tick());
  recurring.every('roster-page', 2_000, () => roster.writePage.tick());
  recurring.every('conference-page', 5_000, async () => conference.writeNotices?.tick());
  recurring.every('alerts', 2_000, () => alert.issue.tick());
  recurring.every('returns', 2_000, () => mail.take.applyPending());
  recurring.every('events', 1_000, async () => {
    await subscription.handOn.tick();
    await subscription.send.run();
  });
  recurring.every('eventsForgotten', 3_600_000, () => subscription.handOn.forget());
};
