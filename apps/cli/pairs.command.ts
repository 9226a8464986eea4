import { comparePair, parsePairLine } from '@koujing/conflict';
import { Command } from 'commander';
import { comparisonInContract } from './contract-form.js';
import { readJsonl } from './jsonl.js';
import { print } from './print.js';

/** `koujing pairs`: one comparison per line, in order; nothing is printed unless every line can be read. */
export const pairsCommand = (): Command =>
  new Command('pairs')
    .description('逐对比较两篇发布 (compare pairs of releases)')
    .argument('<pairs.jsonl>')
    .action(async (file: string) => {
      for (const { a, b } of await readJsonl(file, parsePairLine))
        await print(`${JSON.stringify(comparisonInContract(comparePair(a, b)))}\n`);
    });
