import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { FakeMail, type MailResult } from '@koujing/channel';
import { MailNotices } from '@koujing/notify';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { mailOutcome } from './mail-outcome.js';

onEachEngine('notices', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  const tell = (key: string, personIds = ['office-coordinator']) =>
    city.cases.notifier.notify(opened.database.queries, {
      ...{
        personIds,
        key,
        kind: 'inconsistencyReport',
        subject: key,
        html: '<p>两句</p>',
        text: '两句',
        link: '/conflicts/1',
      },
    });
  const worker = (mail: FakeMail) => {
    const server = { host: '127.0.0.1', port: 25, secure: false, timeoutMs: 1_000 };
    const settings = { from: 'koujing@binhai.example', server };
    return new MailNotices({ ...city.cases, mail, settings });
  };
  const state = async (subject: string) =>
    (
      await city.cases.notifications.page(opened.database.queries, 'office-coordinator', {
        page: 1,
        pageSize: 50,
      })
    ).items.find((item) => item.subject === subject)?.state;

  test('told twice under one key, a person gets one mail', async () => {
    await tell('once');
    await tell('once');
    const mail = new FakeMail();
    await worker(mail).run();
    expect(mail.messages.filter(({ subject }) => subject === 'once')).toHaveLength(1);
    expect(await state('once')).toBe('sent');
  });

  test('two workers at once mail each notice once', async () => {
    for (let index = 0; index < 10; index++) await tell(`many-${index}`);
    const mail = new FakeMail();
    await Promise.all([worker(mail).run(), worker(mail).run()]);
    expect(mail.messages).toHaveLength(10);
    expect(new Set(mail.messages.map(({ messageId }) => messageId)).size).toBe(10);
  });

  test('a connection that died after all of DATA leaves "unknown" and is never sent again', async () => {
    await tell('lost');
    const mail = new FakeMail((): MailResult => ({ kind: 'failed', message: 'closed', dataWritten: true }));
    await worker(mail).run();
    city.clock.travel(86_400_000);
    await worker(mail).run();
    expect(mail.messages).toHaveLength(1);
    expect(await state('lost')).toBe('unknown');
  });

  test('a refusal that may pass is tried again with the same Message-ID and date', async () => {
    await tell('later');
    const answers: MailResult[] = [
      { kind: 'refused', code: 451, message: 'later', permanent: false },
      { kind: 'accepted', reply: '250 OK' },
    ];
    const mail = new FakeMail((): MailResult => answers.shift() ?? { kind: 'accepted', reply: '250 OK' });
    await worker(mail).run();
    expect(await state('later')).toBe('planned');
    city.clock.travel(60_000);
    await worker(mail).run();
    const [first, second] = mail.messages;
    expect([second?.messageId, second?.date]).toEqual([first?.messageId, first?.date]);
  });

  test('a worker that died in the middle leaves "unknown"', async () => {
    await tell('cut');
    await opened.database.transaction((queries) =>
      city.cases.notifications.claim(queries, city.clock.now(), 50),
    );
    city.clock.travel(180_000);
    await worker(new FakeMail()).run();
    expect(await state('cut')).toBe('unknown');
  });

  test('the console counts what is unread, and reading it all leaves what came after one looked', async () => {
    const { queries } = opened.database;
    const inbox = (personId = 'water-drafter') =>
      city.cases.notifications.page(queries, personId, { page: 1, pageSize: 1 });
    await tell('first', ['water-drafter', 'water-approver']);
    city.clock.travel(1_000);
    await tell('second', ['water-drafter']);
    const shown = await inbox();
    expect(shown).toMatchObject({ total: 2, unread: 2, items: [{ subject: 'second', readAt: null }] });
    city.clock.travel(1_000);
    await tell('third', ['water-drafter']);
    const until = new Date(shown.items[0]?.createdAt ?? '');
    await city.cases.notifications.readAll(queries, 'water-drafter', until, city.clock.now());
    expect(await inbox()).toMatchObject({ total: 3, unread: 1, items: [{ subject: 'third', readAt: null }] });
    // Nobody reads for another.
    expect(await inbox('water-approver')).toMatchObject({ total: 1, unread: 1 });
  });
});

test('after ten tries a person must look', () => {
  const refused: MailResult = { kind: 'refused', code: 451, message: 'later', permanent: false };
  expect(mailOutcome(refused, 9, new Date(0)).state).toBe('failed');
  expect(mailOutcome(refused, 0, new Date(0))).toMatchObject({ state: 'planned', nextAt: new Date(60_000) });
});
