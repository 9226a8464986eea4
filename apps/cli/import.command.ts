import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PersonStore } from '@koujing/access';
import { AuditTrail } from '@koujing/audit';
import {
  describeLineError,
  DutyStore,
  FactStore,
  FindingGroupStore,
  FindingStore,
  GateIndex,
  GateStore,
  ImportReleases,
  parseReleaseLine,
  recordOfDocument,
  RecordFindings,
  ReleaseTextStore,
  HeardTextStore,
  ToldTextStore,
  type ImportRecord,
  type ImportSummary,
  type LineError,
} from '@koujing/conflict';
import type { Database } from '@koujing/database';
import { civilTime, SystemClock } from '@koujing/kernel';
import { MatterStore } from '@koujing/matter';
import { OrganStore } from '@koujing/organ';
import { ReleaseNumbers, ReleaseStore } from '@koujing/release';
import { Command } from 'commander';
import { BadInput } from './bad-input.js';
import { kindNames } from './kind-names.js';
import { innerHostsOf, nameOf, openPlace, placeOf } from './open-data.js';
import { print } from './print.js';
import { isArchive, readArchive } from './read-archive.js';
import { isAddress, readFeedAddress } from './read-feed-address.js';

interface ImportOptions {
  readonly organ?: string;
  readonly data?: string;
  readonly innerHost?: readonly string[];
}

/** Some records were rejected; the good ones are in. */
const EXIT_REJECTS = 1;

/** `koujing import FILE`: real releases into the database, with a summary of organs, findings and rejects. */
export const importCommand = (): Command =>
  new Command('import')
    .description(
      '导入历史发布：JSONL、CSV、xlsx、RSS/Atom/JSON Feed，或 .docx/.txt/.html 文件夹 (import releases, kept with their hours)',
    )
    .argument(
      '<file-folder-or-address>',
      '文件、文件夹，或订阅源的 http(s) 地址 (a file, a folder, or the address of a feed)',
    )
    .option(
      '--inner-host <host...>',
      '配置 watch.innerHosts 之外还允许读取的内网主机，端口不是常用的写明端口 (hosts of a private network that may be read beside the configured ones)',
    )
    .option(
      '--organ <name>',
      '没有落款的文件、没有机关一栏的表格或订阅源属于哪个机关 (organ of what names none)',
    )
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .action(run);

async function run(path: string, options: ImportOptions): Promise<void> {
  const { records, rejects, skipped } = await read(path, options);
  if (records.length === 0) {
    // Nothing to store: no database is made for it.
    await print(
      `没有一篇可以导入，什么都没有写入 (nothing to import, nothing written)。\n${toldOf(rejects)}${skippedOf(skipped)}`,
    );
    if (rejects.length > 0) process.exitCode = EXIT_REJECTS;
    return;
  }
  const place = placeOf(options.data, process.env, process.cwd());
  const database = await openPlace(place);
  try {
    const summary = await importer(database).perform(records, progress(records.length));
    await print(
      `写入 (written to)：${nameOf(place)}\n${summaryOf({ ...summary, rejects: [...rejects, ...summary.rejects] })}${skippedOf(skipped)}`,
    );
    if (rejects.length + summary.rejects.length > 0) process.exitCode = EXIT_REJECTS;
  } finally {
    await database.close();
  }
}

interface Read {
  readonly records: readonly ImportRecord[];
  readonly rejects: readonly LineError[];
  /** Files of a folder that are no documents: named, so that nobody takes them for imported. */
  readonly skipped: readonly string[];
}

async function read(path: string, options: ImportOptions): Promise<Read> {
  if (isAddress(path)) {
    const { organ, innerHost = [] } = options;
    const innerHosts = [...innerHostsOf(process.env, process.cwd()), ...innerHost];
    return { ...(await readFeedAddress(path, { organ, innerHosts })), skipped: [] };
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new BadInput(`没有这个文件 (no such file)：${path}`);
  if (stat.isDirectory()) return readFolder(path, options.organ);
  return isArchive(path) ? { ...(await readArchive(path, options.organ)), skipped: [] } : readLines(path);
}

/** Bad lines are told with field and what is allowed; the good ones go on. */
function readLines(path: string): Read {
  const records: ImportRecord[] = [];
  const rejects: LineError[] = [];
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u);
  for (const [index, source] of lines.entries()) {
    if (source.trim() === '') continue;
    const parsed = parseReleaseLine(source, index + 1);
    if (parsed.ok) records.push({ line: index + 1, text: parsed.value });
    else rejects.push(...parsed.errors);
  }
  return { records, rejects, skipped: [] };
}

async function readFolder(path: string, organ?: string): Promise<Read> {
  const records: ImportRecord[] = [];
  const rejects: LineError[] = [];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .sort();
  const isDocument = (name: string): boolean => /\.(?:docx|txt|html?)$/iu.test(name);
  for (const name of names.filter(isDocument)) {
    const file = join(path, name);
    const modifiedAt = civilTime(statSync(file).mtime);
    const record = await recordOfDocument({ name, bytes: readFileSync(file), modifiedAt, line: 0 }, organ);
    if ('text' in record) records.push(record);
    else rejects.push(record);
  }
  return { records, rejects, skipped: names.filter((name) => !isDocument(name)) };
}

function importer(database: Database): ImportReleases {
  const clock = new SystemClock();
  const organs = new OrganStore();
  const texts = new ReleaseTextStore();
  const facts = new FactStore();
  const audit = new AuditTrail(clock);
  return new ImportReleases({
    database,
    clock,
    organs,
    facts,
    releases: new ReleaseStore(),
    numbers: new ReleaseNumbers(),
    people: new PersonStore(),
    gate: new GateStore(),
    index: new GateIndex(
      { texts, facts, told: new ToldTextStore(), heardTexts: new HeardTextStore(), organs },
      clock,
    ),
    record: new RecordFindings({
      ...{ texts, clock, audit },
      findings: new FindingStore(),
      groups: new FindingGroupStore(),
      duties: new DutyStore(),
      matters: new MatterStore(),
    }),
    audit,
  });
}

const progress =
  (total: number) =>
  (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r已处理 ${done}/${total}${done === total ? '\n' : ''}`);
  };

const skippedOf = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : `跳过 (skipped) ${names.length} 个文件，只收 .docx、.txt、.html：${names.slice(0, NAMED).join('、')}${names.length > NAMED ? ' 等' : ''}\n`;

/** More names than this scroll the result away. */
const NAMED = 12;

function summaryOf({ imported, unchanged, organsCreated, findings, rejects }: ImportSummary): string {
  const named = organsCreated.slice(0, NAMED).join('、');
  const more = organsCreated.length > NAMED ? ` 等 ${organsCreated.length} 个` : '';
  const found = Object.entries(kindNames).map(
    ([kind, label]) => `  ${label}：${findings[kind as keyof typeof kindNames]}`,
  );
  return [
    `导入 (imported) ${imported} 篇；此前已导入 (unchanged) ${unchanged} 篇；退回 (rejected) ${rejects.length} 处。`,
    organsCreated.length === 0
      ? '机关 (organs)：全部已登记 (all registered)。'
      : `新登记机关 (organs created, kind imported) ${organsCreated.length} 个：${named}${more}。`,
    '检测结果 (findings)：',
    ...found,
    toldOf(rejects),
  ].join('\n');
}

const toldOf = (rejects: readonly LineError[]): string =>
  rejects.map((reject) => `${describeLineError(reject)}\n`).join('');
