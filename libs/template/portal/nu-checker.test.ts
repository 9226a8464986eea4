import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** `npm pack vnu-jar`, unpacked: 30 MB that no city needs, so it is no dependency. */
const jar = process.env['KOUJING_VNU_JAR'] ?? '';
const java = 'java';
const isThere = jar !== '' && spawnSync(java, ['-version']).status === 0;
const golden = join('libs', 'template', 'golden');

(isThere ? test : test.skip)(
  'the Nu checker finds no error in any page of the portal',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'koujing-pages-'));
    try {
      const pages = readdirSync(golden).filter((name) => /^portal-.*\.html\.golden$/u.test(name));
      const files = pages.map((name) => join(folder, name.replace('.golden', '')));
      for (const [index, name] of pages.entries()) copyFileSync(join(golden, name), files[index] ?? '');
      const { status, stderr } = spawnSync(java, ['-jar', jar, '--errors-only', ...files], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(files.length).toBeGreaterThan(12);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
