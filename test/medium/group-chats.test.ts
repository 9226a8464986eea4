import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor, Role } from '@koujing/access';
import { AxiosHttp } from '@koujing/channel';
import { secretBoxFrom } from '@koujing/dispatch';
import { addChatSchema, reviseChatSchema } from '../../libs/chat/chat.api.js';
import { dingtalkSign } from '../../libs/chat/platforms/dingtalk.js';
import { chatCasesOf, type ChatCases } from '../../apps/dispatcher/chat-cases.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { refused } from '../support/refused.js';

interface Heard {
  readonly url: URL;
  readonly body: { readonly text: { readonly content: string } };
}

/** A robot of DingTalk on this machine, which answers as it is told. */
class Robot {
  readonly heard: Heard[] = [];
  answer: object | 'hangUp' = { errcode: 0, errmsg: 'ok' };
  #server: Server | null = null;

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const url = new URL(request.url ?? '', 'http://127.0.0.1');
        this.heard.push({ url, body: JSON.parse(Buffer.concat(parts).toString()) as Heard['body'] });
        if (this.answer === 'hangUp') return void request.socket.destroy();
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(this.answer));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=abc123`;
  }

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}

const key = 'SEC-of-the-group';
const as = (role: Role, organId: string, office = false): Actor => ({
  personId: 'office-coordinator',
  name: '周文',
  grants: [{ role, organId, office }],
});
const administrator = as('administrator', 'office', true);

onEachEngine('notices to group chats', (open) => {
  let opened: TestDatabase;
  let city: City;
  let chats: ChatCases;
  let robot: Robot;
  let address: string;
  const http = new AxiosHttp();

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
    const box = secretBoxFrom(Buffer.alloc(32, 7).toString('base64'));
    const ground = { box, ports: { http }, consoleUrl: 'https://console.example' };
    chats = chatCasesOf({ ...ground, innerChatHosts: ['127.0.0.1'] }, city.cases);
  });
  afterAll(async () => {
    http.close();
    await opened.drop();
  });
  beforeEach(async () => {
    robot = new Robot();
    address = await robot.open();
    const { queries } = opened.database;
    await queries.deleteFrom('chat_message').execute();
    await queries.deleteFrom('chat_destination').execute();
    await chats.keep.add(wanted(), administrator);
  });
  afterEach(() => robot.close());

  const wanted = (changes: object = {}) =>
    addChatSchema.parse({
      ...{ organId: 'water', platform: 'dingtalk', name: '水务发布群', address, key },
      ...{ kinds: ['heldByGate', 'deadline'], ...changes },
    });
  const tell = (noticeKey: string, changes: object = {}) =>
    opened.database.transaction((queries) =>
      city.cases.notifier.notify(queries, {
        ...{ personIds: ['water-drafter'], kind: 'heldByGate', key: noticeKey, link: '/releases/1' },
        ...{ subject: '【拦下】未公开的标题', html: '<p>未公开的正文</p>', text: '未公开的正文', ...changes },
      }),
    );
  const destination = async () => {
    const [item] = (await chats.show.list(administrator)).items;
    if (item === undefined) throw new Error('no destination');
    return item;
  };

  test('a group is told once what waits and where, signed, and never what the text says', async () => {
    await tell('n1');
    await tell('n1');
    await tell('n2', { personIds: ['transport-drafter'] });
    await tell('n3', { kind: 'ruling' });
    expect(await chats.send.run()).toBe(1);
    expect(await chats.send.run()).toBe(0);
    const [heard, ...more] = robot.heard;
    expect(more).toEqual([]);
    expect(heard?.body.text.content).toBe(
      '【口径】发布被拦下 · 滨海市水务局\n有稿件因口径冲突未能发布，请处理。\nhttps://console.example/releases/1',
    );
    const asked = heard?.url.searchParams;
    expect(asked?.get('sign')).toBe(dingtalkSign(Number(asked?.get('timestamp')), key));
    expect((await destination()).lastSentAt).not.toBeNull();
  });

  test('two workers at once say it once, and one robot speaks at the platform’s pace', async () => {
    await tell('n1');
    await tell('n2');
    await Promise.all([chats.send.run(), chats.send.run()]);
    expect(robot.heard).toHaveLength(1);
    city.clock.travel(4_000);
    await chats.send.run();
    expect(robot.heard).toHaveLength(2);
  });

  test('what the platform did not take is tried again later, and what it refuses is shown', async () => {
    robot.answer = { errcode: 130101, errmsg: 'send too fast' };
    await tell('n1');
    await chats.send.run();
    expect((await destination()).troubles).toMatchObject([
      { state: 'planned', message: '130101 send too fast' },
    ]);
    city.clock.travel(60_000);
    expect(await chats.send.run()).toBe(0);
    robot.answer = { errcode: 310000, errmsg: 'sign not match' };
    city.clock.travel(600_000);
    await chats.send.run();
    expect((await destination()).troubles).toMatchObject([{ state: 'failed', attempts: 2 }]);
    expect(robot.heard).toHaveLength(2);
  });

  test('a line that was cut after the message left is not tried again: no platform refuses a double', async () => {
    robot.answer = 'hangUp';
    await tell('n1');
    await chats.send.run();
    expect((await destination()).troubles).toMatchObject([{ state: 'unknown' }]);
    city.clock.travel(86_400_000);
    await chats.send.run();
    expect(robot.heard).toHaveLength(1);
  });

  test('a worker that died before the call or before the outcome leaves a doubt, not a second message', async () => {
    await tell('n1');
    const { database, chatMessages, clock } = city.cases;
    const claimed = await database.transaction((queries) => chatMessages.claim(queries, clock.now()));
    expect(claimed).toHaveLength(1);
    city.clock.travel(120_000);
    await chats.send.run();
    expect((await destination()).troubles).toMatchObject([{ state: 'unknown' }]);
    expect(robot.heard).toEqual([]);
  });

  test('a notice that was rolled back tells no group', async () => {
    const rolledBack = opened.database.transaction(async (queries) => {
      await city.cases.notifier.notify(queries, {
        ...{ personIds: ['water-drafter'], kind: 'heldByGate', key: 'gone', link: '/' },
        ...{ subject: '', html: '', text: '' },
      });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await chats.send.run()).toBe(0);
  });

  test('the address and the key are never read back, nor recorded, and move together', async () => {
    const item = await destination();
    expect(JSON.stringify(await chats.show.list(administrator))).not.toContain('access_token');
    const audit = await city.cases.audit.of(opened.database.queries, 'chatDestination', item.id);
    expect(JSON.stringify(audit)).not.toMatch(/access_token|SEC-of/u);
    const row = await opened.database.queries
      .selectFrom('chat_destination')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toMatch(/access_token|SEC-of/u);
    const revise = (changes: object) =>
      chats.keep.revise(
        item.id,
        reviseChatSchema.parse({ name: '新群名', kinds: ['deadline'], expectedRevision: 1, ...changes }),
        administrator,
      );
    expect(await refused(revise({ address: `${address}9` }))).toEqual(['signatureNeeded', 'keyAgain']);
    expect(await refused(revise({ expectedRevision: 7 }))).toEqual(['stale']);
    await revise({});
    expect(await destination()).toMatchObject({ name: '新群名', kinds: ['deadline'], signed: true });
    expect(await chats.keep.trial(item.id, administrator)).toEqual({ sent: true, message: '0 ok' });
    expect(robot.heard[0]?.body.text.content).toContain('测试消息');
  });

  test('inner addresses are refused unless listed, also by the name that leads there, and organs keep their own', async () => {
    const inner = wanted({ address: 'https://10.0.0.8/robot/send' });
    expect(await refused(chats.keep.add(inner, administrator))).toEqual(['chatAddress']);
    expect(await refused(chats.keep.add(wanted({ key: '' }), administrator))).toEqual(['signatureNeeded']);
    expect(await refused(chats.keep.add(wanted(), as('administrator', 'transport')))).toEqual(['lacksRole']);
    expect((await chats.show.list(as('administrator', 'transport'))).items).toEqual([]);
    expect(await refused(chats.show.list(as('drafter', 'water')))).toEqual(['lacksRole']);
  });
});
