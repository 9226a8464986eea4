import type { AuditTrail } from '@koujing/audit';
import type { Channel, ChannelPorts } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { AccountStore } from './account-store.sql.js';
import { AdvanceAmendments } from './advance-amendments.js';
import { AmendmentStore } from './amendment-store.sql.js';
import { AttemptRunner } from './attempt-runner.js';
import { Claiming } from './claiming.js';
import { ClaimStore, type Served } from './claim-store.sql.js';
import { LeaseStore } from './lease-store.sql.js';
import { Leases } from './leases.js';
import { Notices, type NotifierPort } from './notices.sql.js';
import { OutcomeStore } from './outcome-store.sql.js';
import type { PictureSource } from './pictures.js';
import { ProbeBudget } from './probe-budget.sql.js';
import { QuotaStore } from './quota-store.sql.js';
import { DomainRates } from './domain-rates.sql.js';
import { RenditionStore } from './rendition-store.sql.js';
import type { SecretBox } from './secret-box.js';
import { TokenStore } from './token-store.sql.js';
import { Worker } from './worker.js';

export interface WorkerHouse {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly channels: readonly Channel[];
  readonly ports: ChannelPorts;
  readonly pictures: PictureSource;
  readonly notifier: NotifierPort;
  readonly box: SecretBox;
  /** Names this process in leases, attempts and the audit trail. */
  readonly name: string;
  /** The machine's own clock, never the travelling one: leases and skew are told by it. */
  readonly wall: Clock;
  /** The city's, for quotas that end at midnight. */
  readonly timeZone: string;
  readonly concurrency: number;
  /** Whether what becomes of a try could be written down; without it, always. */
  readonly canKeep?: () => boolean;
  /** Absent: all rows. */
  readonly serves?: Served;
  readonly changed: (deliveryIds: readonly string[]) => void;
}

/** What asks a channel: by itself for who only wants to know, inside a worker for who sends. */
export const assembleRunner = (
  house: Pick<WorkerHouse, 'database' | 'box' | 'wall' | 'timeZone' | 'pictures' | 'ports'>,
) => {
  const { database, wall, box, pictures, ports } = house;
  const quotas = new QuotaStore(house.timeZone);
  const leases = new Leases(database, new LeaseStore(), wall);
  const runner = new AttemptRunner({
    ...{ database, leases, pictures, ports },
    renditions: new RenditionStore(),
    tokens: new TokenStore(box),
    budget: new ProbeBudget(quotas),
  });
  return { runner, quotas, leases };
};

/** Builds one process's worker from what the house provides. */
export const assembleWorker = (house: WorkerHouse): Worker => {
  const { database, audit, wall, box } = house;
  const channels = new Map(house.channels.map((channel) => [channel.manifest.channel, channel]));
  const { runner, quotas, leases } = assembleRunner(house);
  const ratesOf = (channel: string) => channels.get(channel)?.manifest.rates ?? [];
  const opensTheWay = (channel: string) => channels.get(channel)?.manifest.waitsForPortal === false;
  return new Worker(
    {
      database,
      channels,
      leases,
      quotas,
      wall,
      claiming: new Claiming({
        database,
        claims: new ClaimStore(database, audit, quotas, {
          ...{ worker: house.name, wall, ratesOf, serves: house.serves ?? 'all' },
          domainRates: new DomainRates(quotas, channels),
        }),
        accounts: new AccountStore(box),
        wall,
        log: house.ports.log,
        ...(house.canKeep === undefined ? {} : { canKeep: house.canKeep }),
      }),
      runner,
      outcomes: new OutcomeStore(database, audit, new Notices(house.notifier), {
        worker: house.name,
        opensTheWay,
        amendments: new AdvanceAmendments(new AmendmentStore(), audit),
      }),
      log: house.ports.log,
      changed: house.changed,
    },
    { concurrency: house.concurrency, jitter: () => Math.random() },
  );
};
