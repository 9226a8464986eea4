// `npm run bench -- NAME [options]`: benchmarks are commands of their own, never timed tests.
// `test/bench/NAME.ts` exports `run(options: readonly string[]): Promise<void>`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, projectNode, root } from './prepare.mjs';
import { production, runUnderProjectNode } from './project-node.mjs';

const [name, ...options] = process.argv.slice(2);
const folder = join(root, 'test', 'bench');
const exportsRun = (path) => /^export (?:async function|const) run\b/m.test(readFileSync(path, 'utf8'));
const chosen = join(folder, `${name}.ts`);
if (name === undefined || !existsSync(chosen) || !exportsRun(chosen)) {
  const names = readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts') && exportsRun(join(folder, entry)))
    .map((entry) => entry.slice(0, -'.ts'.length));
  console.error(
    `没有名为 ${name ?? '（空）'} 的基准，可用：${names.join('、')}。\nThere is no benchmark named ${name ?? '(none)'}; there are: ${names.join(', ')}.`,
  );
  process.exit(2);
}
// Some start the built program: it must be today's.
prepare({ build: true, quiet: true });
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const { status } = spawnSync(projectNode(), [nest, 'build', 'bench'], { cwd: root, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(1);
runUnderProjectNode(
  ['--expose-gc', join(root, 'dist', 'test', 'bench', 'bench.js'), name, ...options],
  production,
);
