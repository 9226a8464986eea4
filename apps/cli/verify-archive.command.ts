import { resolve } from 'node:path';
import { verifyArchive, type ArchiveProof } from '@koujing/bundle';
import { Command } from 'commander';
import { EXIT_FINDINGS } from './bad-input.js';
import { told } from './open-data.js';
import { print } from './print.js';

/** `koujing verify-archive FOLDER`: for the archive, without a database. */
export const verifyArchiveCommand = (): Command =>
  new Command('verify-archive')
    .description('校验一个归档包，不需要数据库 (verify an archive, without a database)')
    .argument('<folder>')
    .option('--public-key <key>', '只认这一把公钥，如 ed25519:… (only this key counts)')
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run(
  folder: string,
  { publicKey, json }: { readonly publicKey?: string; readonly json?: true },
): Promise<void> {
  const proof = read(resolve(folder), publicKey ?? null);
  const { faults, manifest } = proof;
  await print(
    json
      ? `${JSON.stringify({ faults, records: manifest.records, files: manifest.files.length })}\n`
      : report(folder, proof, publicKey === undefined),
  );
  if (faults.length > 0) process.exitCode = EXIT_FINDINGS;
}

const read = (folder: string, publicKey: string | null): ArchiveProof => {
  try {
    return verifyArchive(folder, publicKey);
  } catch (error) {
    throw told(error);
  }
};

const report = (folder: string, { manifest, faults }: ArchiveProof, anyKey: boolean): string =>
  [
    `归档包 (archive)：${folder}，${manifest.year} 年，${manifest.records} 件，${manifest.files.length} 个文件，导出于 (made) ${manifest.madeAt}`,
    `  签名公钥 (signed with)：${manifest.publicKey}`,
    ...(anyKey
      ? [
          '  请与单位公布的公钥核对，或用 --public-key 指定 (compare it with the key that the office told you).',
        ]
      : []),
    ...(faults.length === 0
      ? ['全部成立。 Everything holds.']
      : faults.map(({ zh, en }) => `不成立 (does not hold)：${zh} ${en}`)),
    '',
  ].join('\n');
