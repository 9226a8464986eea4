import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newRun, playWeek } from './week/week-run.js';
import { readOptions } from './options.js';

/**
 * `npm run bench -- week [--rounds 1000] [--engine embedded|postgres] [--seed N] [--resume FOLDER] [--json]`: a week of a
 * city's work while somebody is killed at a random moment of each round; then everything that was acknowledged is looked
 * for. A run that was cut off goes on from its folder.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { resume: '', engine: 'postgres', rounds: 1_000, seed: 20_261_127 });
  const resumed = given.resume === '' ? undefined : given.resume;
  const folder = resumed === undefined ? mkdtempSync(join(tmpdir(), 'koujing-week-')) : resolve(resumed);
  if (resumed === undefined)
    await newRun(folder, {
      engine: given.engine === 'embedded' ? 'embedded' : 'postgres',
      rounds: given.rounds,
      seed: given.seed,
    });
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`--resume ${folder}`);
  const result = await playWeek(folder, say);
  console.log(given.json ? JSON.stringify(result) : result);
  if (result.grievances.length > 0) process.exitCode = 1;
}
