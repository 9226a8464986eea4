import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditKey } from '@koujing/audit';
import { ArchiveYear, ExportBundle, verifyArchive } from '@koujing/bundle';
import { internationalSuite } from '@koujing/crypto';
import { json } from '@koujing/database';
import { civilYear } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import { told } from '../../apps/cli/open-data.js';
import { House } from '../medium/dispatch-house.js';
import { Platform } from '../medium/dispatch-platform.js';
import { emptyHouse } from '../support/empty-house.js';
import { FaultingDisk, type DiskFault } from '../support/faulting-disk.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-faulting-archive-'));
const disk = new FaultingDisk();
let house: House;
let archive: ArchiveYear;
let order: Parameters<ArchiveYear['perform']>[0];

beforeAll(async () => {
  const database = await emptyHouse();
  house = await House.open({ database, url: null, drop: () => database.close() });
  await house.connect(new Platform('portal', { waitsForPortal: false }));
  const { audit, clock, box } = house;
  const signer = await openAuditKey({ database, audit, clock, box, given: null, suite: 'international' });
  const bundles = new ExportBundle({ database, audit, clock, signer, releases: new ReleaseStore() });
  const year = civilYear(clock.now());
  for (const picture of ['甲', '乙']) {
    const releaseId = await house.release();
    const bytes = Buffer.from(picture.repeat(1_000));
    const sha256 = internationalSuite.hash(bytes);
    await database.queries
      .insertInto('attachment')
      .values({ sha256, mime_type: 'image/png', bytes, traces: json([]), created_at: clock.now() })
      .execute();
    await database.queries
      .insertInto('release_image')
      .values({ release_id: releaseId, version: 1, sha256, alt: '', position: 0 })
      .execute();
    await database.queries
      .updateTable('release')
      .set({ state: 'released', released_version: 1, released_at: clock.now() })
      .where('id', '=', releaseId)
      .execute();
  }
  const later = { now: () => new Date(`${year + 1}-03-01T00:00:00Z`), monotonic: () => clock.monotonic() };
  archive = new ArchiveYear({ database, bundles, clock: later, signer, disk: disk.port });
  order = {
    ...{ year, organId: house.organ, organName: '教育局', folder: join(folder, 'of-a-year') },
    ...({ retention: '30 years', by: 'system:cli' } as const),
  };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const sentences: Readonly<Record<DiskFault, string>> = {
  ENOSPC: '磁盘空间不足，没有写成',
  EROFS: '磁盘是只读的，没有写成',
  EIO: '磁盘读写出错，没有写成',
};
const faults = Object.keys(sentences) as DiskFault[];

const outcome = (): Promise<string> =>
  archive.perform(order).then(
    () => 'done',
    (error: unknown) => String(told(error)),
  );

test('an archive: a disk that fails at whichever step leaves no archive and no part of one, says so, and the next one is whole', async () => {
  disk.failAt(Infinity, 'EIO');
  expect(await outcome()).toBe('done');
  const { steps } = disk;
  rmSync(order.folder, { recursive: true });
  expect(steps).toBeGreaterThan(20);
  for (let at = 1; at <= steps; at += 1) {
    const fault = faults[at % faults.length] ?? 'EIO';
    disk.failAt(at, fault);
    expect([at, await outcome()]).toEqual([at, expect.stringContaining(sentences[fault])]);
    expect([at, disk.heal(), readdirSync(folder)]).toEqual([at, true, []]);
  }
  // What a run that was cut off left behind is no hindrance, and no part of the next.
  mkdirSync(join(`${order.folder}.partial`, 'records'), { recursive: true });
  writeFileSync(join(`${order.folder}.partial`, 'records', 'half.txt'), '半');
  expect(await outcome()).toBe('done');
  expect(existsSync(`${order.folder}.partial`)).toBe(false);
  const { manifest, faults: found } = verifyArchive(order.folder, null);
  expect([manifest.records, found]).toEqual([2, []]);
});
