import type { Block, Run } from '@koujing/block';
import { runsOfText } from './inline-text.js';

const heading = /^(#{2,4}) +(.+)$/u;
const item = /^(?:(-)|\d+\.) +(.*)$/u;
const quote = /^> +(.*)$/u;
const row = /^\|(.*)\|$/u;
const rule = /^[\s|:-]+$/u;
const image = /^!\[((?:\\.|[^\]\\])*)\]\(([0-9a-f]{64})\)(?: (.+))?$/u;
const aligned = /^〔居([中右左])〕(.*)$/u;
const sides = { 中: 'center', 右: 'right', 左: 'left' } as const;

const plain = (text: string): string =>
  runsOfText(text)
    .map((run) => run.text)
    .join('');

const cellsOf = (inside: string): Run[][] =>
  inside.split(/(?<!\\)\|/u).map((cell) => runsOfText(cell.trim()));

const single = (line: string): Block => {
  const [, marks, title] = heading.exec(line) ?? [];
  if (marks !== undefined && title !== undefined)
    return { type: 'heading', level: marks.length as 2 | 3 | 4, runs: runsOfText(title) };
  const [, alt, assetSha256, caption] = image.exec(line) ?? [];
  if (alt !== undefined && assetSha256 !== undefined)
    return { type: 'image', assetSha256, alt: plain(alt), ...(caption !== undefined && { caption }) };
  const [, side, rest] = aligned.exec(line) ?? [];
  if (side !== undefined && rest !== undefined)
    return { type: 'paragraph', runs: runsOfText(rest), align: sides[side as keyof typeof sides] };
  const [, quoted] = quote.exec(line) ?? [];
  if (quoted !== undefined) return { type: 'quote', runs: runsOfText(quoted) };
  return { type: 'paragraph', runs: runsOfText(line) };
};

const tableOf = (lines: readonly string[]): Block => {
  const header = lines.length > 1 && rule.test(lines[1] ?? '') && (lines[1] ?? '').includes('-');
  const rows = lines
    .filter((_line, index) => !(header && index === 1))
    .map((line) => cellsOf(row.exec(line)?.[1] ?? ''));
  return { type: 'table', header, rows };
};

const listOf = (lines: readonly string[], ordered: boolean): Block => ({
  type: 'list',
  ordered,
  items: lines.map((line) => runsOfText(item.exec(line)?.[2] ?? '')),
});

type Group = 'bullets' | 'numbers' | 'table' | 'single';

const groupOf = (line: string): Group => {
  if (row.test(line)) return 'table';
  const [found, bullet] = item.exec(line) ?? [];
  if (found === undefined) return 'single';
  return bullet === undefined ? 'numbers' : 'bullets';
};

/** Typed text as blocks: neighbouring list lines become one list, neighbouring rows one table; a blank line parts them. */
export const blocksOfText = (text: string): Block[] => {
  const blocks: Block[] = [];
  let gathered: string[] = [];
  let group: Group = 'single';
  const flush = (): void => {
    if (gathered.length > 0)
      blocks.push(group === 'table' ? tableOf(gathered) : listOf(gathered, group === 'numbers'));
    gathered = [];
  };
  for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
    const next = groupOf(line);
    if (line === '' || next !== group || next === 'single') flush();
    group = next;
    if (line === '') continue;
    if (next === 'single') blocks.push(single(line));
    else gathered.push(line);
  }
  flush();
  return blocks;
};
