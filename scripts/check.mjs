// `npm run check`: all that can be said without running the program. Every part runs, so that one look shows all faults.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root } from './prepare.mjs';

const tool = (path) => join(root, 'node_modules', path);
const parts = [
  ['typecheck', tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  ['typecheck console', tool('typescript/bin/tsc'), '-p', 'apps/console/tsconfig.json', '--noEmit'],
  ['eslint', tool('eslint/bin/eslint.js'), 'apps', 'libs', 'test', '--max-warnings', '0'],
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

let failed = 0;
for (const [name, ...args] of parts) {
  const { status } = spawnSync(projectNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
