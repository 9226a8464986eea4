import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from '@koujing/backup';
import { openEmbedded, troubleOf, type Database } from '@koujing/database';
import { SystemClock } from '@koujing/kernel';
import { AttachmentStore, DrawnPictureStore, StoreAttachment } from '@koujing/release';
import { told } from '../../apps/cli/open-data.js';
import { DiskWatch } from '../../apps/dispatcher/door/disk-watch.js';
import { startCity, type City } from '../support/city.js';
import type { Refusal } from '../support/person.js';
import { aDraft, approved, deliveries, untilAll } from '../support/release-way.js';
import { SmallDisk } from '../support/small-disk.js';

const disk = SmallDisk.mount(200);
// Mounting takes root; where it is not allowed, these are skipped, and `door.test.ts` plays the same faults on a port.
const onSmallDisk = disk === null ? describe.skip : describe;
afterAll(() => disk?.unmount());

onSmallDisk('a disk that is full, and then read-only', () => {
  const small = disk as SmallDisk;
  const folder = join(small.folder, 'city');
  const watch = new DiskWatch([folder], { leastFree: 1_000_000 });
  let city: City;
  beforeAll(async () => {
    mkdirSync(folder);
    city = await startCity({ folder, disk: watch });
  });
  afterAll(() => city.close());

  test('refuses what it could not keep in a sentence, shows what is there, and publishes once there is room, once', async () => {
    const desk = await city.desk('water');
    const { id, digest } = await approved(
      desk,
      aDraft({ organId: 'water', title: '关于滨河路停水的通告', accountIds: ['portal', 'weibo'] }),
    );
    // Filled between two looks: the click is taken, the page cannot be written.
    await watch.look();
    small.fill();
    const clicked = await desk.publisher.post(`/releases/${id}/publish`, { digest });
    expect([200, 503]).toContain(clicked.status);
    await watch.look();
    const refused = await desk.drafter.post<Refusal>('/releases', aDraft({ organId: 'water' }));
    expect(refused).toMatchObject({ status: 503, body: { reasons: [{ code: 'diskFull' }] } });
    expect((await desk.drafter.get(`/releases/${id}`)).status).toBe(200);
    const ready = await fetch(`${city.address}/api/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    expect(((await ready.json()) as Refusal).reasons[0]?.code).toBe('diskFull');
    expect(city.sandbox.posted.weibo()).toEqual([]);

    const wakeAt = async (next_at: Date): Promise<void> => {
      for (const row of await deliveries(desk.drafter, id))
        await city.database.queries
          .updateTable('delivery')
          .set({ next_at })
          .where('id', '=', row.id)
          .execute();
    };
    // Tried again while the disk is read-only, the page would wait for an operator instead.
    await wakeAt(new Date(Date.now() + 86_400_000));
    small.empty();
    await small.mayWrite(false);
    await watch.look();
    expect(watch.trouble).toBe('readOnly');
    await small.mayWrite(true);
    await watch.look();
    expect((await fetch(`${city.address}/api/health/ready`)).status).toBe(200);
    if (clicked.status === 503)
      expect((await desk.publisher.post(`/releases/${id}/publish`, { digest })).status).toBe(200);
    await wakeAt(new Date(0));
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    expect((await fetch(`${city.portalUrl}/r/${id}.html`)).status).toBe(200);
    expect(city.sandbox.posted.weibo()).toHaveLength(1);
  });

  test('an embedded database on it loses nothing that it acknowledged, takes no half attachment, and a backup that does not fit is none', async () => {
    const directory = join(small.folder, 'data');
    let database = await openEmbedded(directory);
    const put = (on: Database, n: number) =>
      on.queries
        .insertInto('house')
        .values({ name: `n${n}`, value: randomBytes(4_000).toString('hex') })
        .execute();
    const count = async (on: Database): Promise<number> =>
      (await on.queries.selectFrom('house').select('name').where('name', 'like', 'n%').execute()).length;
    small.fill(300_000);
    let acknowledged = 0;
    let trouble: unknown = null;
    for (; trouble === null && acknowledged < 10_000; acknowledged += trouble === null ? 1 : 0)
      await put(database, acknowledged).catch((error: unknown) => {
        trouble = troubleOf(error);
      });
    expect(trouble).toBe('full');
    const failed = await writeBackup(database, join(small.folder, 'backup')).then(
      () => null,
      (error: unknown) => error,
    );
    expect(String(told(failed))).toContain('磁盘空间不足，没有写成');
    expect(existsSync(join(small.folder, 'backup'))).toBe(false);
    // A document for the public is kept in the database: whole, with who brought it, or not at all.
    const annex = { name: '附件.txt', bytes: Buffer.from('方案'.repeat(90_000)) };
    const upload = (on: Database) =>
      new StoreAttachment({
        database: on,
        attachments: new AttachmentStore(),
        drawn: new DrawnPictureStore(),
        clock: new SystemClock(),
      }).perform(annex, { personId: 'a-clerk' });
    const kept = async (on: Database): Promise<readonly number[]> => {
      const rows = await Promise.all([
        on.queries.selectFrom('attachment').select('sha256').execute(),
        on.queries.selectFrom('attachment_upload').select('sha256').execute(),
      ]);
      return rows.map(({ length }) => length);
    };
    expect(troubleOf(await upload(database).catch((error: unknown) => error))).toBe('full');
    expect(await kept(database)).toEqual([0, 0]);
    small.empty();
    const { sha256 } = await upload(database);
    await put(database, 1_000_000);
    expect(await count(database)).toBe(acknowledged + 1);
    await database.close();
    database = await openEmbedded(directory);
    expect(await count(database)).toBe(acknowledged + 1);
    expect(await kept(database)).toEqual([1, 1]);
    const found = await new AttachmentStore().find(database.queries, sha256);
    expect(Buffer.from(found?.bytes ?? []).equals(annex.bytes)).toBe(true);
    await database.close();
  });
});
