import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRun, playWeek } from '../bench/week/week-run.js';
import { postgresPrograms } from '../support/own-postgres.js';

/** The short form of `npm run bench -- week`, twenty kills on the two engines together: the built program, every kind of process, and the database server. */
const rounds = 10;
const engines = [
  ['embedded', test],
  ['postgres', postgresPrograms() === null ? test.skip : test],
] as const;

for (const [engine, testOn] of engines)
  testOn(
    `a week with ${rounds} kills keeps everything that it acknowledged, once · ${engine}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'koujing-week-'));
      const said: string[] = [];
      await newRun(folder, { engine, rounds, seed: 7 });
      const result = await playWeek(folder, (line) => said.push(line));
      expect({ ...result, said }).toMatchObject({ rounds, grievances: [], unfinished: 0 });
      expect(Object.values(result.kills).reduce((sum, times) => sum + times, 0)).toBe(rounds);
      expect(result.released).toBeGreaterThan(rounds / 2);
      rmSync(folder, { recursive: true, force: true });
    },
    1_500_000,
  );
