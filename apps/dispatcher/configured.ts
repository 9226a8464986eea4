import { join, resolve } from 'node:path';
import { alertSettingsOf } from '@koujing/alert';
import { startPortal } from '../portal/portal.js';
import { configuredPortal } from '../portal/configured-portal.js';
import { openEmbedded, openPostgres } from '@koujing/database';
import { wantsTls } from '@koujing/channels/email';
import { SystemClock } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { readCityFiles, readCommonPasswords, readInternalCa, readOrganAccount } from './city-files.js';
import { applyAccounts } from './account-config.js';
import { takeBackupOrders } from './backup-order.js';
import { Clamd, clamdPlace } from './clamd.js';
import { DiskWatch } from './door/disk-watch.js';
import { firstPasswordList } from './first-password-list.js';
import { refuseTakenPort } from './boot-error.js';
import { portalAccountId } from './portal-index.js';
import { openLog } from './log.js';
import { applyMedia } from './media-register.js';
import { baseOf, replicaFrom, type Mode } from './mode.js';
import { openingAll, type Opened } from './opened.js';
import { portFrom } from './ports.js';
import { projectRoot } from './project-root.js';
import { applyRegister, withOfficeNames } from './register.js';
import { refuseUnstaffed } from './refuse-unstaffed.js';
import { keyFromFile } from './key-file.js';
import { takeKeyOrders } from './key-rotation.js';
import { auditKeyFrom, cryptoSuiteFrom, keyFromEnvironment, proveKey } from './secret-key.js';
import { openServer } from './server.js';
import { rolesFrom, sections } from './server-settings.js';
import { stampAs } from './stamp.js';

/** The city's own system: its configuration, its database, real hosts. No demo data, no sandbox. */
export const startConfigured = (
  mode: Extract<Mode, { kind: 'configured' }>,
  environment: NodeJS.ProcessEnv,
): Promise<() => Promise<void>> => openingAll((opened) => openConfigured(mode, environment, opened));

