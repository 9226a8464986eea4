import type { Expected, FaultRow } from './fault-row.js';
import type { SentenceRow } from './sentence-rows.js';

const endWords = {
  delivered: '送达 delivered',
  rejected: '退回 rejected',
  needsPerson: '待人工 needsPerson',
};
const personWords = { drafter: '起草员', coordinator: '统筹员', administrator: '管理员' } as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const ending = ({ ends, fix, field, stops, waitsMs }: Expected): string =>
  [
    endWords[ends],
    ...(fix === undefined ? [] : [field === undefined ? fix : `${fix}: ${field}`]),
    ...(stops === true ? ['账号停用 account stopped'] : []),
    ...(waitsMs === undefined ? [] : [`≥ ${Math.round((waitsMs / 60_000) * 10) / 10} min`]),
  ].join(', ');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');

export const faultTable = (rows: readonly FaultRow[]): string =>
  table(
    ['', '平台答复 the platform', '台账 the ledger', '已公开 posted', '告知 told'],
    rows.map(({ name, says, expected }) => [
      name,
      says,
      ending(expected),
      String(expected.posted),
      expected.told.map((person) => personWords[person]).join('、') || '—',
    ]),
  );

export const sentenceTable = (rows: readonly SentenceRow[]): string =>
  table(
    ['承诺 promise', '实现 handled in', '证明 proved by'],
    rows.map(({ promises, handledIn, provedBy, title }) => [
      promises,
      `\`${handledIn}\``,
      `\`${provedBy}\` “${title}”`,
    ]),
  );
