import { existsSync, readFileSync } from 'node:fs';
import { bundleFrom, verifyBundle, type BundleProof } from '@koujing/bundle';
import { Command } from 'commander';
import { BadInput, EXIT_FINDINGS } from './bad-input.js';
import { print } from './print.js';

/** `koujing verify-bundle FILE`: for a third party, without a database. */
export const verifyBundleCommand = (): Command =>
  new Command('verify-bundle')
    .description('校验一份证据包，不需要数据库 (verify the evidence of a release, without a database)')
    .argument('<file>')
    .option('--public-key <key>', '只认这一把公钥，如 ed25519:… (only this key counts)')
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run(
  path: string,
  { publicKey, json }: { readonly publicKey?: string; readonly json?: true },
): Promise<void> {
  if (!existsSync(path)) throw new BadInput(`没有这个文件 (no such file)：${path}`);
  const bundle = bundleFrom(readFileSync(path, 'utf8'));
  if (bundle === null)
    throw new BadInput(`${path} 不是证据包，或已不完整。\n${path} is no bundle, or it is incomplete.`);
  const proof = verifyBundle(bundle, publicKey ?? null);
  await print(json ? `${JSON.stringify(proof)}\n` : report(path, proof, publicKey === undefined));
  if (proof.faults.length > 0) process.exitCode = EXIT_FINDINGS;
}

const report = (path: string, proof: BundleProof, anyKey: boolean): string =>
  [
    `证据包 (bundle)：${path}，发布稿 (release) ${proof.releaseId}，导出于 (exported) ${proof.madeAt}`,
    `  版本 ${proof.counts['versions']}，附件 ${proof.counts['attachments']}，签署 ${proof.counts['signatures']}，冲突 ${proof.counts['findings']}，发送记录 ${proof.counts['deliveries']}，审计 ${proof.counts['entries']} 条。`,
    `  签名公钥 (signed with)：${proof.publicKey}`,
    ...(anyKey
      ? [
          '  请与单位公布的公钥核对，或用 --public-key 指定 (compare it with the key that the office told you).',
        ]
      : []),
    ...(proof.faults.length === 0
      ? ['全部成立。 Everything holds.']
      : proof.faults.map(({ zh, en }) => `不成立 (does not hold)：${zh} ${en}`)),
    '',
  ].join('\n');