const openConfigured = async (
  mode: Extract<Mode, { kind: 'configured' }>,
  environment: NodeJS.ProcessEnv,
  opened: Opened,
): Promise<void> => {
  const log = openLog('info');
  const paths = [join(projectRoot, 'config', 'default.yaml'), ...(mode.file === null ? [] : [mode.file])];
  const settings = loadSettings(sections, { paths, environment });
  const base = baseOf(mode.file, process.cwd());
  const directory = resolve(base, environment['KOUJING_DATA'] ?? settings.data.directory);
  const { city, server: web } = settings;
  const held =
    environment['KOUJING_ROLES'] === undefined ? web.roles : rolesFrom(environment['KOUJING_ROLES']);
  const port = portFrom(environment, 'KOUJING_PORT', web.port);
  const portalPort = portFrom(environment, 'KOUJING_PORTAL_PORT', web.portalPort);
  const givenKey = keyFromEnvironment(environment);
  const signing = { auditKey: auditKeyFrom(environment), cryptoSuite: cryptoSuiteFrom(environment) };
  const { rules, register, media } = readCityFiles({ rules: city.rules, register: settings.register }, base);
  const organAccount = readOrganAccount(settings.access.organAccount, base);
  const commonPasswords = readCommonPasswords(settings.access.commonPasswords, base);
  const internalCa = readInternalCa(settings.internalCa, base);
  const { bucket } = settings.data;
  const portal = configuredPortal({ city, server: { ...web, portalPort }, data: { directory, bucket } });
  const serves = held.includes('web');
  const named = replicaFrom(environment, settings.data, mode.databaseUrl);
  // Only what a web process answers is read there.
  const replica = serves ? named : null;
  if (serves) {
    await refuseTakenPort(web.host, port, { zh: '控制台', en: 'console' });
    if (bucket === undefined) await refuseTakenPort(web.host, portalPort, { zh: '门户', en: 'portal' });
  }
  const database =
    mode.databaseUrl === null
      ? await openEmbedded(directory)
      : await openPostgres(mode.databaseUrl, {
          replica: replica === null ? null : { ...replica, told: (event, fields) => log.warn(event, fields) },
        });
  opened.onClose(() => database.close());
  await stampAs(database, 'configured');
  const box = givenKey ?? keyFromFile(directory);
  await proveKey(database, box);
  const source = { box, directory: givenKey === null ? directory : null };
  const clock = new SystemClock();
  const server = await openServer({
    ...{ database, clock, box },
    roles: held,
    disk: new DiskWatch([directory, ...(bucket === undefined ? [portal.root] : [])]),
    followsKey: mode.databaseUrl === null ? null : source,
    ...signing,
    log,
    host: web.host,
    port,
    consoleUrl: web.consoleUrl || `http://${web.host}:${port}`,
    ...(web.newsroomUrl === '' ? {} : { newsroomUrl: web.newsroomUrl.replace(/\/+$/u, '') }),
    ...{ trustProxy: web.trustProxy, requestsPerMinute: web.requestsPerMinute },
    ...{ portalUrl: portal.baseUrl, commonPasswords, access: settings.access },
    ...(city.accent !== undefined && { consoleAccent: city.accent }),
    cityNames: [city.name, city.portal.siteName, city.numberPrefix],
    ...(organAccount === null ? {} : { organAccount }),
    ...{ bucket: bucket ?? null, internalCa },
    ...scanning(settings.antivirus.clamd),
    rules,
    numberPrefix: city.numberPrefix,
    timeZone: city.timeZone,
    returns: settings.mail.returns ?? null,
    metricsToken: environment['KOUJING_METRICS_TOKEN'] || null,
    alerts: alertSettingsOf(settings.alerts, { city: city.name, portalUrl: portal.baseUrl, demo: false }),
    innerChatHosts: settings.chats.innerHosts,
    innerWatchHosts: settings.watch.innerHosts,
    innerSubscriberHosts: settings.subscriptions.innerHosts,
    noticeMail: { from: settings.mail.from, server: mailServer(settings.mail.server) },
  });
  opened.onClose(() => server.close());
  if (mode.databaseUrl === null) {
    opened.onClose(takeBackupOrders(database, directory, { clock, log }));
    opened.onClose(takeKeyOrders(database, directory, { source, clock, log }));
  }
  if (register !== null) {
    const organsFile = resolve(base, settings.register.organs ?? '');
    const { people } = server.cases;
    const known = {
      actors: await people.actors(database.queries),
      disabled: await people.disabled(database.queries),
    };
    refuseUnstaffed(register, rules.signOff, { organsFile, known });
    const keep = firstPasswordList(directory, (line) => console.log(line));
    await applyRegister(server.cases, withOfficeNames(register, city.office), { keep });
  }
  if (media !== null) await applyMedia(database, server.media.importMedia, media);
  const configured = [
    {
      id: portalAccountId,
      name: city.portal.siteName,
      channel: 'portal',
      settings: { ...portal },
      secrets: {},
    },
    ...settings.accounts,
  ];
  await applyAccounts(database, server.dispatch.accounts, server.channels, { configured, box });
  // A bucket is served by the store.
  const site =
    serves && bucket === undefined
      ? await startPortal({
          host: web.host,
          port: portalPort,
          settings: portal,
          dispatcher: { address: `http://${ownHost(web.host)}:${port}`, internalCa: null },
        })
      : null;
  if (site !== null) opened.onClose(() => site.close());
  const { address } = await server.start();
  console.log(`口径已启动，角色：${held.join('、')}。 Koujing is up (${held.join(', ')}).`);
  if (address !== null)
    console.log(`  控制台 console  ${address}\n  门户   portal   ${site?.url ?? portal.baseUrl}`);
};

/** How this process reaches itself when it listens everywhere. */
const ownHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

type MailSettings = {
  host: string;
  port: number;
  secure: boolean;
  plainText: boolean;
  timeoutMs: number;
  user?: string | undefined;
  password?: string | undefined;
};

/** The settings have said already whether it is a place. */
const scanning = (given: string | undefined) => {
  const place = given === undefined ? null : clamdPlace(given);
  if (place === null) return {};
  const clamd = new Clamd(place);
  return { scan: (bytes: Uint8Array) => clamd.check(bytes) };
};

/** The house's own mail goes as that of its accounts. */
const mailServer = ({ user, password, plainText, ...server }: MailSettings) => ({
  ...server,
  requireTls: wantsTls({ host: server.host, plainText }),
  ...(user === undefined ? {} : { user }),
  ...(password === undefined ? {} : { password }),
});
