import type { Block } from '@koujing/block';
import { textOfBlocks } from './body-text.js';
import { compareLists } from './compare-texts.js';

/** Blocks that stand as they stood, or what was written in place of what. */
export type BlockChange =
  | { readonly kind: 'same'; readonly blocks: readonly Block[] }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** A picture is told by the end of its digest: enough to see that it is another. */
const typed = (block: Block): string =>
  textOfBlocks([block]).replace(/\b[0-9a-f]{64}\b/gu, (digest) => digest.slice(-8));

/** Two bodies laid over each other block by block, so that what did not change is still read as it was written. */
export const compareBlocks = (before: readonly Block[], after: readonly Block[]): readonly BlockChange[] => {
  const changes: BlockChange[] = [];
  let at = 0;
  for (const { kind, units } of compareLists(before.map(typed), after.map(typed))) {
    const text = units.join('\n');
    const last = changes.at(-1);
    if (kind === 'same') changes.push({ kind, blocks: after.slice(at, at + units.length) });
    else if (last?.kind === 'changed' && kind === 'added' && last.after === '')
      changes[changes.length - 1] = { ...last, after: text };
    else if (last?.kind === 'changed' && kind === 'removed' && last.before === '')
      changes[changes.length - 1] = { ...last, before: text };
    else
      changes.push({
        kind: 'changed',
        before: kind === 'removed' ? text : '',
        after: kind === 'added' ? text : '',
      });
    if (kind !== 'removed') at += units.length;
  }
  return changes;
};
