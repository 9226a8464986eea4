import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeWhole } from '@koujing/kernel';
import { Command } from 'commander';
import { BadInput } from './bad-input.js';
import { withBundles } from './open-bundles.js';
import { print } from './print.js';

interface BundleOptions {
  readonly to?: string;
  readonly data?: string;
}

/** `koujing bundle RELEASE`: the evidence of a release as a file, from the database. */
export const bundleCommand = (): Command =>
  new Command('bundle')
    .description('把一篇发布稿的全部证据导出为一个文件 (the evidence of a release as one file)')
    .argument('<release>', '编号或标识 (its number or id)')
    .option('--to <file>', '写到哪里，默认 koujing-标识.bundle.json (where to)')
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .exitOverride()
    .action(run);

async function run(asked: string, { to, data }: BundleOptions): Promise<void> {
  const { path, publicKey } = await withBundles(data, async ({ database, bundles, signer }) => {
    const row = await database.queries
      .selectFrom('release')
      .select('id')
      .where(({ eb, or }) => or([eb('id', '=', asked), eb('number', '=', asked)]))
      .executeTakeFirst();
    if (row === undefined) throw new BadInput(`没有这篇发布稿 (no such release)：${asked}`);
    const file = resolve(to ?? `koujing-${row.id}.bundle.json`);
    if (existsSync(file)) throw new BadInput(`${file} 已经存在 (exists already)。`);
    const bundle = await bundles.take(row.id, 'system:cli');
    writeWhole(file, JSON.stringify(bundle));
    return { path: file, publicKey: signer.key.publicKey };
  });
  await print(`证据包 (bundle)：${path}\n  签名公钥 (signed with)：${publicKey}\n`);
}
