import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal, type RunningPortal } from '../../apps/portal/portal.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/sandbox.js';
import { applyAccounts } from '../../apps/dispatcher/account-config.js';
import { demoAccounts } from '../../apps/dispatcher/demo/demo-accounts.js';
import { demoPassword, readDemoCity } from '../../apps/dispatcher/demo/demo-city.js';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import type { DiskWatch } from '../../apps/dispatcher/door/disk-watch.js';
import { openLog } from '../../apps/dispatcher/log.js';
import { applyRegister } from '../../apps/dispatcher/register.js';
import { openServer, type Server } from '../../apps/dispatcher/server.js';
import type { Role } from '../../apps/dispatcher/server-settings.js';
import type { AccessPolicy, OrganAccountSettings } from '@koujing/access';
import { portalSettings, type PortalSettings } from '@koujing/channels/portal';
import type { LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { secretBoxFrom } from '@koujing/dispatch';
import { SystemClock, type Clock } from '@koujing/kernel';
import { emptyHouse } from './empty-house.js';
import { Person } from './person.js';
import type { Desk } from './release-way.js';

export interface CityOptions {
  readonly clock?: Clock;
  /** The platforms tell the time by it; the machine’s without it. */
  readonly sandboxClock?: Clock;
  /** Kept open by the caller; without it a database in memory is opened and closed. */
  readonly database?: Database;
  readonly roles?: readonly Role[];
  /** The rules file of the city; the measures without it. */
  readonly rules?: string;
  /** What every uploaded file is shown to. */
  readonly scan?: (bytes: Uint8Array) => Promise<void>;
  /** Sites inside that may be read: those of a test stand on this machine. */
  readonly innerWatchHosts?: readonly string[];
  readonly log?: LogPort;
  /** Whether what is done can be kept. */
  readonly disk?: DiskWatch;
  /** Where the portal's pages lie; a folder of its own without it. */
  readonly folder?: string;
  /** Requests at once. */
  readonly mostAtOnce?: number;
  /** Of one session. */
  readonly requestsPerMinute?: number;
  /** Hosts inside to which events may be sent. */
  readonly innerSubscriberHosts?: readonly string[];
  /** The port of the console, where its address is to be known beforehand. */
  readonly port?: number;
  /** The organ's identity provider. */
  readonly organAccount?: OrganAccountSettings;
  /** Who needs more than a password, and whether two administrators are asked for. */
  readonly access?: AccessPolicy;
}

/** The whole house in this process, on free ports, with the demo city's organs and people and the sandbox outside. */
export interface City {
  readonly address: string;
  readonly sandbox: Sandbox;
  readonly portalUrl: string;
  /** The folder that the public portal serves: what somebody with a shell could change. */
  readonly portalRoot: string;
  readonly server: Server;
  readonly database: Database;
  /** Another process of the same house, on the same database; closed with the city. */
  anotherProcess(roles: readonly Role[]): Promise<Server>;
  /** The public portal goes away and comes back on the same port. */
  stopPortal(): Promise<void>;
  startPortal(): Promise<void>;
  /** Signs in once and stays. */
  as(username: string): Promise<Person>;
  /** A session of its own, opened now. */
  signIn(username: string): Promise<Person>;
  /** Drafter, reviewer and approver of an organ of the demo register. */
  desk(organ: 'education' | 'water' | 'traffic-police' | 'emergency'): Promise<Desk>;
  close(): Promise<void>;
}

/** Those of an organ who read before the leader's word, where the city's chain asks for three reviews. */
const textReviewers = async (prefix: string, as: (username: string) => Promise<Person>) => ({
  firstReview: await as(`${prefix}reviewer-1`),
  secondReview: await as(`${prefix}reviewer-2`),
  finalReview: await as(`${prefix}deputy`),
});

/** What the city believes to be its address. */
export const consoleUrl = 'http://127.0.0.1:3000';
const key = Buffer.alloc(32, 7).toString('base64');
const register = readDemoCity(join(process.cwd(), 'config', 'demo'));
const prefixes = {
  education: '',
  water: 'water',
  'traffic-police': 'traffic',
  emergency: 'emergency',
} as const;

/** The demo city has people enough for three reviews in one organ; under such a chain the others need them too. */
const furtherReviewers = (['water', 'traffic-police', 'emergency'] as const).flatMap((organ) =>
  [
    { name: 'reviewer-1', role: 'reviewer' as const },
    { name: 'reviewer-2', role: 'reviewer' as const },
    { name: 'deputy', role: 'approver' as const },
  ].map(({ name, role }) => ({
    ...{ username: `${prefixes[organ]}-${name}`, name: `${prefixes[organ]}-${name}` },
    ...{ organ, roles: [role] },
  })),
);

const registerFor = (rules: string): typeof register =>
  rules === 'guizhou'
    ? {
        ...register,
        people: { ...register.people, people: [...register.people.people, ...furtherReviewers] },
      }
    : register;

export const media = register.media.reporters.map(({ address }) => address);

export const startCity = async (options: CityOptions = {}): Promise<City> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'koujing-city-'));
  const database = options.database ?? (await emptyHouse());
  const sandbox = await startSandbox({
    ...{ httpPort: 0, smtpPort: 0 },
    ...(options.sandboxClock === undefined ? {} : { clock: options.sandboxClock }),
  });
  const settings = (baseUrl: string): PortalSettings =>
    portalSettings.parse({
      root: join(folder, 'portal'),
      baseUrl,
      siteName: '滨海市人民政府门户网站',
      siteDomain: 'www.binhai.gov.example',
      siteIdCode: 'bm00000001',
      host: '滨海市人民政府办公室',
    });
  let portal: RunningPortal = await startPortal({
    host: '127.0.0.1',
    port: 0,
    settings: settings('http://127.0.0.1'),
  });
  const portalUrl = portal.url;
  const portalPort = Number(new URL(portalUrl).port);
  const box = secretBoxFrom(key);
  const open = (roles: readonly Role[]): Promise<Server> =>
    openServer({
      ...{ database, roles, box, portalUrl },
      ...(options.scan === undefined ? {} : { scan: options.scan }),
      ...(options.disk === undefined ? {} : { disk: options.disk }),
      ...(options.organAccount === undefined ? {} : { organAccount: options.organAccount }),
      ...(options.access === undefined ? {} : { access: options.access }),
      ...(options.mostAtOnce === undefined ? {} : { mostAtOnce: options.mostAtOnce }),
      ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
      clock: options.clock ?? new SystemClock(),
      log: options.log ?? openLog('silent'),
      host: '127.0.0.1',
      port: options.port ?? 0,
      consoleUrl: options.port === undefined ? consoleUrl : `http://127.0.0.1:${options.port}`,
      rules: loadCityRules(options.rules ?? 'measures'),
      numberPrefix: '滨新发',
      timeZone: 'Asia/Shanghai',
      innerWatchHosts: options.innerWatchHosts ?? [],
      innerSubscriberHosts: options.innerSubscriberHosts ?? [],
      returns: { host: '127.0.0.1', port: 0 },
      noticeMail: {
        from: 'koujing@binhai.gov.example',
        server: { ...sandbox.smtp, secure: false, timeoutMs: 10_000 },
      },
    });
  const server = await open(options.roles ?? ['web', 'worker', 'scheduler']);
  await applyRegister(server.cases, registerFor(options.rules ?? 'measures'), {
    shared: demoPassword,
  });
  const portalAccount = {
    ...{ id: 'portal', name: '滨海市政府门户', channel: 'portal', secrets: {} },
    settings: settings(portalUrl),
  };
  await applyAccounts(database, server.dispatch.accounts, server.channels, {
    configured: [portalAccount, ...demoAccounts(sandbox, consoleUrl)],
    box,
  });
  const { address, returns } = await server.start();
  sandbox.sendReturnsTo(returns);
  const others: Server[] = [];
  const people = new Map<string, Promise<Person>>();
  const signIn = (username: string): Promise<Person> => Person.signIn(address ?? '', username, demoPassword);
  const as = (username: string): Promise<Person> => {
    const known = people.get(username) ?? signIn(username);
    people.set(username, known);
    return known;
  };
  return {
    address: address ?? '',
    sandbox,
    portalUrl,
    portalRoot: join(folder, 'portal'),
    server,
    database,
    as,
    signIn,
    anotherProcess: async (roles) => {
      const another = await open(roles);
      await another.start();
      others.push(another);
      return another;
    },
    stopPortal: () => portal.close(),
    startPortal: async () => {
      portal = await startPortal({ host: '127.0.0.1', port: portalPort, settings: settings(portalUrl) });
    },
    desk: async (organ) => {
      const prefix = prefixes[organ];
      const named = (role: string): string =>
        prefix === '' ? role : role === 'drafter' ? prefix : `${prefix}-${role}`;
      return {
        drafter: await as(named('drafter')),
        reviewer: await as(named('reviewer')),
        approver: await as(named('approver')),
        publisher: await as(prefix === '' ? 'spokesperson' : named('approver')),
        ...(prefix === '' || options.rules === 'guizhou'
          ? { textReviewers: await textReviewers(prefix === '' ? '' : `${prefix}-`, as) }
          : {}),
      };
    },
    close: async () => {
      for (const another of others) await another.close();
      await server.close();
      await portal.close();
      await sandbox.close();
      if (options.database === undefined) await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
