import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkFiles, readManifest, type Manifest } from '@koujing/backup';
import { civilTime, SystemClock } from '@koujing/kernel';
import { Command } from 'commander';
import { makeBackup, orderBackup } from '../dispatcher/backup-order.js';
import { BadInput, EXIT_FINDINGS } from './bad-input.js';
import { nameOf, openExisting, placeOf, told, type Place } from './open-data.js';
import { print } from './print.js';
import { restoreInto } from './restore.command.js';

interface BackupOptions {
  readonly to?: string;
  readonly data?: string;
  readonly verify?: true;
  readonly json?: true;
}

/** A server that is busy looks within a second; one that does not look for so long is none. */
const takenWithinMs = 20_000;

/** `koujing backup`: everything of one instant into a folder, while the system runs. */
export const backupCommand = (): Command =>
  new Command('backup')
    .description('备份整个数据库，系统可以照常运行 (back the whole database up; the system may run)')
    .option('--to <folder>', '写到哪里，默认是 koujing-backup-年月日-时分秒 (where to; it must not exist)')
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--verify', '写完后恢复到临时目录，逐项核对 (restore it into a temporary directory and check)')
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run({ to, data, verify, json }: BackupOptions): Promise<void> {
  const place = placeOf(data, process.env, process.cwd());
  const folder = resolve(to ?? `koujing-backup-${stamp()}`);
  const manifest = await made(place, folder);
  const faults = verify ? await verified(folder) : [];
  await print(
    json
      ? `${JSON.stringify({ folder, manifest, faults })}\n`
      : report(place, folder, { manifest, faults, verify }),
  );
  if (faults.length > 0) process.exitCode = EXIT_FINDINGS;
}

/** Through the running server where it holds the directory, else by opening it. */
async function made(place: Place, folder: string): Promise<Manifest> {
  const clock = new SystemClock();
  if (place.kind === 'embedded' && existsSync(join(place.at, 'koujing.lock'))) {
    const answer = await orderBackup(place.at, folder, takenWithinMs);
    if (answer !== null) {
      if ('done' in answer) return answer.done;
      throw new BadInput(
        answer.reasons.map(({ message, messageEn }) => `${message}\n${messageEn}`).join('\n'),
      );
    }
  }
  const database = await openExisting(place, 'none');
  try {
    return await makeBackup(database, folder, clock);
  } catch (error) {
    throw told(error);
  } finally {
    await database.close();
  }
}

/** What the restored copy does not hold. */
async function verified(folder: string): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'koujing-verify-'));
  try {
    await checkFiles(folder, readManifest(folder));
    const { chain } = await restoreInto({ kind: 'embedded', at: directory }, folder);
    return chain.fault === null
      ? []
      : [
          `审计链在第 ${chain.fault.sequence} 条不成立（${chain.fault.kind}） (the chain does not hold at entry ${chain.fault.sequence}: ${chain.fault.kind})`,
        ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const report = (
  place: Place,
  folder: string,
  {
    manifest,
    faults,
    verify,
  }: { readonly manifest: Manifest; readonly faults: readonly string[]; readonly verify?: true | undefined },
): string => {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `备份完成 (backed up)：${nameOf(place)} → ${folder}`,
    `  时刻 (of) ${civilTime(new Date(manifest.madeAt))}，${manifest.tables.length} 张表，${rows} 行 (rows)。`,
    `  审计链末条 (end of the chain of the record)：${manifest.audit.sequence}:${manifest.audit.hash}`,
    '  备份里的渠道凭据仍是加密的：密钥（secret.key 或 KOUJING_SECRET_KEY）请另外保管，没有它就打不开。',
    '  Credentials stay encrypted; keep the key (secret.key or KOUJING_SECRET_KEY) elsewhere, for without it they cannot be opened.',
    ...(verify
      ? faults.length === 0
        ? ['已恢复到临时目录核对无误 (restored and checked: all is there)。']
        : faults
      : []),
    '',
  ].join('\n');
};

const stamp = (): string =>
  civilTime(new SystemClock().now()).slice(0, 19).replace('T', '-').replaceAll(':', '');
