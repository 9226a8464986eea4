import type { Block } from '@koujing/block';

const isOf = <Member>(holds: (value: unknown) => value is Member, value: unknown): value is Member[] =>
  Array.isArray(value) && value.every(holds);
const isRun = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
const isRuns = (value: unknown): value is { readonly text: string }[] => isOf(isRun, value);

/** What the page reads of each kind without asking whether it is there. */
const holds: Readonly<Record<Block['type'], (block: Readonly<Record<string, unknown>>) => boolean>> = {
  paragraph: ({ runs }) => isRuns(runs),
  heading: ({ runs, level }) => isRuns(runs) && typeof level === 'number',
  quote: ({ runs }) => isRuns(runs),
  list: ({ items }) => isOf(isRuns, items),
  table: ({ rows }) => isOf((row) => isOf(isRuns, row), rows),
  image: ({ assetSha256, alt }) => typeof assetSha256 === 'string' && typeof alt === 'string',
};

const isBlock = (value: unknown): value is Block => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return typeof type === 'string' && Object.hasOwn(holds, type) && holds[type as Block['type']]({ ...value });
};

/**
 * The blocks that this browser kept, if a console of today can show them. The server checks them against the contract when they are
 * saved; here that check would bring a library along with the editor.
 */
export const blocksIn = (value: unknown): Block[] | null => (isOf(isBlock, value) ? value : null);
