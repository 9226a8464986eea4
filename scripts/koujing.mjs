#!/usr/bin/env node
// The command line. Builds itself when needed, quietly: stdout carries results only.
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { production, runUnderProjectNode } from './project-node.mjs';

prepare({ build: true, console: false, quiet: true, force: false });
runUnderProjectNode(
  ['--enable-source-maps', join(root, 'dist', 'apps', 'cli', 'main.js'), ...process.argv.slice(2)],
  production,
);
