// `npm start`: demo mode while nothing is configured, the configured system otherwise.
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { production, runUnderProjectNode } from './project-node.mjs';

runUnderProjectNode(
  ['--enable-source-maps', join(root, 'dist', 'apps', 'dispatcher', 'main.js'), ...process.argv.slice(2)],
  production,
);
