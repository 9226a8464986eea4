import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { DeliveryStore, type PersonMessage } from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { digestOf, SystemClock } from '@koujing/kernel';
import { openChannels } from '../../apps/dispatcher/channels.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/sandbox.js';
import { House } from '../medium/dispatch-house.js';
import { onPostgres, type TestDatabase } from '../support/engines.js';
import { realWorker } from './real-worker.js';

const root = join(import.meta.dirname, '../..');

/** A database that one process after the other opens. */
interface Place {
  readonly address: string;
  open(): Promise<Database>;
  drop(): Promise<void>;
}

const until = async (what: string, met: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain until ${what}`);
};

const killedProcess = (prepare: () => Promise<Place>): void => {
  let place: Place;
  let sandbox: Sandbox;
  let child: ChildProcess | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'koujing-portal-'));

  beforeAll(async () => {
    place = await prepare();
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await sandbox.close();
    await place.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const accounts = () => [
    {
      id: 'portal',
      settings: {
        root: folder,
        baseUrl: 'http://127.0.0.1',
        siteName: '示范市人民政府',
        siteDomain: 'www.example.gov.example',
        siteIdCode: 'bm01000001',
        host: '示范市人民政府办公室',
        checkLive: false,
      },
      secrets: {},
    },
    {
      id: 'weibo',
      settings: { apiUrl: sandbox.weiboUrl, clientId: '1000000001', rip: '203.0.113.7', uid: '1000000001' },
      secrets: { clientSecret: 'demo-weibo-secret', accessToken: 'demo-weibo-token' },
    },
    {
      id: 'wechat',
      settings: { apiUrl: sandbox.wechatUrl, appId: 'wx0000000000demo01' },
      secrets: { appSecret: 'demo-wechat-secret' },
    },
    {
      id: 'email',
      settings: {
        host: sandbox.smtp.host,
        port: sandbox.smtp.port,
        from: 'news@city.gov.example',
        replyTo: 'desk@city.gov.example',
      },
      secrets: {},
    },
  ];

  /** Plans one release over the four channels and answers its id. */
  const publish = async (): Promise<string> => {
    const database = await place.open();
    const house = await House.open({ database, url: null, drop: () => database.close() });
    for (const account of accounts())
      await house.accounts.save(database.queries, {
        ...account,
        organId: house.organ,
        channel: account.id,
        name: account.id,
        enabled: true,
      });
    const channels = openChannels(database);
    const id = await house.approved({ accountIds: channels.map(({ manifest }) => manifest.channel) });
    const jobs = new InlineJobs([{ name: 'dispatch', policy: 'each' }], new SystemClock());
    await house.publisher(jobs, {}, channels).perform(id, digestOf(id), house.spokesperson());
    await house.close();
    return id;
  };

  const startProcess = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', './test/support/typescript-hooks.mjs', 'test/faults/worker-process.ts', place.address],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );

  test('SIGKILL between the remote acceptance and the record: no second post on any channel', async () => {
    for (const [channel, call] of [
      ['weibo', 'statuses/share'],
      ['wechat', 'freepublish/submit'],
      ['smtp', 'dot'],
    ] as const)
      sandbox.faults.add({ channel, call, kind: 'silenceAfterCommit' });
    const releaseId = await publish();
    const sender = startProcess();
    child = sender;
    const { posted } = sandbox;
    await until('the platforms have taken it', () => {
      const { weibo, jobs, mails } = counts(posted);
      return weibo === 1 && jobs === 1 && mails === 1;
    });
    const gone = new Promise((resolve) => sender.once('exit', resolve));
    sender.kill('SIGKILL');
    await gone;

    const told: PersonMessage[] = [];
    const database = await place.open();
    try {
      const longAgo = new Date(Date.now() - 60_000);
      await database.queries
        .updateTable('delivery')
        .set({ lease_until: longAgo })
        .where('state', '=', 'sending')
        .execute();
      const heir = realWorker(database, 'heir', told);
      heir.start();
      const deliveries = new DeliveryStore();
      const states = async (): Promise<Record<string, string>> => {
        const { items } = await deliveries.ofRelease(database.queries, { releaseId, page: 1, pageSize: 10 });
        return Object.fromEntries(items.map(({ channel, state }) => [channel, state]));
      };
      await until('every row is settled', async () =>
        Object.values(await states()).every((state) => ['delivered', 'needsPerson'].includes(state)),
      );
      expect(await states()).toEqual({
        portal: 'delivered',
        weibo: 'delivered',
        wechat: 'delivered',
        email: 'needsPerson',
      });
      await heir.stop();
    } finally {
      await database.close();
    }
    expect(counts(posted)).toEqual({ weibo: 1, jobs: 1, mails: 1 });
    expect(posted.doubles()).toEqual([]);
    expect(told.map(({ kind }) => kind)).toEqual(['deliveryNeedsPerson']);
  });
};

describe('a killed process · embedded', () => {
  killedProcess(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'koujing-kill-'));
    return {
      address: directory,
      open: () => openEmbedded(directory),
      drop: async () => rmSync(directory, { recursive: true, force: true }),
    };
  });
});

onPostgres('a killed process', (open) => {
  killedProcess(async () => {
    const test: TestDatabase = await open();
    const address = test.url ?? '';
    return { address, open: () => openPostgres(address), drop: test.drop };
  });
});

const counts = (posted: Sandbox['posted']) => ({
  weibo: posted.weibo().length,
  jobs: posted.wechatJobs().length,
  mails: posted.mails().length,
});
