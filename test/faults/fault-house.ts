import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authoriseUrl, exchangeCode, WeiboChannel } from '@koujing/channels/weibo';
import type { Database } from '@koujing/database';
import type { Channel, ChannelPorts } from '@koujing/channel';
import {
  AccountHealthStore,
  assembleWorker,
  ChooseAlternative,
  ExamineAccount,
  QuotaStore,
  ResumeAccount,
  TokenStore,
  type DeedParts,
  type ListedDelivery,
  type Worker,
} from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { digestOf } from '@koujing/kernel';
import { Audience } from '@koujing/media';
import { MailNotices, NotificationStore, Notifier } from '@koujing/notify';
import { ReleaseStore } from '@koujing/release';
import { Preflight, PreflightStore, TickLease } from '@koujing/schedule';
import { openChannels, openPorts } from '../../apps/dispatcher/channels.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/sandbox.js';
import { House } from '../medium/dispatch-house.js';
import { emptyHouse } from '../support/empty-house.js';
import { ShiftedClock, travelling } from '../support/travelling-database.js';
import { endingOf, type Ending } from './ending.js';
import { faultAccounts } from './fault-accounts.js';
import type { PlatformAccount } from './fault-row.js';

/** What a case leaves. With the portal's lists of all cases, half of this suite went into writing them again. */
const leftByOne = [
  ...(['notification', 'delivery_attempt', 'delivery'] as const),
  ...(['published_page', 'published_list'] as const),
];
const settled = ['delivered', 'rejected', 'needsPerson', 'abandoned'];
/** More turns than any row takes: twelve tries at WeChat, each asked about a dozen times, and a look between them on a busy machine. */
const mostTurns = 1_000;

/** The four real channels, the sandbox, a ledger and a clock that travel together, and three persons who are told. */
export class FaultHouse {
  readonly #channels: readonly Channel[];
  readonly ports: ChannelPorts;
  #worker: Worker | null = null;
  readonly folder = mkdtempSync(join(tmpdir(), 'koujing-faults-'));
  #weiboToken = 'demo-weibo-token';

  private constructor(
    readonly house: House,
    readonly sandbox: Sandbox,
    readonly clock: ShiftedClock,
    private readonly travelDatabase: (milliseconds: number) => Promise<void>,
  ) {
    this.#channels = openChannels(house.database);
    this.ports = openPorts(clock, { info: () => undefined, warn: () => undefined });
  }

  static async open(): Promise<FaultHouse> {
    const database = await emptyHouse();
    const clock = new ShiftedClock();
    const travel = await travelling(database, clock);
    const sandbox = await startSandbox({ clock, accounts: { wechat: { defaultDailyLimit: 100_000 } } });
    const house = await House.open({ database, url: null, drop: () => database.close() });
    const opened = new FaultHouse(house, sandbox, clock, travel);
    await opened.#furnish();
    return opened;
  }

  get database(): Database {
    return this.house.database;
  }

  /** Publishes one release on the portal and this account and follows it until nothing happens by itself. */
  async publish(account: PlatformAccount): Promise<Ending> {
    return this.follow(await this.start(account), account);
  }

  /** The click alone. */
  async start(account: PlatformAccount): Promise<string> {
    const id = await this.house.approved({ accountIds: ['portal', account] });
    const jobs = new InlineJobs([{ name: 'dispatch', policy: 'each' }], this.clock);
    const publisher = this.house.publisher(jobs, {}, this.#channels);
    await publisher.perform(id, digestOf(id), this.house.spokesperson());
    return id;
  }

  async follow(
    releaseId: string,
    account: PlatformAccount,
    until: readonly string[] = settled,
  ): Promise<Ending> {
    const from = this.clock.now().getTime();
    for (let turn = 0; turn < mostTurns; turn += 1) {
      await this.#work();
      const row = await this.rowOf(releaseId, account);
      if (until.includes(row.state)) return endingOf(this, row, from);
      const now = (await this.database.now()).getTime();
      await this.travel(Math.max(50, row.nextAt.getTime() - now + 50));
    }
    throw new Error(`never came to rest: ${JSON.stringify(await this.rowOf(releaseId, account))}`);
  }

  async rowOf(releaseId: string, account: PlatformAccount): Promise<ListedDelivery> {
    const rows = await this.house.rows(releaseId);
    const found = rows.find(({ accountId }) => accountId === account);
    if (found === undefined) throw new Error(`no delivery to ${account}`);
    return found;
  }

  /** An administrator has mended the account. */
  async resume(account: PlatformAccount): Promise<void> {
    await new ResumeAccount(this.#deeds()).perform(account, {
      ...this.house.spokesperson(),
      grants: [{ role: 'administrator', organId: null, office: false }],
    });
  }

  /** A person authorises again where the old authorisation has ended for good. */
  async mend(account: PlatformAccount): Promise<void> {
    if (account === 'weibo') await this.#authoriseWeibo();
  }

