/** One sentence of what dispatch promises, where it is handled, and the test that breaks without it. */
export interface SentenceRow {
  readonly promises: string;
  readonly handledIn: string;
  readonly provedBy: string;
  /** Part of the test's title. */
  readonly title: string;
}

const row = (promises: string, handledIn: string, provedBy: string, title: string): SentenceRow => ({
  promises,
  handledIn,
  provedBy,
  title,
});

const crash = 'test/medium/dispatch-crash.test.ts';
const fence = 'test/medium/dispatch-fence.test.ts';
const rules = 'test/medium/dispatch-rules.test.ts';
const told = 'test/faults/who-is-told.test.ts';
const answers = 'test/medium/channels/ambiguous-answers.test.ts';
const settle = 'libs/dispatch/settle.test.ts';
const health = 'test/faults/account-health.test.ts';

export const sentenceRows: readonly SentenceRow[] = [
  row(
    'content_source_url 与 clientmsgid the marks of WeChat',
    'libs/channels/wechat/wechat-send.ts',
    'libs/channels/wechat/wechat-errors.test.ts',
    'with the same clientmsgid of 32 characters',
  ),
  row(
    'Weibo: portal link and byte-identical text',
    'libs/channels/weibo/weibo-share.ts',
    answers,
    'a repeat after a lost answer is refused as 20019',
  ),
  row(
    'Message-ID and Date are the same on every try',
    'libs/channels/email/email-message.ts',
    answers,
    'every try of one mail carries the same Message-ID and Date',
  ),
  row(
    'a row left in sending is asked about by itself',
    'libs/dispatch/claim-store.sql.ts',
    crash,
    'between acceptance and record is found on the platform and never sent again',
  ),
  row(
    'an unknown outcome is asked about by itself',
    'libs/dispatch/settle-probe.ts',
    answers,
    'a server error before the post was stored is unknown first',
  ),
  row(
    'where the channel cannot tell, a person is asked',
    'libs/channels/email/email-send.ts',
    crash,
    'a channel that cannot tell: nothing is sent again and a person is told',
  ),
  row(
    'a named person hears within 60 s, console and mail',
    'libs/dispatch/notices.sql.ts',
    told,
    'in a named person’s mailbox within a minute',
  ),
  row(
    'never nobody: the operators where the drafter has left',
    'libs/dispatch/persons-to-tell.sql.ts',
    told,
    'the operators are told: never nobody',
  ),
  row(
    'the fence: an overtaken claim writes nothing',
    'libs/dispatch/leases.ts',
    fence,
    'stopped past its lease and woken before its write sends nothing',
  ),
  row(
    'the fence: the lease must outlast the call',
    'libs/dispatch/leases.ts',
    fence,
    'whose lease would not outlast the call renews it',
  ),
  row(
    'an overtaken outcome is evidence',
    'libs/dispatch/outcome-store.sql.ts',
    crash,
    'wakes up too late is seen: the double goes to a person',
  ),
  row(
    'settle: a lagging timeline is waited for',
    'libs/dispatch/settle-probe.ts',
    settle,
    'absence is believed only after the channel has settled',
  ),
  row(
    'checkpoints: a resumed attempt goes on',
    'libs/channels/wechat/progress.ts',
    answers,
    'a draft whose answer was lost is found in the box and not made again',
  ),
  row(
    'a new key only after proven absence',
    'libs/dispatch/settle-probe.ts',
    settle,
    'a new key is only ever given after proven absence',
  ),
  row(
    'a consumed draft is reconciled, never made again',
    'libs/channels/wechat/wechat-errors.ts',
    answers,
    '40007 after a draft was consumed leads to the article',
  ),
  row(
    'two workers refresh one token once',
    'libs/dispatch/tokens.ts',
    fence,
    'two workers whose token was refused at once fetch its successor once',
  ),
  row(
    'drops before and after the final dot are told apart',
    'libs/channel/ports/mail-nodemailer.ts',
    'libs/channel/ports/mail-nodemailer.test.ts',
    'after the final dot has written it: nobody knows',
  ),
  row('transient: exponential', 'libs/dispatch/retry-policy.ts', settle, 'back-off grows from try to try'),
  row(
    'transient: jitter',
    'libs/dispatch/retry-policy.ts',
    settle,
    'jitter spreads rows that failed together',
  ),
  row(
    'transient: bounds per channel',
    'libs/channel/manifest.ts',
    settle,
    'a channel’s own bounds take the place of the usual ones',
  ),
  row(
    'every circle ends at a person',
    'libs/dispatch/settle-probe.ts',
    told,
    'a platform that keeps losing answers without publishing comes to an end',
  ),
  row(
    'rate: until the window opens',
    'libs/dispatch/quota-store.sql.ts',
    rules,
    'a rate holds back what is beyond it',
  ),
  row(
    'quota: the next day, with the ways out',
    'libs/dispatch/choose-alternative.ts',
    told,
    'without mass-send quota the drafter is offered to publish quietly',
  ),
  row(
    'credential: else the account stops and an operator hears',
    'libs/dispatch/breaker-store.sql.ts',
    rules,
    'a refused credential stops that account, tells an operator',
  ),
  row(
    'content: back to the drafter with the field',
    'libs/dispatch/notice-text.ts',
    settle,
    'a refused text goes back with the field',
  ),
  row(
    'breakers per account',
    'libs/dispatch/breaker-store.sql.ts',
    rules,
    'an account that keeps failing rests, the others go on',
  ),
  row(
    'order per account',
    'libs/dispatch/claim-store.sql.ts',
    rules,
    'in the order in which they were planned',
  ),
  row(
    'shared buckets',
    'libs/dispatch/quota-store.sql.ts',
    fence,
    'two workers on one account never take more than its rate together',
  ),
  row(
    'thirty minutes for the administrator',
    'libs/channels/wechat/wechat-mass.ts',
    told,
    'while the administrator has not confirmed, nothing is sent again',
  ),
  row(
    'Weibo: publishing before asking, a reserve',
    'libs/dispatch/probe-budget.sql.ts',
    told,
    'the calls that are kept for publishing are not spent on asking',
  ),
  row(
    'expiry forecast',
    'libs/dispatch/warn-of-expiry.ts',
    health,
    'operators hear seven, three and one day ahead',
  ),
  row(
    'preflight a day and an hour before',
    'libs/schedule/preflight.ts',
    health,
    'a day before its hour, operators and drafter hear',
  ),
];
