// `npm run check`: all that can be said without running the program. Every part runs, so that one look shows all faults.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectNode, root } from './prepare.mjs';

const tool = (path) => join(root, 'node_modules', path);
const eslint = tool('eslint/bin/eslint.js');
const parts = [
  // Apart, since rules that know types keep in memory what they have looked at: the whole outgrew the heap of 4 GB.
  ['eslint libs', eslint, 'libs', '--max-warnings', '0'],
  ['eslint apps', eslint, 'apps', '--ignore-pattern', 'apps/console/**', '--max-warnings', '0'],
  ['eslint test', eslint, 'test', '--max-warnings', '0'],
  ['eslint console', eslint, 'apps/console', '--max-warnings', '0'],
  ['typecheck', tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  ['typecheck console', tool('typescript/bin/tsc'), '-p', 'apps/console/tsconfig.json', '--noEmit'],
  [
    'import rules',
    tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    'apps',
    'libs',
    'test',
  ],
  ['knip', tool('knip/bin/knip.js')],
  ['bill of materials', join(root, 'scripts', 'sbom.mjs')],
  [
    'prettier',
    tool('prettier/bin/prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    'apps',
    'libs',
    'test',
    'scripts',
    '*.{json,mjs,md}',
  ],
];

/** Two at a time where there are two cores, the longest first; what a part says is shown whole when it ends. */
const waiting = [...parts];
let failed = 0;
const lane = async () => {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const [name, ...args] = part;
    const { status, said } = await run(args);
    process.stdout.write(said);
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status !== 0) failed += 1;
  }
};

const run = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(projectNode(), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said) }));
  });

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
process.exitCode = failed === 0 ? 0 : 1;
