import { resolve } from 'node:path';
import { ArchiveYear, organNamed, retentions, type ArchiveManifest, type Retention } from '@koujing/bundle';
import { Command, Option } from 'commander';
import { BadInput } from './bad-input.js';
import { withBundles } from './open-bundles.js';
import { print } from './print.js';

interface ArchiveOptions {
  readonly to?: string;
  readonly organ?: string;
  readonly retention: Retention;
  readonly data?: string;
  readonly json?: true;
}

/** `koujing archive YEAR`: a year of releases for the archive, in a folder that can be verified without this system. */
export const archiveCommand = (): Command =>
  new Command('archive')
    .description(
      '把一年的发布稿连同元数据和证据导出为归档包 (a year of releases with metadata and evidence, for the archive)',
    )
    .argument('<year>', '年份，如 2025 (the civil year)')
    .option('--to <folder>', '写到哪里，默认 koujing-archive-年份 (where to; it must not exist)')
    .option('--organ <organ>', '只要这个机关的，写名称、简称或标识 (of one organ: name, short name or id)')
    .addOption(
      new Option('--retention <period>', '保管期限：永久、30 年、10 年 (how long it is kept)')
        .choices(retentions)
        .default('30 years'),
    )
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run(asked: string, { to, organ, retention, data, json }: ArchiveOptions): Promise<void> {
  if (!/^\d{4}$/u.test(asked))
    throw new BadInput(`年份须为四位数字，收到“${asked}”。\nThe year must have four digits; got “${asked}”.`);
  const year = Number(asked);
  const folder = resolve(to ?? `koujing-archive-${asked}`);
  const manifest = await withBundles(data, async (open) => {
    const of = organ === undefined ? null : await organNamed(open.database.queries, organ);
    if (organ !== undefined && of === null) throw new BadInput(`没有这个机关 (no such organ)：${organ}`);
    const order = { year, folder, retention, organId: of?.id ?? null, organName: of?.name ?? null };
    return new ArchiveYear(open).perform({ ...order, by: 'system:cli' });
  });
  await print(json ? `${JSON.stringify({ folder, manifest })}\n` : report(folder, manifest));
}

const report = (folder: string, { year, organ, records, files, publicKey }: ArchiveManifest): string =>
  [
    `归档包 (archive)：${folder}`,
    `  ${year} 年${organ === null ? '' : `，${organ}`}，${records} 件，${files.length} 个文件。`,
    `  ${records} releases of ${year} in ${files.length} files.`,
    `  签名公钥 (signed with)：${publicKey}`,
    '',
  ].join('\n');
