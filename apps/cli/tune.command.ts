import { attributeName, ruledFindings, tuningOf, type Precision } from '@koujing/conflict';
import { Command } from 'commander';
import { kindNames } from './kind-names.js';
import { openPlace, placeOf } from './open-data.js';
import { print } from './print.js';

interface TuneOptions {
  readonly data?: string;
  readonly json?: true;
}

/** `koujing tune`: what the coordinators' rulings say of the detector. It reads and proposes; it changes nothing. */
export const tuneCommand = (): Command =>
  new Command('tune')
    .description('按裁定统计各类检测的准确率并建议阈值；不改动任何设置 (precision by kind from the rulings)')
    .option('--data <directory>', '嵌入式数据库的目录，默认 KOUJING_DATA 或 data (embedded database)')
    .option('--json', '每行一个 JSON (one JSON object per line)')
    .action(run);

async function run({ data, json }: TuneOptions): Promise<void> {
  const database = await openPlace(placeOf(data, process.env, process.cwd()));
  try {
    const rows = tuningOf(await ruledFindings(database.queries));
    await print(json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : report(rows));
  } finally {
    await database.close();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const report = (rows: readonly Precision[]): string =>
  rows.length === 0
    ? '还没有裁定，无从统计 (no rulings yet)。\n'
    : [
        '裁定所见的准确率 (precision from the rulings, 95 % interval)；“并存”算检出正确：',
        ...rows.flatMap((row) => [lineOf(row), ...advice(row)]),
        '以上只是建议，任何设置都没有改动 (nothing was changed)。',
        '',
      ].join('\n');

const lineOf = ({ kind, attribute, ruled, wrong, letStand, precision }: Precision): string => {
  const name = attribute === null ? kindNames[kind] : `  其中 ${attributeName(attribute)} ${attribute}`;
  const share =
    precision === null
      ? ''
      : `${percent(precision.value)}（${percent(precision.low)}–${percent(precision.high)}）`;
  return `  ${name}：${share} 裁定 (ruled) ${ruled}，不是冲突 (wrong) ${wrong}，并存 (let stand) ${letStand}`;
};

const advice = ({ proposal }: Precision): readonly string[] => {
  switch (proposal.kind) {
    case 'tooFew':
      return [`    裁定太少，再有 ${proposal.needed} 次才好建议 (${proposal.needed} more rulings needed)`];
    case 'keep':
      return ['    无须调整 (keep)'];
    case 'noThreshold':
      return [
        '    没有合适的阈值：提高会漏掉一成以上的真冲突，宜改规则 (no threshold helps; look at the rule)',
      ];
    case 'raise':
      return [
        `    建议阈值 (proposed threshold) ${proposal.threshold.toFixed(3)}：准确率 ${percent(proposal.precision)}，少误报 (spared) ${proposal.spared}，漏掉 (lost) ${proposal.lost}`,
      ];
  }
};
