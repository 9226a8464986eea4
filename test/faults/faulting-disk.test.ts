import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles, readManifest, writeBackup } from '@koujing/backup';
import { DiskFiles } from '@koujing/channel';
import { PortalChannel, rebuildSite, writeOwed } from '@koujing/channels/portal';
import { json, type Database } from '@koujing/database';
import { StoredPublishedIndex } from '@koujing/dispatch';
import { writeWhole } from '@koujing/kernel';
import { told } from '../../apps/cli/open-data.js';
import { assetsOf, performStep, settingsAt } from '../bench/portal/site-steps.js';
import { differences, halves } from '../bench/portal/whole-site.js';
import { emptyHouse } from '../support/empty-house.js';
import { FaultingDisk, type DiskFault } from '../support/faulting-disk.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-faulting-'));
const disk = new FaultingDisk();
let database: Database;

beforeAll(async () => {
  database = await emptyHouse();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const sentences: Readonly<Record<DiskFault, string>> = {
  ENOSPC: '磁盘空间不足，没有写成',
  EROFS: '磁盘是只读的，没有写成',
  EIO: '磁盘读写出错，没有写成',
};
const faults = Object.keys(sentences) as DiskFault[];

/** What the operator is told. */
const refusal = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'done',
      (error: unknown) => String(told(error)),
    );

test('publishing: at whichever step the disk fails, no reader gets half a page, and the site is whole once the disk is well', async () => {
  await database.queries
    .insertInto('account')
    .values({
      ...{ id: 'portal', channel: 'portal', name: '门户', enabled: true },
      ...{ breaker: 'closed', breaker_failures: 0 },
      settings: json<Readonly<Record<string, unknown>>>({}),
    })
    .execute();
  const root = join(folder, 'site');
  const index = new StoredPublishedIndex(database, 'portal');
  const channel = new PortalChannel(index);
  const files = new DiskFiles(disk.port.promises);
  const compared = async (step: number): Promise<readonly string[]> => {
    const anew = join(folder, `anew-${step}`);
    await rebuildSite({
      settings: { ...settingsAt(step, root), root: anew },
      files,
      index,
      assets: assetsOf,
    });
    return differences(root, anew);
  };
  let step = 0;
  let well = 0;
  // Of five steps three publish, one corrects and one withdraws. The page itself is the first fifteen writes; the lists are all alike.
  for (let at = 1; well < 5; at += at < 15 ? 1 : 6) {
    step += 1;
    disk.failAt(at, faults[step % faults.length] ?? 'EIO');
    const outcome = await performStep(step, channel, files, root);
    const failed = disk.heal();
    well = failed ? 0 : well + 1;
    if (failed && outcome.kind !== 'delivered' && outcome.kind !== 'done')
      expect(JSON.stringify([at, outcome])).toMatch(/磁盘空间不足|文件系统只读|系统错误 EIO/u);
    expect([at, halves(root)]).toEqual([at, []]);
    const again = await performStep(step, channel, files, root);
    expect([at, again.kind]).toEqual([at, expect.stringMatching(/^(?:delivered|done|alreadyGone)$/u)]);
    await writeOwed(files, settingsAt(step, root), index);
  }
  expect(step).toBeGreaterThan(15);
  expect(await compared(step)).toEqual([]);
  expect(readdirSync(join(root, '.writing'))).toEqual([]);
});

test('a backup: a disk that fails at whichever step leaves no backup and no part of one, says so, and the next one is whole', async () => {
  const into = join(folder, 'backup');
  const steps = await stepsOf(() => writeBackup(database, into, disk.port));
  rmSync(into, { recursive: true });
  // Every table is written alike: the steps of the first and of the last, and what closes the folder.
  const walked = Array.from({ length: steps }, (_, n) => n + 1).filter((n) => n <= 8 || n > steps - 10);
  for (const at of walked) {
    const fault = faults[at % faults.length] ?? 'EIO';
    disk.failAt(at, fault);
    expect([at, await refusal(() => writeBackup(database, into, disk.port))]).toEqual([
      at,
      expect.stringContaining(sentences[fault]),
    ]);
    expect(disk.heal()).toBe(true);
    expect([at, existsSync(into), existsSync(`${into}.partial`)]).toEqual([at, false, false]);
  }
  await writeBackup(database, into, disk.port);
  await checkFiles(into, readManifest(into));
});

test.each(faults)(
  'a file of evidence on a disk with %s is whole or not there, at whichever step',
  async (fault) => {
    const file = join(folder, `${fault}.bundle.json`);
    const content = JSON.stringify({ evidence: '证据'.repeat(1_000) });
    const steps = await stepsOf(() => writeWhole(file, content, disk.port));
    rmSync(file);
    expect(steps).toBe(3);
    for (let at = 1; at <= steps; at += 1) {
      disk.failAt(at, fault);
      expect(await refusal(() => writeWhole(file, content, disk.port))).toContain(sentences[fault]);
      expect(disk.heal()).toBe(true);
      expect(readdirSync(folder).filter((name) => name.startsWith(fault))).toEqual([]);
    }
    writeWhole(file, content, disk.port);
    expect(readFileSync(file, 'utf8')).toBe(content);
  },
);

const stepsOf = async (work: () => unknown): Promise<number> => {
  disk.failAt(Infinity, 'EIO');
  await work();
  return disk.steps;
};
