import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MailReturnStore, TakeReturn, Unsubscribe } from '@koujing/dispatch';
import {
  Audience,
  DepartureStore,
  LeaveList,
  MailingListStore,
  OutletStore,
  ReporterStore,
  SuppressAddress,
  SuppressionStore,
} from '@koujing/media';
import { mailDigest } from '@koujing/channels/email';
import { returnPath, unsubscribeToken } from '../../libs/channels/email/mail-token.js';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

const key = 'a key of the house';
const bounceAddress = 'bounce@r.gov.example';
const reporter = 'desk@news.example';

interface Report {
  readonly action?: string;
  readonly status?: string;
  readonly recipient?: string;
  readonly messageId?: string;
  readonly release?: string;
  readonly id?: string;
}

const reportOf = ({
  action = 'failed',
  status = '5.1.1',
  recipient = reporter,
  messageId = '<unknown@gov.example>',
  release = 'nothing v1',
  id = '1',
}: Report): Uint8Array =>
  Buffer.from(
    [
      `Message-ID: <report-${id}@mx.news.example>`,
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.news.example',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      `X-Koujing-Release: ${release}`,
      '--b--',
      '',
    ].join('\r\n'),
  );

onEachEngine('what comes back', (open) => {
  let house: House;
  let take: TakeReturn;
  let suppress: SuppressAddress;
  const mail = new Platform('email', { perRecipient: true, waitsForPortal: false });
  let audience: Audience;

  beforeAll(async () => {
    house = await House.open(await open());
    audience = new Audience(house.clock);
    const { database, audit, clock, accounts, deliveries } = house;
    const parts = {
      ...{ database, audit, clock },
      outlets: new OutletStore(),
      reporters: new ReporterStore(),
      lists: new MailingListStore(),
      suppressions: new SuppressionStore(),
    };
    suppress = new SuppressAddress(parts, []);
    const returns = new MailReturnStore();
    take = new TakeReturn({ database, accounts, deliveries, returns, suppress, audit, clock });
  });

  beforeEach(async () => {
    await house.database.queries.deleteFrom('mail_return').execute();
    await house.database.queries.deleteFrom('suppression').execute();
    await house.clear();
    await house.connect(mail);
    await house.accounts.save(house.database.queries, {
      ...{ id: 'email', organId: house.organ, channel: 'email', name: '媒体邮件', enabled: true },
      settings: { from: 'news@gov.example', replyTo: 'press@gov.example', bounceAddress },
      secrets: { unsubscribeKey: key },
    });
    mail.finds = null;
  });

  afterAll(() => house.close());

  const sentMail = async () => {
    const id = await house.release([mail], [reporter]);
    const worker = house.worker();
    worker.start();
    await house.untilState(id, 'email', 'delivered');
    await worker.stop();
    return house.row(id, 'email');
  };
  const stopped = async () => [...(await audience.suppressed(house.database.queries, [reporter])).values()];
  const state = async (releaseId: string) => (await house.row(releaseId, 'email')).state;

  test('a bounce to the address that names the delivery stops the reader for good and turns the row', async () => {
    const row = await sentMail();
    const recipients = [returnPath(bounceAddress, row.id, key)];
    await take.perform({ raw: reportOf({ recipient: 'forwarded@elsewhere.example' }), recipients });
    expect(await stopped()).toEqual(['hardBounce']);
    expect(await house.row(row.releaseId, 'email')).toMatchObject({ state: 'rejected', lastCode: '5.1.1' });
  });

  test('a bounce to the plain address is known by the Message-ID that only we can make', async () => {
    const row = await sentMail();
    const messageId = `<${mailDigest(row, row.recipient, key)}@gov.example>`;
    const release = `${row.releaseId} v${row.version}`;
    await take.perform({ raw: reportOf({ messageId, release }), recipients: [bounceAddress] });
    expect(await stopped()).toEqual(['hardBounce']);
  });

  test('a report that somebody made up stops nobody', async () => {
    const row = await sentMail();
    const release = `${row.releaseId} v${row.version}`;
    const messageId = `<${mailDigest(row, row.recipient, '')}@gov.example>`;
    await take.perform({ raw: reportOf({ messageId, release }), recipients: [bounceAddress] });
    await take.perform({
      raw: reportOf({ id: '2' }),
      recipients: [returnPath(bounceAddress, row.id, 'another key')],
    });
    expect(await stopped()).toEqual([]);
    expect(await state(row.releaseId)).toBe('delivered');
  });

  describe.each([
    ['a full mailbox', { status: '5.2.2' }, 'rejected'],
    ['a refusal by policy', { status: '5.7.1' }, 'rejected'],
    ['a delay', { action: 'delayed', status: '4.4.1' }, 'delivered'],
  ] as const)('%s', (_, report, becomes) => {
    test(`leaves the address alone, and its mail is ${becomes}`, async () => {
      const row = await sentMail();
      const recipients = [returnPath(bounceAddress, row.id, key)];
      await take.perform({ raw: reportOf(report), recipients });
      expect(await stopped()).toEqual([]);
      expect(await state(row.releaseId)).toBe(becomes);
    });
  });

  test('the same report twice counts once; two delays of one address count two', async () => {
    const row = await sentMail();
    const recipients = [returnPath(bounceAddress, row.id, key)];
    const delayed = { action: 'delayed', status: '4.4.1' } as const;
    for (const id of ['1', '1', '2']) await take.perform({ raw: reportOf({ ...delayed, id }), recipients });
    const { items } = await new MailReturnStore().list(house.database.queries, { page: 1, pageSize: 10 });
    expect(items.map(({ failures }) => failures).sort()).toEqual([1, 2]);
  });

  test('a report settles a mail whose fate nobody could tell', async () => {
    const row = await sentMail();
    await house.database.queries
      .updateTable('delivery')
      .set({ state: 'needsPerson' })
      .where('id', '=', row.id)
      .execute();
    const recipients = [returnPath(bounceAddress, row.id, key)];
    await take.perform({ raw: reportOf({ action: 'delivered', status: '2.0.0' }), recipients });
    expect(await state(row.releaseId)).toBe('delivered');
  });

  test('a report that comes before the outcome of its own sending waits for it', async () => {
    const id = await house.release([mail], [reporter]);
    const stop = mail.stopAt('afterAccept');
    const worker = house.worker();
    worker.start();
    await stop.arrived;
    const { id: delivery } = await house.row(id, 'email');
    await take.perform({ raw: reportOf({}), recipients: [returnPath(bounceAddress, delivery, key)] });
    expect(await state(id)).toBe('sending');
    expect(await stopped()).toEqual([]);
    stop.resume();
    await house.untilState(id, 'email', 'delivered');
    await take.applyPending();
    expect(await state(id)).toBe('rejected');
    expect(await stopped()).toEqual(['hardBounce']);
    await worker.stop();
  });

  test('an automatic answer is kept to be seen and changes nothing', async () => {
    const row = await sentMail();
    const raw = Buffer.from(
      'From: Desk <desk@news.example>\r\nSubject: Out of office\r\n\r\nBack on Monday.',
    );
    await take.perform({ raw, recipients: [returnPath(bounceAddress, row.id, key)] });
    const { items } = await new MailReturnStore().list(house.database.queries, { page: 1, pageSize: 10 });
    expect(items).toMatchObject([{ bounce: 'other', subject: 'Out of office', address: reporter }]);
    expect(await state(row.releaseId)).toBe('delivered');
  });

  test('mail for anybody but our return addresses is refused at the door', async () => {
    const row = await sentMail();
    expect(await take.accepts(returnPath(bounceAddress, row.id, key))).toBe(true);
    expect(await take.accepts(bounceAddress)).toBe(true);
    expect(await take.accepts('someone@r.gov.example')).toBe(false);
    expect(await take.accepts(returnPath(bounceAddress, row.id, 'another key'))).toBe(false);
  });

  test('the link of a mail unsubscribes its own reader alone', async () => {
    const { database, accounts, audit, clock } = house;
    const told: (string | null)[] = [];
    const tell = { perform: async (_: unknown, ...whom: [string, string | null]) => void told.push(whom[1]) };
    const departures = new DepartureStore();
    const parts = { database, audit, clock, lists: new MailingListStore(), departures };
    const unsubscribe = new Unsubscribe({
      ...{ database, accounts, audience, suppress, tell },
      leave: new LeaveList({ ...parts, tell }),
    });
    await expect(
      unsubscribe.perform(reporter, unsubscribeToken('other@news.example', key), null),
    ).rejects.toMatchObject({ code: 'badInput' });
    const token = unsubscribeToken(reporter, key);
    await expect(unsubscribe.perform(reporter, token, 'nowhere')).rejects.toMatchObject({ code: 'notFound' });
    await unsubscribe.perform(reporter, token, null);
    await unsubscribe.perform(reporter, token, null);
    expect(await stopped()).toEqual(['unsubscribed']);
    expect(told).toEqual([null]);
  });

  test('an urgent mail whose outcome nobody can tell is sent once more where the account is set so, and only once', async () => {
    const id = await house.release([mail], [reporter]);
    await house.database.queries
      .updateTable('delivery')
      .set({ urgent: true })
      .where('release_id', '=', id)
      .execute();
    mail.finds = () => ({ kind: 'unreadable', reason: '无法查询', mayRepeatUrgent: true });
    mail.answers.push({ kind: 'unknown', reason: 'dropped' }, { kind: 'unknown', reason: 'dropped again' });
    const worker = house.worker();
    worker.start();
    const row = await house.untilState(id, 'email', 'needsPerson');
    expect(row).toMatchObject({ attempts: 2, generation: 1 });
    await worker.stop();
  });
});
