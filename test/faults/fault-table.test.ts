import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { faultTable, sentenceTable } from './fault-table.js';
import { sentenceRows } from './sentence-rows.js';
import { switchRows } from './switch-rows.js';
import { wechatDoneRows, wechatRows } from './wechat-rows.js';
import { weiboDoneRows, weiboRows } from './weibo-rows.js';

const root = join(import.meta.dirname, '../..');
const place = join(import.meta.dirname, 'README.md');

const readme = `# faults

Processes that are killed, connections that are cut, and platforms that answer what they should not.

- \`kill.test.ts\`: SIGKILL between remote acceptance and record.
- \`week.test.ts\`: a simulated week of a city's work, moved by its clock, while web, worker, scheduler and the run's own database server are killed at random moments, on both engines; an outside model knows what was acknowledged: releases, plans, directives, and beside them conferences on their way to approval and temporary spokespersons. Long form: \`npm run bench -- week --rounds 1000\`. \`week-verdict.test.ts\`: what the model must find. \`crash.test.ts\`: the same kills while many deliveries are under way at once.
- \`portal-kill.test.ts\`: SIGKILL of whoever writes the portal, at random moments; its successor's site is the rebuilt one, byte for byte. Long form: \`npm run bench -- portal-kill\`.
- \`faulting-disk.test.ts\`, \`faulting-archive.test.ts\`: the port through which portal, backup, archive and evidence are written fails at each step in turn, as a full, read-only or broken disk does. \`full-disk.test.ts\`: the same on a small disk of its own, where one may be mounted.
- \`platform-faults.test.ts\`: every row below, on the ledger with the four real channels, the sandbox, and a database whose clock travels.
- \`who-is-told.test.ts\`, \`account-health.test.ts\`: persons, quotas, reserves, looks ahead.

The tables are written by \`fault-table.test.ts\` from the rows that the tests play (\`KOUJING_WRITE_TABLES=1\`), and compared with them.

## Promises

${sentenceTable(sentenceRows)}

## WeChat (CHANNELS.md A8)

${faultTable([...wechatRows, ...wechatDoneRows])}

## Weibo (CHANNELS.md B5)

${faultTable([...weiboRows, ...weiboDoneRows])}

## The sandbox's switches (CHANNELS.md H)

${faultTable(switchRows)}
`;

test('the tables say what the tests play', async () => {
  const written = await format(readme, { parser: 'markdown', printWidth: 110 });
  if (process.env['KOUJING_WRITE_TABLES'] === '1') writeFileSync(place, written);
  expect(readFileSync(place, 'utf8')).toBe(written);
});

test('every promise names a file that handles it and a test that there is', () => {
  for (const { handledIn, provedBy, title } of sentenceRows) {
    expect([handledIn, existsSync(join(root, handledIn))]).toEqual([handledIn, true]);
    const tests = readFileSync(join(root, provedBy), 'utf8').replaceAll('\\', '');
    expect([title, tests.includes(title)]).toEqual([title, true]);
  }
});
