import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, ReplicaSettings } from '@koujing/database';
import type { AccessPolicy } from '@koujing/access';
import { AxiosHttp } from '@koujing/channel';
import type { SecretBox } from '@koujing/dispatch';
import { civilTime, Problem, SystemClock } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { Command } from 'commander';
import { readCommonPasswords, readInternalCa, readOrganAccount } from '../dispatcher/city-files.js';
import { baseOf, decideMode, replicaFrom } from '../dispatcher/mode.js';
import { projectRoot } from '../dispatcher/project-root.js';
import { hasKeyFile, keyFromFile } from '../dispatcher/key-file.js';
import { keyFromEnvironment } from '../dispatcher/secret-key.js';
import { sections } from '../dispatcher/server-settings.js';
import { BadInput, EXIT_FINDINGS } from './bad-input.js';
import {
  checkAdministrators,
  checkBreakGlass,
  checkClock,
  checkCredentials,
  checkHold,
  checkMigrations,
  checkRotation,
  checkRunningRole,
  checkServer,
  checkYears,
  mailInClear,
  yearsIn,
} from './doctor/database-checks.sql.js';
import { ill, warning, well, type Diagnosis } from './doctor/diagnosis.js';
import { checkDatabaseLine, checkMailLine } from './doctor/line-checks.js';
import { checkDirectory, checkDisk, checkNode, checkPort } from './doctor/machine-checks.js';
import { checkCommonPasswords } from './doctor/password-checks.js';
import { checkProvider, type ConfiguredProvider } from './doctor/provider-checks.js';
import { checkScanner } from './doctor/scanner-check.js';
import { checkReplica } from './doctor/replica-check.sql.js';
import { checkWatch } from './doctor/watch-check.sql.js';
import { checkTls, publicAddresses, type PublicAddress } from './doctor/tls-checks.js';
import { nameOf, openExisting, placeOf, type Place } from './open-data.js';
import { print } from './print.js';

interface DoctorOptions {
  readonly data?: string;
  readonly json?: true;
}

