// Makes a clone ready to run, with nothing but Node's own modules: installs when the lockfile changed,
// builds when a source changed. In the words of Node 12: an older one must still get as far as our sentence.
// `prepare.mjs [build] [--quiet] [--force]`
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.koujing-installed');
/** What was built from which sources; the command line is built without the console. */
const built = (part) => join(root, 'dist', `.koujing-built-${part}`);
/** The oldest Node that can run this file and npm ci; what runs afterwards is the `node` package. */
const oldest = 20;

const fail = (zh, en) => {
  console.error(`${zh}\n${en}`);
  process.exit(1);
};

const digest = (text) => createHash('sha256').update(text).digest('hex');

/** The Node 24 that the project brings along; the system's where it is missing. */
export const projectNode = () => {
  const own = join(root, 'node_modules', 'node', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
};

const run = (command, args, { quiet, title }) => {
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
  const result = spawnSync(command, args, { cwd: root, env, stdio: quiet ? 'pipe' : ['ignore', 2, 2] });
  if (result.status === 0) return;
  if (quiet) process.stderr.write(`${result.stdout || ''}${result.stderr || ''}`);
  const code = result.status === null ? String(result.error || result.signal) : result.status;
  fail(`${title.zh}失败（退出码 ${code}）。`, `${title.en} failed (exit code ${code}).`);
};

const npm = () => {
  const script = process.env.npm_execpath;
  return script !== undefined && script.endsWith('.js') ? [process.execPath, script] : ['npm'];
};

const install = (options) => {
  const wanted = digest(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  // `npm ci` was run by hand: every package is there, nothing to do but remember it.
  const hidden = join(root, 'node_modules', '.package-lock.json');
  const byHand =
    existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (!byHand) {
    if (!options.quiet)
      console.error(
        '首次运行：正在安装依赖（npm ci），约一分钟 … / Installing dependencies (npm ci), about a minute …',
      );
    const [command, ...args] = npm();
    run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      ...options,
      title: { zh: '安装依赖（npm ci）', en: 'Installing dependencies (npm ci)' },
    });
  }
  writeFileSync(installed, wanted);
};

/** Its one compile makes all four programs (`tsconfig.build.json`); only `npm run bench` builds the benchmarks. */
const servers = 'dispatcher';

const skipped = new Set(['node_modules', 'dist', 'data', '.git', 'test']);
const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    if (/\.(test|contract)\.tsx?$|\.md$/u.test(entry.name)) return [];
    const { size, mtimeMs } = statSync(path);
    return [`${path} ${size} ${mtimeMs}`];
  });

const build = (options) => {
  const files = ['apps', 'libs'].flatMap((folder) => sources(join(root, folder)));
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'].map(
    (file) => readFileSync(join(root, file), 'utf8'),
  );
  const wanted = digest([...files.sort(), ...settings].join('\n'));
  const stands = (part) =>
    !options.force && existsSync(built(part)) && readFileSync(built(part), 'utf8') === wanted;
  const remember = (part) => {
    mkdirSync(dirname(built(part)), { recursive: true });
    writeFileSync(built(part), wanted);
  };
  const needsServers = !stands('servers');
  const needsConsole = options.console && !stands('console');
  if ((needsServers || needsConsole) && !options.quiet) console.error('正在构建 … / Building …');
  const how = { ...options, title: { zh: '构建', en: 'The build' } };
  if (needsServers) {
    run(projectNode(), [tool('@nestjs/cli/bin/nest.js'), 'build', servers], how);
    remember('servers');
  }
  if (needsConsole) {
    const config = join('apps', 'console', 'vite.config.ts');
    run(projectNode(), [tool('vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'warn'], how);
    remember('console');
  }
};

const tool = (path) => join(root, 'node_modules', ...path.split('/'));

export const prepare = (options) => {
  if (Number(process.versions.node.split('.')[0]) < oldest)
    fail(
      `口径需要 Node ${oldest} 或更新的版本，当前是 ${process.versions.node}。`,
      `Koujing needs Node ${oldest} or newer; this is ${process.versions.node}.`,
    );
  install(options);
  if (options.build) build(options);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  prepare({
    build: words.includes('build'),
    console: true,
    quiet: words.includes('--quiet'),
    force: words.includes('--force'),
  });
}
