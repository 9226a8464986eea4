import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(process.cwd(), 'dist/apps/dispatcher/main.js');
/** A fifth of what a start computes is compiling the same modules again. */
const compiled = join(tmpdir(), 'koujing-compile-cache');

/** The built program as a process of its own. */
export interface Started {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** Waits until the output holds this; fails with all that was said if the process ends before. */
  says(part: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export const start = (environment: Readonly<Record<string, string>>, directory: string): Started => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    cwd: directory,
    env: { PATH, HOME, NODE_ENV: 'production', NODE_COMPILE_CACHE: compiled, ...environment },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let over = false;
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      resolve(code ?? signal);
    });
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => out,
    stderr: () => errors,
    says: async (part) => {
      const giveUpAt = performance.now() + 240_000;
      while (!out.includes(part)) {
        if (over || performance.now() > giveUpAt) throw new Error(`never said “${part}”:\n${out}\n${errors}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    kill: (signal) => child.kill(signal),
    ended,
  };
};

/** Ports that were free a moment ago. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
};

/** The environment in which every port of a start is a free one. */
export const onFreePorts = async (): Promise<Record<string, string>> => {
  const names = ['KOUJING_PORT', 'KOUJING_PORTAL_PORT', 'KOUJING_SANDBOX_PORT', 'KOUJING_SMTP_PORT'];
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, String(ports[index])]));
};
