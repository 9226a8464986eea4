import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AuditTrail, openAuditKey } from '@koujing/audit';
import { ExportBundle } from '@koujing/bundle';
import { SystemClock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import { Command } from 'commander';
import { hasKeyFile, keyFromFile } from '../dispatcher/key-file.js';
import { auditKeyFrom, cryptoSuiteFrom, keyFromEnvironment, proveKey } from '../dispatcher/secret-key.js';
import { BadInput } from './bad-input.js';
import { openExisting, placeOf, told } from './open-data.js';
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
  const place = placeOf(data, process.env, process.cwd());
  const clock = new SystemClock();
  const database = await openExisting(place);
  try {
    const row = await database.queries
      .selectFrom('release')
      .select('id')
      .where(({ eb, or }) => or([eb('id', '=', asked), eb('number', '=', asked)]))
      .executeTakeFirst();
    if (row === undefined) throw new BadInput(`没有这篇发布稿 (no such release)：${asked}`);
    const path = resolve(to ?? `koujing-${row.id}.bundle.json`);
    if (existsSync(path)) throw new BadInput(`${path} 已经存在 (exists already)。`);
    const given = keyFromEnvironment(process.env);
    if (given === null && !hasKeyFile(place.at))
      throw new BadInput(
        '没有密钥，不能签名：请设置 KOUJING_SECRET_KEY。\nThere is no key to sign with; set KOUJING_SECRET_KEY.',
      );
    const box = given ?? keyFromFile(place.at);
    await proveKey(database, box);
    const audit = new AuditTrail(clock);
    const key = { given: auditKeyFrom(process.env), suite: cryptoSuiteFrom(process.env) };
    const signer = await openAuditKey({ ...{ database, audit, clock, box }, ...key });
    const bundles = new ExportBundle({ ...{ database, audit, clock, signer }, releases: new ReleaseStore() });
    const bundle = await bundles.take(row.id, 'system:cli');
    writeFileSync(path, JSON.stringify(bundle), { mode: 0o600, flag: 'wx' });
    await print(`证据包 (bundle)：${path}\n  签名公钥 (signed with)：${signer.key.publicKey}\n`);
  } catch (error) {
    throw told(error);
  } finally {
    await database.close();
  }
}
