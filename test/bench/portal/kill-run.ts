import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generator } from '../generated-releases.js';
import { halves } from './whole-site.js';

/** The benchmark is built; the tests read the sources. */
const program = (): readonly string[] =>
  import.meta.filename.endsWith('.js')
    ? [join(import.meta.dirname, 'site-process.js')]
    : [
        ...['--disable-warning=ExperimentalWarning', '--import', './test/support/typescript-hooks.mjs'],
        join(import.meta.dirname, 'site-process.ts'),
      ];

export interface KillRun {
  readonly rounds: number;
  readonly seed: number;
  /** A database address or a directory. */
  readonly where: string;
  readonly folder: string;
}

export interface Killed {
  readonly kills: number;
  /** How many times a release was published, corrected or withdrawn. */
  readonly steps: number;
  /** Pages of which a reader could have got a part, and files that differed from the rebuilt site. */
  readonly wrong: readonly string[];
}

/** A process that writes the site is killed at random moments; whoever comes next must find and leave a whole site. */
export const killRun = async ({ rounds, seed, where, folder }: KillRun): Promise<Killed> => {
  mkdirSync(folder, { recursive: true });
  const random = generator(seed);
  const wrong: string[] = [];
  let steps = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const heard = await oneLife(where, folder, () => 20 + random() * 700);
    const said = /standing (\d+)/u.exec(heard)?.[1];
    if (said === undefined) wrong.push(heard.trim() || 'silent');
    else steps = Number(said);
    wrong.push(...halves(join(folder, 'site')));
    for (const name of readdirSync(folder))
      if (name.startsWith('anew-')) rmSync(join(folder, name), { recursive: true });
  }
  return { kills: rounds + 1, steps, wrong };
};

/** From its start until it is killed; answers what it said. */
const oneLife = async (where: string, folder: string, restMs: () => number): Promise<string> => {
  const child = spawn(process.execPath, [...program(), where, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let heard = '';
  const stands = new Promise<void>((resolve) => {
    child.stdout.on('data', (some: Buffer) => {
      heard += some.toString('utf8');
      if (heard.includes('\n')) resolve();
    });
  });
  await Promise.race([stands, gone]);
  await setTimeout(restMs());
  child.kill('SIGKILL');
  await gone;
  return heard;
};
