import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskFiles } from '@koujing/channel';
import { PortalChannel, rebuildSite, writeOwed } from '@koujing/channels/portal';
import { json, openEmbedded, openPostgres } from '@koujing/database';
import { StoredPublishedIndex } from '@koujing/dispatch';
import { sql } from 'kysely';
import { assetsOf, performStep, settingsAt } from './site-steps.js';
import { differences } from './whole-site.js';

/**
 * A process that publishes, corrects and withdraws until it is killed. Arguments: a database address or a directory, and a folder.
 * It first finishes what the one before it was doing, and compares the site with the one rebuilt into an empty folder.
 */
const [where = '', folder = ''] = process.argv.slice(2);
const root = join(folder, 'site');
const database = where.startsWith('postgres') ? await openPostgres(where) : await openEmbedded(where);
const index = new StoredPublishedIndex(database, 'portal');
const channel = new PortalChannel(index);
const files = new DiskFiles();
const stepFile = join(folder, 'step');
const stepNow = (): number => {
  try {
    return Number(readFileSync(stepFile, 'utf8'));
  } catch {
    return 0;
  }
};

await database.queries
  .insertInto('account')
  .values({
    ...{
      id: 'portal',
      channel: 'portal',
      name: '门户',
      enabled: true,
      breaker: 'closed',
      breaker_failures: 0,
    },
    settings: json<Readonly<Record<string, unknown>>>({}),
  })
  .onConflict((conflict) => conflict.doNothing())
  .execute();
// The dead writer's lease would end by itself after half a minute.
await sql`delete from lease where name = 'portal-lists:portal'`.execute(database.queries);

let step = stepNow();
const settings = () => settingsAt(step, root);
if (step > 0) {
  await performStep(step, channel, files, root);
  await writeOwed(files, settings(), index);
  const anew = join(folder, `anew-${process.pid}`);
  await rebuildSite({ settings: { ...settings(), root: anew }, files, index, assets: assetsOf });
  const found = differences(root, anew);
  if (found.length > 0) {
    console.log(`different ${found.join(' ')}`);
    process.exit(3);
  }
}
console.log(`standing ${step}`);
for (;;) {
  step += 1;
  writeFileSync(stepFile, String(step));
  const tick = step % 4 === 0 ? writeOwed(files, settings(), index, { lots: 2 }) : null;
  await performStep(step, channel, files, root);
  await tick;
}
