import { verifyChain, type ChainProof, type ProofFault } from '@koujing/audit';
import { Command } from 'commander';
import { BadInput, EXIT_FINDINGS } from './bad-input.js';
import { nameOf, openExisting, placeOf } from './open-data.js';
import { print } from './print.js';

interface VerifyOptions {
  readonly data?: string;
  readonly publicKey?: string;
  readonly checkpoint?: string;
  readonly json?: true;
}

/** `koujing verify-audit`: the whole chain and its signed checkpoints, without a running server. */
export const verifyAuditCommand = (): Command =>
  new Command('verify-audit')
    .description('校验审计链和签名检查点 (verify the audit chain and its signed checkpoints)')
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--public-key <key>', '只认这一把公钥，如 ed25519:… (only this key counts)')
    .option('--checkpoint <place>', '另处记下的检查点，写作“序号:哈希” (a checkpoint noted elsewhere)')
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run({ data, publicKey, checkpoint, json }: VerifyOptions): Promise<void> {
  const known = checkpoint === undefined ? null : placeIn(checkpoint);
  const place = placeOf(data, process.env, process.cwd());
  const database = await openExisting(place);
  try {
    const proof = await verifyChain(database.queries, {
      ...{ publicKey: publicKey ?? null, known },
      progress: (entries) => {
        if (process.stderr.isTTY) process.stderr.write(`\r已校验 ${entries}`);
      },
    });
    await print(json ? `${JSON.stringify(proof)}\n` : report(nameOf(place), proof));
    if (proof.fault !== null) process.exitCode = EXIT_FINDINGS;
  } finally {
    await database.close();
  }
}

const placeIn = (text: string): { readonly sequence: number; readonly hash: string } => {
  const [, sequence, hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (sequence === undefined)
    throw new BadInput(
      `检查点应写作“序号:64 位十六进制哈希”，收到的是“${text}”。\nA checkpoint is written as number:hash, with 64 hex digits; found "${text}".`,
    );
  return { sequence: Number(sequence), hash };
};

const report = (name: string, proof: ChainProof): string =>
  [
    `审计链 (the chain of the record)：${name}`,
    `  已封存 (sealed) ${proof.entries} 条，未封存 (not sealed yet) ${proof.unsealed} 条，检查点 (checkpoints) ${proof.checkpoints} 个，签名担保至第 (signed through) ${proof.signedThrough} 条。`,
    ...(proof.entries === 0 ? [] : [`  末条 (last)：${proof.entries}:${proof.head}`]),
    ...proof.keys.map(({ id, publicKey, since }) => `  公钥 (key) ${id}，自 (since) ${since}：${publicKey}`),
    ...(proof.fault === null
      ? ['全部成立：没有一条被改动、删除或调换。 Everything holds: nothing was altered, removed or moved.']
      : faultWords(proof.fault)),
    '',
  ].join('\n');

const faultWords = (fault: ProofFault): readonly string[] => {
  const { sequence: at, foundAt } = fault;
  const words: Readonly<Record<ProofFault['kind'], readonly [string, string]>> = {
    altered: [`第 ${at} 条的内容被改动。`, `Entry ${at} was altered.`],
    missing: [`第 ${at} 条不见了。`, `Entry ${at} is missing.`],
    moved: [`第 ${at} 条被调换到第 ${foundAt} 条的位置。`, `Entry ${at} was moved to place ${foundAt}.`],
    cut: [
      `链尾被截断：第 ${at} 条及以后不见了。`,
      `The end was cut off: entry ${at} and what follows are gone.`,
    ],
    resealed: [
      `第 ${at} 条的哈希与签过名的检查点不符：此处或此前被重新封存。`,
      `The hash of entry ${at} is not what was signed: the chain was sealed anew there or before it.`,
    ],
    forged: [
      `第 ${at} 条上的检查点签名不成立。`,
      `The signature of the checkpoint at entry ${at} does not hold.`,
    ],
    unknownKey: [
      `第 ${at} 条上的检查点不是由认可的密钥签署的。`,
      `The checkpoint at entry ${at} was signed by a key that is not the expected one.`,
    ],
    unsigned: [
      `签过名的链尾记录不见了，第 ${at} 条以后是否被截断无从知道。`,
      `The signed end is gone; whether something after entry ${at} was cut off cannot be told.`,
    ],
  };
  const [zh, en] = words[fault.kind];
  return [
    `不成立 (does not hold)：${zh}`,
    `  ${en}`,
    ...(fault.entryId === null ? [] : [`  ${fault.entryId}`]),
  ];
};