/** `koujing doctor`: what stands in the way of a start or of sending, each in a sentence with what to do. Changes nothing. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description(
      '检查运行环境、数据库、凭据和配置 (look at machine, database, credentials and configuration)',
    )
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run({ data, json }: DoctorOptions): Promise<void> {
  const found = await examine(data, process.env);
  await print(json ? `${JSON.stringify({ well: isWell(found), checks: found })}\n` : report(found));
  if (!isWell(found)) process.exitCode = EXIT_FINDINGS;
}

const isWell = (found: readonly Diagnosis[]): boolean => found.every(({ verdict }) => verdict !== 'ill');

/** @throws BadInput for a configuration that names no place at all */
export const examine = async (
  data: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<readonly Diagnosis[]> => {
  const settings = checkSettings(environment);
  const place = placeIn(data, environment);
  const node = checkNode(process.versions.node);
  if (place === null) return [node, ...settings.found];
  const directory = place.kind === 'embedded' ? [checkDisk(place.at), ...checkDirectory(place.at)] : [];
  const running = place.kind === 'embedded' && existsSync(join(place.at, 'koujing.lock'));
  return [
    ...[node, ...settings.found, ...directory],
    ...(await ports(settings.ports, running || place.kind === 'postgres')),
    ...(await Promise.all(settings.addresses.map((each) => checkTls(each, { clock: new SystemClock() })))),
    ...(await provider(settings.provider)),
    ...(settings.scanner === null ? [] : [await checkScanner(settings.scanner.clamd)]),
    ...(place.kind === 'postgres' ? [checkDatabaseLine(place.at)] : []),
    ...(await inDatabase(place, environment, settings)),
    ...(place.kind === 'postgres' && settings.replica !== null
      ? [await checkReplica(place.at, settings.replica)]
      : []),
  ];
};

interface Listening {
  readonly host: string;
  readonly port: number;
  readonly name: readonly [string, string];
}

type MailLine = Parameters<typeof checkMailLine>[0];

/** Every mistake of the configuration, as a start would tell it. */
const checkSettings = (
  environment: NodeJS.ProcessEnv,
): {
  readonly found: readonly Diagnosis[];
  readonly ports: readonly Listening[];
  readonly access: AccessPolicy | null;
  readonly provider: ConfiguredProvider | null;
  readonly addresses: readonly PublicAddress[];
  readonly replica: Omit<ReplicaSettings, 'told'> | null;
  readonly mail: MailLine | null;
  readonly scanner: { readonly clamd: string | undefined } | null;
} => {
  const mode = decideMode(environment, process.cwd());
  const file = mode.kind === 'configured' ? mode.file : null;
  const paths = [join(projectRoot, 'config', 'default.yaml'), ...(file === null ? [] : [file])];
  try {
    const { server, access, data, mail, internalCa, antivirus } = loadSettings(sections, {
      paths,
      environment,
    });
    const { host } = server;
    const base = baseOf(file, process.cwd());
    const organAccount = readOrganAccount(access.organAccount, base);
    readInternalCa(internalCa, base);
    const passwords = checkCommonPasswords(readCommonPasswords(access.commonPasswords, base));
    const port = Number(environment['KOUJING_PORT'] ?? server.port);
    return {
      found: [
        well(
          'configuration',
          file === null ? '没有自己的配置文件，使用默认值。' : `配置文件 ${file} 没有错误。`,
          file === null
            ? 'There is no configuration file; defaults apply.'
            : `The configuration ${file} has no mistakes.`,
        ),
        ...(mode.kind === 'configured' ? [passwords] : []),
      ],
      access: mode.kind === 'configured' ? access : null,
      mail: mail.server,
      scanner: mode.kind === 'configured' ? { clamd: antivirus.clamd } : null,
      addresses: publicAddresses(server),
      replica: replicaFrom(environment, data, mode.kind === 'configured' ? mode.databaseUrl : null),
      provider:
        organAccount === null
          ? null
          : { settings: organAccount, consoleUrl: server.consoleUrl || `http://${host}:${port}` },
      ports: [
        { host, port, name: ['控制台', 'console'] },
        {
          host,
          port: Number(environment['KOUJING_PORTAL_PORT'] ?? server.portalPort),
          name: ['门户', 'portal'],
        },
      ],
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      found: error.reasons.map(({ message, messageEn }) => ill('configuration', message, messageEn)),
      ports: [],
      access: null,
      provider: null,
      addresses: [],
      replica: null,
      mail: null,
      scanner: null,
    };
  }
};

const placeIn = (data: string | undefined, environment: NodeJS.ProcessEnv): Place | null => {
  try {
    return placeOf(data, environment, process.cwd());
  } catch (error) {
    // The mistakes that keep it from being read are told already.
    if (error instanceof BadInput) return null;
    throw error;
  }
};

const ports = (listening: readonly Listening[], running: boolean): Promise<readonly Diagnosis[]> =>
  Promise.all(
    listening
      .filter(({ port }) => port !== 0)
      .map(({ host, port, name }) => checkPort(host, port, { name, running })),
  );

const provider = async (configured: ConfiguredProvider | null): Promise<readonly Diagnosis[]> => {
  if (configured === null) return [];
  const http = new AxiosHttp();
  try {
    return await checkProvider(configured, { http, clock: new SystemClock() });
  } finally {
    http.close();
  }
};

const inDatabase = async (
  place: Place,
  environment: NodeJS.ProcessEnv,
  { access: configured, mail }: { readonly access: AccessPolicy | null; readonly mail: MailLine | null },
): Promise<readonly Diagnosis[]> => {
  const years = filesOfYears();
  const today = civilTime(new SystemClock().now());
  if (place.kind === 'embedded' && existsSync(join(place.at, 'koujing.lock')))
    return [checkYears(years, today), whileRunning];
  if (place.kind === 'embedded' && !existsSync(join(place.at, 'postgres')))
    return [checkYears(years, today), notYet(place)];
  let database: Database;
  try {
    database = await openExisting(place, 'none');
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const [zh = '', en = zh] = error.message.split('\n');
    return [ill('database', zh, en)];
  }
  try {
    const { rows } = await tablesIn(database);
    if (rows === 0) return [...(await checkServer(database)), checkYears(years, today), notYet(place)];
    return [
      ...(await checkServer(database)),
      ...(await checkRunningRole(database)),
      await checkClock(database),
      await checkMigrations(database),
      await checkCredentials(database, keyOf(place, environment)),
      ...(await checkRotation(database)),
      ...(await checkHold(database)),
      ...(mail === null ? [] : [checkMailLine(mail, await mailInClear(database))]),
      ...(await checkWatch(database, new SystemClock().now())),
      ...(configured === null
        ? []
        : [
            await checkAdministrators(database, configured.singleAdministrator),
            await checkBreakGlass(database),
          ]),
      checkYears([...years, ...(await yearsIn(database))], today),
    ];
  } finally {
    await database.close();
  }
};

const whileRunning: Diagnosis = warning(
  'database',
  '服务正在运行，嵌入式数据库只有它能打开：数据库、时钟和凭据没有检查；可看 /api/health，或停止服务后再运行一次。',
  'The server is running and alone can open the embedded database: database, clock and credentials were not looked at. See /api/health, or stop the server and run this again.',
);

const notYet = (place: Place): Diagnosis =>
  well(
    'database',
    `${nameOf(place)} 里还没有数据，第一次启动时建立。`,
    `Nothing is in ${nameOf(place)} yet; the first start makes it.`,
  );

const tablesIn = async ({ queries }: Database): Promise<{ readonly rows: number }> => ({
  rows: (await queries.introspection.getTables()).filter(({ name }) => name === 'house').length,
});

const keyOf = (place: Place, environment: NodeJS.ProcessEnv): SecretBox | null => {
  const given = keyFromEnvironment(environment);
  if (given !== null) return given;
  return place.kind === 'embedded' && hasKeyFile(place.at) ? keyFromFile(place.at) : null;
};

const filesOfYears = (): readonly number[] =>
  readdirSync(join(projectRoot, 'config', 'calendars'))
    .map((name) => Number(name.slice(0, 4)))
    .filter((year) => year > 0);

const marks = { well: '✓', warning: '!', ill: '✗' } as const;

const report = (found: readonly Diagnosis[]): string => {
  const lines = found.map(({ verdict, zh, en }) => `${marks[verdict]} ${zh}\n  ${en}`);
  const bad = found.filter(({ verdict }) => verdict === 'ill').length;
  const end =
    bad === 0
      ? '没有发现妨碍运行的问题。 Nothing stands in the way.'
      : `有 ${bad} 处需要处理。 ${bad} to be mended.`;
  return [...lines, end, ''].join('\n');
};
