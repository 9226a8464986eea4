import { resolve } from 'node:path';
import { FileFailure } from '@koujing/channel';
import { Command } from 'commander';
import { openFiles } from '../dispatcher/channels.js';
import { rebuildPortal, type PortalRebuilt } from '../dispatcher/rebuild-portal.js';
import { BadInput } from './bad-input.js';
import { bucketOf, nameOf, openPlace, placeOf } from './open-data.js';
import { print } from './print.js';

interface RebuildOptions {
  readonly into?: string;
  readonly data?: string;
  readonly json?: true;
}

/** Some pages could not be made again. */
const EXIT_UNKNOWN = 1;

/** `koujing portal rebuild`: the public site from the database, each byte as it was. */
export const portalCommand = (): Command =>
  new Command('portal')
    .description('公开门户 (the public portal)')
    .addCommand(
      new Command('rebuild')
        .description('由数据库重建整个门户，逐字节相同 (write the whole site again from the database)')
        .option('--into <folder>', '写到另一个目录，默认是门户自己的 (another folder than the portal’s own)')
        .option(
          '--data <directory>',
          '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
        )
        .option('--json', '输出 JSON (JSON)')
        .exitOverride()
        .action(run),
    );

async function run({ into, data, json }: RebuildOptions): Promise<void> {
  const place = placeOf(data, process.env, process.cwd());
  const database = await openPlace(place);
  try {
    const rebuilt = await rebuildPortal(
      database,
      openFiles(bucketOf(process.env, process.cwd())),
      into === undefined ? null : resolve(into),
    );
    if (rebuilt === null)
      throw new BadInput(`这个数据库里没有门户 (no portal in this database)：${nameOf(place)}`);
    await print(json ? `${JSON.stringify(rebuilt)}\n` : report(rebuilt));
    if (rebuilt.unknown > 0) process.exitCode = EXIT_UNKNOWN;
  } catch (error) {
    if (error instanceof FileFailure) throw new BadInput(error.message);
    throw error;
  } finally {
    await database.close();
  }
}

const report = ({ root, pages, withdrawn, written, unknown }: PortalRebuilt): string =>
  [
    `门户已重建 (rebuilt)：${root}`,
    `  在线 (live) ${pages} 页，撤回说明 (withdrawn) ${withdrawn} 页；写了 (written) ${written} 个文件，其余本来就一致。`,
    ...(unknown === 0
      ? []
      : [
          `  有 ${unknown} 页发布于旧版本，当时没有保存页面，只能保持原样 (${unknown} pages of an older version were left as they stand)。`,
        ]),
    '',
  ].join('\n');
