import { alertSettingsOf } from '@koujing/alert';
import { join, resolve } from 'node:path';
import { configuredPortal } from '../../portal/configured-portal.js';
import { startPortal } from '../../portal/portal.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import { openEmbedded } from '@koujing/database';
import { SystemClock } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { applyAccounts } from '../account-config.js';
import { takeBackupOrders } from '../backup-order.js';
import { DiskWatch } from '../door/disk-watch.js';
import { refuseTakenPort } from '../boot-error.js';
import { portalAccountId } from '../portal-index.js';
import { loadCityRules } from '../city-rules.js';
import { openLog } from '../log.js';
import { openingAll, type Opened } from '../opened.js';
import { portFrom } from '../ports.js';
import { projectRoot } from '../project-root.js';
import { applyMedia } from '../media-register.js';
import { applyRegister } from '../register.js';
import { keyFromFile } from '../key-file.js';
import { takeKeyOrders } from '../key-rotation.js';
import { proveKey } from '../secret-key.js';
import { openServer } from '../server.js';
import { sections } from '../server-settings.js';
import { stampAs } from '../stamp.js';
import { demoAccounts } from './demo-accounts.js';
import { showCheck } from './check-show.js';
import { demoAccountsOf, demoPassword, readDemoCity, type DemoCity } from './demo-city.js';
import { DEMO_ACCOUNTS, DemoController } from './demo.controller.js';
import { showDispatch } from './dispatch-show.js';
import { seedDemo } from './seed-demo.js';
import { finishSeeding, seedingOf } from './seeding.js';
import { Terminal } from './terminal.js';

const host = '127.0.0.1';

/** Everything in one process, on 127.0.0.1 only, with a city to look at and a sandbox in place of the platforms. */
export const startDemo = (environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> =>
  openingAll((opened) => openDemo(environment, opened));

const openDemo = async (environment: NodeJS.ProcessEnv, opened: Opened): Promise<void> => {
  const clock = new SystemClock();
  const settings = loadSettings(sections, {
    paths: [join(projectRoot, 'config', 'default.yaml')],
    environment,
  });
  const { city, server: web } = settings;
  const directory = resolve(environment['KOUJING_DATA'] ?? join(settings.data.directory, 'demo'));
  const port = portFrom(environment, 'KOUJING_PORT', web.port);
  const portalPort = portFrom(environment, 'KOUJING_PORTAL_PORT', web.portalPort);
  const sandboxPorts = {
    http: portFrom(environment, 'KOUJING_SANDBOX_PORT', 8090),
    smtp: portFrom(environment, 'KOUJING_SMTP_PORT', 2525),
  };
  await refuseTakenPort(host, port, { zh: '控制台', en: 'console' });
  await refuseTakenPort(host, portalPort, { zh: '门户', en: 'portal' });
  await refuseTakenPort(host, sandboxPorts.http, { zh: '沙箱', en: 'sandbox' });
  await refuseTakenPort(host, sandboxPorts.smtp, { zh: '沙箱邮件', en: 'sandbox mail' });
  const database = await openEmbedded(directory);
  opened.onClose(() => database.close());
  await stampAs(database, 'demo');
  const box = keyFromFile(directory);
  await proveKey(database, box);
  const progress = await seedingOf(database, clock);
  const sandbox = await startSandbox({
    host,
    httpPort: sandboxPorts.http,
    smtpPort: sandboxPorts.smtp,
    directory: join(directory, 'sandbox'),
  });
  opened.onClose(() => sandbox.close());
  const portal = configuredPortal({ city, server: { ...web, host, portalPort }, data: { directory } });
  const site = await startPortal({
    ...{ host, port: portalPort, settings: portal },
    dispatcher: { address: `http://${host}:${port}`, internalCa: null },
  });
  opened.onClose(() => site.close());
  const demo = readDemoCity(join(projectRoot, 'config', 'demo'));
  const server = await openServer({
    database,
    clock,
    roles: ['web', 'worker', 'scheduler'],
    box,
    disk: new DiskWatch([directory]),
    log: openLog('warn'),
    host,
    port,
    consoleUrl: `http://${host}:${port}`,
    portalUrl: portal.baseUrl,
    rules: loadCityRules(city.rules),
    numberPrefix: city.numberPrefix,
    timeZone: city.timeZone,
    alerts: alertSettingsOf(settings.alerts, { city: city.name, portalUrl: portal.baseUrl, demo: true }),
    returns: { host, port: 0 },
    noticeMail: { from: settings.mail.from, server: { ...sandbox.smtp, secure: false, timeoutMs: 10_000 } },
    controllers: [DemoController],
    providers: [{ provide: DEMO_ACCOUNTS, useValue: demoAccountsOf(demo) }],
  });
  opened.onClose(() => server.close());
  const log = openLog('warn');
  opened.onClose(takeBackupOrders(database, directory, { clock, log }));
  opened.onClose(takeKeyOrders(database, directory, { source: { box, directory }, clock, log }));
  await applyRegister(server.cases, demo, { shared: demoPassword });
  await applyMedia(database, server.media.importMedia, demo.media);
  const configured = [
    {
      id: portalAccountId,
      name: city.portal.siteName,
      channel: 'portal',
      settings: { ...portal },
      secrets: {},
    },
    ...demoAccounts(sandbox, `http://${host}:${port}`),
  ];
  await applyAccounts(database, server.dispatch.accounts, server.channels, { configured, box });
  const terminal = new Terminal();
  if (!progress.done) showCheck(demo, progress.since, terminal);
  const { returns } = await server.start();
  sandbox.sendReturnsTo(returns);
  if (!progress.done) {
    const { approved } = await seedDemo(server, demo, portal, progress.since);
    await showDispatch(server, demo, approved, terminal);
    await finishSeeding(database);
  }
  sayWhereToGo(demo, { console: port, portal: site.url, sandbox: sandbox.httpUrl }, terminal);
};

interface Addresses {
  readonly console: number;
  readonly portal: string;
  readonly sandbox: string;
}

const sayWhereToGo = (city: DemoCity, addresses: Addresses, terminal: Terminal): void => {
  terminal.heading('完成', 'Done');
  terminal.line(`   控制台 console  http://${host}:${addresses.console}`);
  terminal.line(`   门户   portal   ${addresses.portal}`);
  terminal.line(
    `   沙箱   sandbox  ${addresses.sandbox}  （微博、微信、媒体邮箱的替身 / stands in for the platforms）`,
  );
  terminal.line(`   账号 accounts（密码 password：${demoPassword}）`);
  for (const { username, name, organ } of demoAccountsOf(city))
    terminal.line(`     ${username.padEnd(20)} ${name}（${organ}）`);
  terminal.line('   按 Ctrl+C 停止，数据会保留。 Ctrl+C stops; the data stay.');
};
