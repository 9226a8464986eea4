import { AuditTrail } from '@koujing/audit';
import type { Channel } from '@koujing/channel';
import { json, type Database, type Queries } from '@koujing/database';
import type { Actor } from '@koujing/access';
import type { Jobs } from '@koujing/jobs';
import { newId, SystemClock, type Clock } from '@koujing/kernel';
import { OrganStore } from '@koujing/organ';
import {
  AccountStore,
  AdvanceAmendments,
  AmendmentStore,
  assembleWorker,
  Crew,
  DeliveryStore,
  insertPlan,
  plan,
  RenditionStore,
  secretBoxFrom,
  type ListedDelivery,
  type PersonMessage,
  type PublishRelease,
  type Share,
  type Worker,
} from '@koujing/dispatch';
import type { TestDatabase } from '../support/engines.js';
import type { Platform } from './dispatch-platform.js';
import { publisherOf, type Said } from './house-publisher.js';
import { insertVersion } from './house-version.js';
import { idlePorts } from './idle-ports.js';

/** A ledger on a real database, platforms that count what they took, and workers that can be left hanging. */
export class House {
  readonly clock = new SystemClock();
  readonly audit = new AuditTrail(this.clock);
  readonly box = secretBoxFrom('ab'.repeat(32));
  readonly accounts = new AccountStore(this.box);
  readonly deliveries = new DeliveryStore();
  readonly amendments = new AmendmentStore();
  readonly advance = new AdvanceAmendments(this.amendments, this.audit);
  readonly notices: PersonMessage[] = [];
  readonly #workers: Pick<Worker, 'stop'>[] = [];
  #releases = 0;
  #gateSeq = 0;

  platforms: readonly Platform[] = [];

  private constructor(
    private readonly test: TestDatabase,
    readonly person = newId(),
    readonly organ = newId(),
  ) {}

  static async open(test: TestDatabase): Promise<House> {
    const house = new House(test);
    await house.#furnish();
    return house;
  }

  /** The same house again on a database that was restored from it. */
  restoredOn(test: TestDatabase): House {
    const house = new House(test, this.person, this.organ);
    house.platforms = this.platforms;
    house.#releases = this.#releases;
    return house;
  }

  /** One account per platform, called like its channel. */
  async connect(...platforms: readonly Platform[]): Promise<void> {
    this.platforms = platforms;
    for (const { manifest } of platforms)
      await this.accounts.save(this.database.queries, {
        id: manifest.channel,
        organId: this.organ,
        channel: manifest.channel,
        name: manifest.name.zh,
        settings: {},
        secrets: {},
        enabled: true,
      });
  }

