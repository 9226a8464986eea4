import { resolve } from 'node:path';
import { AuditTrail } from '@koujing/audit';
import { checkFiles, readManifest, refuseNewer, restoreBackup, type Restored } from '@koujing/backup';
import { civilTime, SystemClock } from '@koujing/kernel';
import { Command } from 'commander';
import { EXIT_FINDINGS } from './bad-input.js';
import { nameOf, openPlace, placeOf, told, type Place } from './open-data.js';
import { print } from './print.js';

interface RestoreOptions {
  readonly data?: string;
  readonly json?: true;
}

/** `koujing restore FOLDER`: a backup into a database that holds nothing; dispatch is held afterwards. */
export const restoreCommand = (): Command =>
  new Command('restore')
    .description(
      '把备份恢复到空的数据库，发送保持暂停 (restore a backup into an empty database; dispatch is held)',
    )
    .argument('<folder>')
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run(given: string, { data, json }: RestoreOptions): Promise<void> {
  const folder = resolve(given);
  const place = placeOf(data, process.env, process.cwd());
  const restored = await restoreInto(place, folder);
  await print(json ? `${JSON.stringify(restored)}\n` : report(place, folder, restored));
  if (restored.chain.fault !== null) process.exitCode = EXIT_FINDINGS;
}

/** Checks every file first; nothing is written where one is damaged. @throws BadInput */
export async function restoreInto(
  place: Place,
  folder: string,
): Promise<Restored & { readonly madeAt: string }> {
  try {
    const manifest = readManifest(folder);
    refuseNewer(manifest);
    await checkFiles(folder, manifest);
    const database = await openPlace(place, 'none');
    try {
      const audit = new AuditTrail(new SystemClock());
      return { ...(await restoreBackup(database, folder, { manifest, audit })), madeAt: manifest.madeAt };
    } finally {
      await database.close();
    }
  } catch (error) {
    throw told(error);
  }
}

const report = (
  place: Place,
  folder: string,
  { rows, held, chain, madeAt }: Restored & { readonly madeAt: string },
): string =>
  [
    `恢复完成 (restored)：${folder} → ${nameOf(place)}`,
    `  备份时刻 (of) ${civilTime(new Date(madeAt))}，${rows} 行 (rows)；审计链 ${chain.entries} 条${chain.fault === null ? '，校验成立 (the chain holds)' : `，第 ${chain.fault.sequence} 条不成立 (does not hold at ${chain.fault.sequence})`}。`,
    `  发送已暂停 (dispatch is held)：${held.unknown} 条发送记录待向平台核实 (to be asked about)，${held.waiting} 条等门户页面 (wait for their page)。`,
    '接下来 (next)：',
    '  1. 把 secret.key 放回数据目录，或设置 KOUJING_SECRET_KEY (put the key back)。',
    '  2. koujing portal rebuild 重建门户文件 (write the portal’s files again)。',
    '  3. npm start：只核实，不发送 (it asks the platforms, and sends nothing)。',
    '  4. 在控制台“运行状况”核对后恢复发送 (look at “Operations” in the console, then lift the hold)。',
    '',
  ].join('\n');
