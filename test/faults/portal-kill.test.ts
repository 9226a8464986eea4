import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRun } from '../bench/portal/kill-run.js';
import { answers, createDatabase } from '../support/postgres.js';

/** The short form of `npm run bench -- portal-kill`. */
const rounds = 3;
const testPostgres = (await answers()) ? test : test.skip;

test('killed at random moments, the writer of the portal leaves whole pages, and its successor the site that a rebuild gives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koujing-portal-kill-'));
  try {
    const killed = await killRun({ rounds, seed: 11, where: join(folder, 'db'), folder: join(folder, 'it') });
    expect(killed).toMatchObject({ kills: rounds + 1, wrong: [] });
    expect(killed.steps).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

testPostgres(
  'the same on PostgreSQL, whose lease outlives the writer',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'koujing-portal-kill-'));
    const own = await createDatabase();
    try {
      expect(await killRun({ rounds, seed: 12, where: own.url, folder })).toMatchObject({ wrong: [] });
    } finally {
      await own.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