  /** Ends the workers and empties the ledger, so that the next test finds a new house at little cost. */
  async clear(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.stop()));
    this.notices.length = 0;
    for (const table of [
      'manual_step',
      'delivery_attempt',
      'delivery',
      'amendment',
      'quota',
      'token',
      'published_page',
      'proposed_time',
      'release_version',
      'release',
      'account',
      'rendition',
      'lease',
      'house',
    ] as const)
      await this.database.queries.deleteFrom(table).execute();
  }

  get database(): Database {
    return this.test.database;
  }

  worker(
    name = 'one',
    more: { wall?: Clock; concurrency?: number; channels?: readonly Channel[] } = {},
  ): Worker {
    const { wall = this.clock, channels = this.platforms, concurrency = 4 } = more;
    const worker = assembleWorker({ ...this.#workshop(name), wall, channels, concurrency });
    this.#workers.push(worker);
    return worker;
  }

  /** A process's workers with places of their own for posts and for mails. */
  crew(places: { readonly posts: number; readonly mails: number }): Crew {
    const crew = new Crew({ ...this.#workshop('crew'), channels: this.platforms, ...places });
    this.#workers.push(crew);
    return crew;
  }

  #workshop(name: string) {
    return {
      ...{ database: this.database, audit: this.audit, box: this.box, wall: this.clock, name },
      ports: idlePorts(this.clock),
      pictures: { find: async () => [] },
      notifier: {
        notify: async (_: Queries, message: PersonMessage) => void this.notices.push(message),
      },
      timeZone: 'Asia/Shanghai',
      changed: () => undefined,
    };
  }

  /** A release with its current version, as the steps before dispatch leave it. */
  async approved(
    more: {
      readonly state?: string;
      readonly scheduledAt?: Date;
      readonly accountIds?: readonly string[];
    } = {},
  ): Promise<string> {
    const id = newId();
    const at = this.clock.now();
    this.#releases += 1;
    const title = '关于临时停水的通知';
    const text = '因管道检修，11月24日22时至次日6时新桥街道临时停水，请提前储水。';
    await this.database.queries
      .insertInto('release')
      .values({
        id,
        number: `测发〔2026〕${this.#releases}号`,
        organ_id: this.organ,
        kind: 'routine',
        state: more.state ?? 'approved',
        version: 1,
        released_version: more.state === 'released' ? 1 : null,
        title,
        joint_organ_ids: json([]),
        drafted_by: this.person,
        revision: 1,
        scheduled_at: more.scheduledAt ?? null,
        created_at: at,
        updated_at: at,
      })
      .execute();
    await insertVersion(this.database.queries, {
      ...{ id, title, text, at, draftedBy: this.person },
      accountIds: more.accountIds ?? this.platforms.map(({ manifest }) => manifest.channel),
    });
    return id;
  }

  /** The click, with a gate and a sign-off that say what the test wants. */
  publisher(jobs: Jobs, says: Said = {}, channels: readonly Channel[] = this.platforms): PublishRelease {
    return publisherOf(this, jobs, says, channels);
  }

  nextGateSeq(): number {
    this.#gateSeq += 1;
    return this.#gateSeq;
  }

  spokesperson(): Actor {
    return {
      personId: this.person,
      name: '周文',
      grants: [{ role: 'spokesperson', organId: this.organ, office: false }],
    };
  }

  /** Plans one release over these platforms and answers its id. */
  async release(
    platforms: readonly Platform[] = this.platforms,
    recipients: readonly string[] = [],
  ): Promise<string> {
    const id = await this.approved({ state: 'released' });
    const shares = platforms.map((platform): Share => {
      const { channel, perRecipient, waitsForPortal } = platform.manifest;
      return { accountId: channel, channel, rendition: platform.preview(), perRecipient, waitsForPortal };
    });
    await this.database.transaction(async (queries) => {
      const renditions = shares.map(({ rendition }) => rendition);
      await new RenditionStore().save(queries, renditions);
      const portalUrl = `http://127.0.0.1/r/${id}.html`;
      await insertPlan(
        queries,
        plan({ releaseId: id, version: 1, portalUrl, urgent: false, shares, recipients }),
      );
    });
    return id;
  }

  async rows(releaseId: string): Promise<readonly ListedDelivery[]> {
    const { items } = await this.deliveries.ofRelease(this.database.queries, {
      releaseId,
      page: 1,
      pageSize: 20_000,
    });
    return items;
  }

  async row(releaseId: string, channel: string): Promise<ListedDelivery> {
    const found = (await this.rows(releaseId)).find((row) => row.channel === channel);
    if (found === undefined) throw new Error(`no row of ${channel}`);
    return found;
  }

  /** As if the holder had died long ago: its lease is over, its next probe due. */
  async expireLeases(): Promise<void> {
    const longAgo = new Date(this.clock.now().getTime() - 60_000);
    await this.database.queries
      .updateTable('delivery')
      .set({ lease_until: longAgo })
      .where('lease_until', 'is not', null)
      .execute();
  }

  async until(
    releaseId: string,
    done: (rows: readonly ListedDelivery[]) => boolean,
  ): Promise<readonly ListedDelivery[]> {
    for (let tries = 0; tries < 500; tries += 1) {
      const rows = await this.rows(releaseId);
      if (done(rows)) return rows;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.rows(releaseId);
  }

  async untilState(releaseId: string, channel: string, state: string): Promise<ListedDelivery> {
    await this.until(releaseId, (rows) => rows.some((row) => row.channel === channel && row.state === state));
    return this.row(releaseId, channel);
  }

  async attempts(
    deliveryId: string,
  ): Promise<readonly { readonly outcome: string | null; readonly worker: string }[]> {
    return this.database.queries
      .selectFrom('delivery_attempt')
      .select(['outcome', 'worker'])
      .where('delivery_id', '=', deliveryId)
      .orderBy('ended_at')
      .execute();
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
    await this.test.drop();
  }

  async #furnish(): Promise<void> {
    const { queries } = this.database;
    await new OrganStore().save(queries, {
      id: this.organ,
      name: '滨海市水务局',
      shortName: '市水务局',
      aliases: [],
      kind: 'governmentDepartment',
      level: 'city',
      area: '',
      parentId: null,
      remit: [],
      releaseUnit: '',
      isOffice: false,
    });
    await queries
      .insertInto('person')
      .values({
        id: this.person,
        username: 'drafter',
        name: '周文',
        email: '',
        password_hash: '',
        disabled: false,
      })
      .execute();
  }
}
