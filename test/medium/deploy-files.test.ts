import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { roles } from '../../apps/dispatcher/server-settings.js';

const folder = join('config', 'deploy');
const unit = 'koujing@.service';

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

(hasSystemd ? test : test.skip)('systemd finds nothing wrong with the units', () => {
  const copy = mkdtempSync(join(tmpdir(), 'koujing-units-'));
  try {
    // What stands in /opt is elsewhere here: the program that is started must exist to be checked.
    const text = readFileSync(join(folder, unit), 'utf8').replaceAll('/opt/koujing', process.cwd());
    writeFileSync(join(copy, unit), text);
    writeFileSync(join(copy, 'koujing.target'), readFileSync(join(folder, 'koujing.target'), 'utf8'));
    const looked = spawnSync('systemd-analyze', ['verify', '--man=no', join(copy, 'koujing@web.service')], {
      encoding: 'utf8',
      env: { ...process.env, SYSTEMD_UNIT_PATH: `${copy}:` },
    });
    const about = looked.stderr.split('\n').filter((line) => line.includes('koujing'));
    expect(about).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

const serviceSchema = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  stop_grace_period: z.string().optional(),
  depends_on: z.object({ database: z.object({ condition: z.literal('service_healthy') }) }).optional(),
});

test('the compose file starts every role of the program once the database answers, with its locale', () => {
  const text = readFileSync(join(folder, 'compose.yaml'), 'utf8');
  const { services } = z
    .object({ services: z.record(z.string(), serviceSchema) })
    .parse(parse(text, { merge: true }));
  const { database, ...processes } = services;
  expect(database?.environment['POSTGRES_INITDB_ARGS']).toContain('--locale=C.UTF-8');
  const started = Object.values(processes).flatMap(({ environment }) =>
    (environment['KOUJING_ROLES'] ?? '').split(','),
  );
  expect(started.toSorted()).toEqual([...roles].toSorted());
  for (const each of Object.values(processes)) {
    expect(each.depends_on?.database.condition).toBe('service_healthy');
    expect(each.stop_grace_period).toBe('45s');
  }
});

test('what the units and the image start is what the build makes', () => {
  const program = /dist\/apps\/dispatcher\/main\.js/u;
  for (const name of [unit, 'Dockerfile']) expect(readFileSync(join(folder, name), 'utf8')).toMatch(program);
  expect(readFileSync(join('scripts', 'start.mjs'), 'utf8')).toContain(
    "'dist', 'apps', 'dispatcher', 'main.js'",
  );
  expect(existsSync('dist')).toBe(true);
});
