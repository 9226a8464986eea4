// `npm test [jest arguments]`: every tier but the benchmarks.
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { runUnderProjectNode } from './project-node.mjs';

runUnderProjectNode(
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...process.argv.slice(2),
  ],
  { TZ: 'UTC', NODE_ENV: 'production' },
);
