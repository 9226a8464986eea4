// Runs a program under the Node that the project brings along, and ends as it ended.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root } from './prepare.mjs';

/** Node 20 is end-of-life, and half of the libraries need what came with 22.12. */
const needed = [22, 12];

/** React renders a page ten times faster without its checks for those who write it. */
export const production = { NODE_ENV: 'production' };

export const runUnderProjectNode = (args, environment = {}) => {
  const node = projectNode();
  if (node === process.execPath && isTooOld()) {
    console.error(
      `需要 Node ${needed.join('.')} 以上，当前是 ${process.versions.node}：随项目安装的 Node 24 不在（安装时用了 --ignore-scripts？），请运行 npm ci。\n` +
        `Node ${needed.join('.')} or newer is needed, this is ${process.versions.node}: the Node 24 that comes with the project is missing (installed with --ignore-scripts?); run npm ci.`,
    );
    process.exit(1);
  }
  const child = spawn(node, args, {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: {
      ...process.env,
      ...environment,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
};

const isTooOld = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < needed[0] || (major === needed[0] && minor < needed[1]);
};
