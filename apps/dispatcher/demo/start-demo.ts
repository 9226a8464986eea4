import { join, resolve } from 'node:path';
import { configuredPortal } from '../../portal/configured-portal.js';
import { startPortal } from '../../portal/portal.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import { openEmbedded } from '@koujing/database';
import { SystemClock } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { applyAccounts } from '../account-config.js';
import { refuseTakenPort } from '../boot-error.js';
import { portalAccountId } from '../channels.js';
import { openLog } from '../log.js';
import { projectRoot } from '../project-root.js';
import { applyRegister } from '../register.js';
import { openSecretBox } from '../secret-key.js';
import { openServer } from '../server.js';
import { sections } from '../server-settings.js';
import { stampAs } from '../stamp.js';
import { demoAccounts } from './demo-accounts.js';
import { readDemoCity } from './demo-city.js';

const host = '127.0.0.1';
const sandboxPorts = { http: 8090, smtp: 2525 };

/** Everything in one process, on 127.0.0.1 only, with a city to look at and a sandbox in place of the platforms. */
export const startDemo = async (environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> => {
  const settings = loadSettings(sections, {
    paths: [join(projectRoot, 'config', 'default.yaml')],
    environment,
  });
  const { city, server: web } = settings;
  const directory = resolve(environment['KOUJING_DATA'] ?? join(settings.data.directory, 'demo'));
  await refuseTakenPort(host, web.port, { zh: '控制台', en: 'console' });
  await refuseTakenPort(host, web.portalPort, { zh: '门户', en: 'portal' });
  await refuseTakenPort(host, sandboxPorts.http, { zh: '沙箱', en: 'sandbox' });
  await refuseTakenPort(host, sandboxPorts.smtp, { zh: '沙箱邮件', en: 'sandbox mail' });
  const database = await openEmbedded(directory);
  await stampAs(database, 'demo');
  const sandbox = await startSandbox({
    host,
    httpPort: sandboxPorts.http,
    smtpPort: sandboxPorts.smtp,
    directory: join(directory, 'sandbox'),
  });
  const portal = configuredPortal({ city, server: { ...web, host }, data: { directory } });
  const site = await startPortal({ host, port: web.portalPort, settings: portal });
  const server = await openServer({
    database,
    clock: new SystemClock(),
    roles: ['web', 'worker', 'scheduler'],
    box: openSecretBox({}, directory),
    log: openLog('warn'),
    host,
    port: web.port,
    consoleUrl: `http://${host}:${web.port}`,
    portalUrl: portal.baseUrl,
    numberPrefix: city.numberPrefix,
    timeZone: city.timeZone,
    noticeMail: { from: settings.mail.from, server: { ...sandbox.smtp, secure: false, timeoutMs: 10_000 } },
  });
  const demo = readDemoCity(join(projectRoot, 'config', 'demo'));
  await applyRegister(database, demo);
  await applyAccounts(database, server.dispatch.accounts, server.channels, [
    {
      id: portalAccountId,
      name: city.portal.siteName,
      channel: 'portal',
      settings: { ...portal },
      secrets: {},
    },
    ...demoAccounts(sandbox),
  ]);
  await server.start();
  return async () => {
    await server.close();
    await site.close();
    await sandbox.close();
    await database.close();
  };
};
