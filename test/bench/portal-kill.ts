import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { createDatabase } from '../support/postgres.js';
import { killRun } from './portal/kill-run.js';
import { readOptions } from './options.js';

/**
 * `npm run bench -- portal-kill [--rounds 100]`: the process that writes the portal is killed at random moments, on the embedded
 * database and on PostgreSQL where it is installed; after each restart the site is compared with the rebuilt one.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { rounds: 100 });
  const rounds = given.rounds;
  const folder = mkdtempSync(join(tmpdir(), 'koujing-portal-kill-'));
  try {
    const embedded = join(folder, 'embedded');
    report(
      '嵌入式 embedded',
      await killRun({ rounds, seed: 1, where: join(embedded, 'db'), folder: embedded }),
    );
    if (postgresPrograms() === null) {
      console.log('没有安装 PostgreSQL，未测。PostgreSQL is not installed: skipped.');
      return;
    }
    const server = await OwnPostgres.create();
    await server.start();
    try {
      const { url } = await createDatabase(server.url);
      report('PostgreSQL', await killRun({ rounds, seed: 2, where: url, folder: join(folder, 'postgres') }));
    } finally {
      await server.remove();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const report = (engine: string, { kills, steps, wrong }: Awaited<ReturnType<typeof killRun>>): void => {
  console.log(
    `${engine}：终止 ${kills} 次，${steps} 步；与重建的网站不同或不完整的文件 ${wrong.length} 个。${kills} kills, ${steps} steps, ${wrong.length} files wrong.`,
  );
  for (const each of wrong.slice(0, 20)) console.log(`  ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
};