  async choose(deliveryId: string, alternative: string): Promise<void> {
    await new ChooseAlternative(this.#deeds()).perform(deliveryId, alternative, this.house.spokesperson());
  }

  /** A day or an hour before a scheduled release: is each of its accounts looked at? */
  preflight(): Preflight {
    const { database, clock } = this;
    const { accounts } = this.house;
    return new Preflight({
      ...{ database, accounts, clock, releases: new ReleaseStore(), examine: this.examiner() },
      store: new PreflightStore(),
      lease: new TickLease('preflight-tick'),
      notifier: new Notifier(clock, 'koujing.example'),
      log: { info: () => undefined, warn: () => undefined },
    });
  }

  examiner(): ExamineAccount {
    return new ExamineAccount({
      database: this.database,
      channels: new Map(this.#channels.map((channel) => [channel.manifest.channel, channel])),
      tokens: new TokenStore(this.house.box),
      quotas: new QuotaStore('Asia/Shanghai'),
      health: new AccountHealthStore(),
      ports: this.ports,
    });
  }

  /** Mails what persons are to be told, through the sandbox. */
  mailer(): MailNotices {
    const server = { ...this.sandbox.smtp, secure: false, timeoutMs: 5_000 };
    return new MailNotices({
      ...{ database: this.database, clock: this.clock, mail: this.ports.mail },
      notifications: new NotificationStore(),
      settings: { from: 'koujing@city.gov.example', server },
    });
  }

  get channels(): readonly Channel[] {
    return this.#channels;
  }

  travel(milliseconds: number): Promise<void> {
    return this.travelDatabase(milliseconds);
  }

  /** The next case finds a new day, working accounts, an empty portal and no faults. */
  async newDay(): Promise<void> {
    this.sandbox.faults.clear();
    const { queries } = this.database;
    for (const table of leftByOne) await queries.deleteFrom(table).execute();
    await queries
      .updateTable('account')
      .set({ breaker: 'closed', breaker_failures: 0, breaker_until: null, breaker_reason: null })
      .execute();
    await this.travel(25 * 3_600_000);
  }

  async close(): Promise<void> {
    await this.#worker?.stop();
    await this.sandbox.close();
    await this.house.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #work(): Promise<void> {
    const worker = (this.#worker ??= this.#started());
    worker.wake();
    await worker.idle();
  }

  #started(): Worker {
    const worker = assembleWorker({
      database: this.database,
      audit: this.house.audit,
      channels: this.#channels,
      ports: this.ports,
      pictures: { find: async () => [] },
      notifier: new Notifier(this.clock, 'koujing.example'),
      box: this.house.box,
      name: 'one',
      wall: this.clock,
      timeZone: 'Asia/Shanghai',
      concurrency: 4,
      changed: () => undefined,
    });
    worker.start();
    return worker;
  }

  #deeds(): DeedParts {
    return {
      database: this.database,
      deliveries: this.house.deliveries,
      accounts: this.house.accounts,
      releases: new ReleaseStore(),
      audit: this.house.audit,
      jobs: new InlineJobs([{ name: 'dispatch', policy: 'each' }], this.clock),
      amendments: this.house.amendments,
      advance: this.house.advance,
      audience: new Audience(this.clock),
      opensTheWay: (channel) => channel === 'portal',
    };
  }

  async #authoriseWeibo(): Promise<void> {
    const channel = new WeiboChannel();
    const account = this.#accounts().find(({ id }) => id === 'weibo');
    const settings = channel.manifest.settings.parse(account?.settings);
    const secrets = channel.manifest.secrets.parse(account?.secrets);
    const { ports } = this;
    if ((await channel.authorise({ settings, secrets, ports })).kind === 'authorised') return;
    const consent = new URL(authoriseUrl(settings, 'state'));
    consent.searchParams.set('decision', 'allow');
    const answer = await fetch(consent, { redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const fresh = await exchangeCode(code, { settings, secrets, ports });
    if (fresh.kind !== 'authorised') throw new Error(JSON.stringify(fresh));
    this.#weiboToken = fresh.authorisation.token;
    await this.#saveAccounts();
  }

  async #furnish(): Promise<void> {
    const { queries } = this.database;
    for (const [username, role] of [
      ['coordinator', 'coordinator'],
      ['administrator', 'administrator'],
    ] as const) {
      const person = {
        id: username,
        username,
        name: username,
        email: '',
        password_hash: '',
        disabled: false,
      };
      await queries.insertInto('person').values(person).execute();
      await queries.insertInto('role_grant').values({ person_id: username, organ_id: null, role }).execute();
    }
    await this.#saveAccounts();
  }

  async #saveAccounts(): Promise<void> {
    for (const account of this.#accounts())
      await this.house.accounts.save(this.database.queries, {
        ...account,
        name: account.id,
        organId: null,
        enabled: true,
      });
  }

  #accounts() {
    return faultAccounts(this.sandbox, { root: this.folder, weiboToken: this.#weiboToken });
  }
}
