import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@koujing/access';
import { openAuditKey, SealEntries, verifyChain } from '@koujing/audit';
import { checkFiles, readManifest, refuseNewer, restoreBackup, writeBackup } from '@koujing/backup';
import { json, type Database } from '@koujing/database';
import { HoldStore, LiftHold } from '@koujing/dispatch';
import { InlineJobs } from '@koujing/jobs';
import { newId } from '@koujing/kernel';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

onEachEngine('a backup under load, restored elsewhere', (open) => {
  const places = mkdtempSync(join(tmpdir(), 'koujing-backup-'));
  const folder = join(places, 'one');
  const page = new Platform('portal', { waitsForPortal: false });
  const weibo = new Platform('weibo');
  const mail = new Platform('email', { perRecipient: true });
  const coordinator: Actor = {
    ...{ personId: 'c', name: '周文' },
    grants: [{ role: 'coordinator', organId: 'office', office: true }],
  };
  let house: House;
  let elsewhere: TestDatabase;
  let restored: House;
  let known: Readonly<Record<string, readonly unknown[]>>;

  beforeAll(async () => {
    house = await House.open(await open());
    await house.connect(page, weibo, mail);
    mail.finds = () => ({ kind: 'unreadable', reason: '邮件服务器不能查询' });
    elsewhere = await open();
  });
  afterAll(async () => {
    await restored?.close();
    await house.close();
    rmSync(places, { recursive: true, force: true });
  });

  /** What the outside was told is kept: everything of these tables, as it stands. */
  const keptOf = async ({ queries }: Database): Promise<Record<string, readonly unknown[]>> => ({
    release: await queries.selectFrom('release').selectAll().orderBy('id').execute(),
    version: await queries.selectFrom('release_version').selectAll().orderBy('release_id').execute(),
    signature: await queries.selectFrom('signature').selectAll().orderBy('id').execute(),
    attachment: await queries.selectFrom('attachment').selectAll().orderBy('sha256').execute(),
    audit: await queries.selectFrom('audit_entry').selectAll().orderBy('id').execute(),
    receipt: await queries
      .selectFrom('delivery')
      .select(['id', 'state', 'receipt', 'idempotency_key'])
      .where('receipt', 'is not', null)
      .orderBy('id')
      .execute(),
  });

  const sign = async (releaseId: string): Promise<void> => {
    await house.database.queries
      .insertInto('signature')
      .values({
        ...{ id: newId(), release_id: releaseId, version: 1, digest: 'd'.repeat(64) },
        ...{ step: 'contentApproval', organ_id: house.organ, person_id: house.person, decision: 'approve' },
        ...{
          note: '"引号"\n换行',
          items: json({ a: true }),
          signed_at: new Date('2026-11-23T00:00:00.123Z'),
        },
      })
      .execute();
  };

  test('what was acknowledged before it is in it, whatever is written meanwhile', async () => {
    const { database } = house;
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
    await database.queries
      .insertInto('attachment')
      .values({ sha256: 'a', mime_type: 'image/png', bytes, traces: json([]), created_at: new Date() })
      .execute();
    const signer = await openAuditKey({
      ...{ database, audit: house.audit, clock: house.clock, box: house.box },
      ...{ given: null, suite: 'international' },
    });
    const seal = new SealEntries(database, { signer, clock: house.clock });
    const worker = house.worker();
    worker.start();
    const done = await house.release();
    await sign(done);
    worker.wake();
    await house.untilState(done, 'weibo', 'delivered');
    await seal.perform();
    known = await keptOf(database);
    let stop = false;
    const load = (async () => {
      while (!stop) {
        await sign(await house.release());
        worker.wake();
        await seal.perform();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const manifest = await writeBackup(database, folder);
    stop = true;
    await load;
    await worker.stop();
    expect(existsSync(`${folder}.partial`)).toBe(false);
    expect(manifest.audit.sequence).toBeGreaterThan(0);
    await expect(writeBackup(database, folder)).rejects.toMatchObject({ code: 'badInput' });
  });

  test('a damaged file is named before anything is written, and so is a newer version', async () => {
    const manifest = readManifest(folder);
    await checkFiles(folder, manifest);
    appendFileSync(join(folder, 'tables', 'signature.ndjson.gz'), 'x');
    await expect(checkFiles(folder, manifest)).rejects.toThrow('tables/signature.ndjson.gz');
    expect(() => refuseNewer({ ...manifest, migrations: ['9999-later'] })).toThrow('9999-later');
    rmSync(folder, { recursive: true });
    expect(() => readManifest(folder)).toThrow('manifest.json');
  });

  test('restored, every acknowledged release, signature, receipt and entry is there, and nothing that a full house holds is overwritten', async () => {
    // What goes on after the backup is what the restored ledger cannot know: one post is out, its mail is not; one is nowhere.
    weibo.answers.push({ kind: 'deferred', reason: 'quota', message: '稍后', delayMs: 3_600_000 } as never);
    const moving = await house.release([page, weibo]);
    const standing = await house.release([page, weibo, mail], ['desk@news.example']);
    await house.database.queries
      .insertInto('portal_written')
      .values({ account_id: 'portal', path: 'roster.html', digests: ['d'] })
      .execute();
    await writeBackup(house.database, folder);
    const worker = house.worker();
    worker.start();
    await house.untilState(standing, 'email', 'delivered');
    await worker.stop();
    const manifest = readManifest(folder);
    await checkFiles(folder, manifest);
    await expect(restoreBackup(house.database, folder, { manifest, audit: house.audit })).rejects.toThrow(
      /已有数据/u,
    );
    const outcome = await restoreBackup(elsewhere.database, folder, { manifest, audit: house.audit });
    expect(outcome.chain).toMatchObject({ fault: null });
    const now = await keptOf(elsewhere.database);
    for (const [table, rows] of Object.entries(known))
      expect([table, rows.filter((row) => !now[table]?.some((other) => same(row, other)))]).toEqual([
        table,
        [],
      ]);
    restored = house.restoredOn(elsewhere);
    // The folder is newer than the backup: what stands there is not somebody else's work for that.
    expect(await elsewhere.database.queries.selectFrom('portal_written').selectAll().execute()).toEqual([]);
    expect(outcome.held.unknown).toBeGreaterThan(0);
    expect(await restored.row(moving, 'portal')).toMatchObject({ state: 'unknown', lastCode: 'restored' });
    expect(
      (await verifyChain(elsewhere.database.queries, { publicKey: null, known: null })).fault,
    ).toBeNull();
  });

  test('it asks and sends nothing until a person lifts the hold; then nothing goes out twice', async () => {
    const holds = new HoldStore();
    const lift = new LiftHold({
      ...{ database: restored.database, audit: restored.audit, holds },
      jobs: new InlineJobs([{ name: 'dispatch', policy: 'each' }], restored.clock),
    });
    const before = [page, weibo, mail].map(({ posts }) => posts.length);
    const asking = await holds.find(restored.database.queries);
    expect(lift.reasons(asking, coordinator)[0]?.code).toBe('stillAsking');
    expect(lift.reasons(asking, house.spokesperson())[0]?.code).toBe('lacksRole');
    await expect(lift.perform('看过了', coordinator)).rejects.toMatchObject({ code: 'refused' });
    const worker = restored.worker();
    worker.start();
    await untilTrue(async () => (await holds.find(restored.database.queries))?.unclear === 0);
    expect(worker.refusal).toEqual({ kind: 'held' });
    expect([page, weibo, mail].map(({ posts }) => posts.length)).toEqual(before);
    const all = await restored.database.queries
      .selectFrom('delivery')
      .select(['id', 'state', 'channel'])
      .execute();
    // A mail server cannot be asked: a person decides.
    expect(all.filter(({ channel }) => channel === 'email').map(({ state }) => state)).toContain(
      'needsPerson',
    );
    await lift.perform('已逐条核对', coordinator);
    worker.wake();
    await untilTrue(async () => {
      const { open: left } = await restored.database.queries
        .selectFrom('delivery')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('state', 'in', ['planned', 'sending', 'unknown', 'accepted'])
        .executeTakeFirstOrThrow();
      return Number(left) === 0;
    });
    for (const platform of [page, weibo, mail]) {
      const ids = platform.posts.map(({ deliveryId }) => deliveryId);
      expect(ids).toHaveLength(new Set(ids).size);
    }
    const { queries } = restored.database;
    const acts = await queries.selectFrom('audit_entry').select('action').distinct().execute();
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['backup.restore', 'delivery.liftHold']),
    );
  });

  test('a text that the backup held is asked about also when it is released once more', async () => {
    const { queries } = restored.database;
    const backupWas = (at: number) =>
      queries
        .updateTable('house')
        .set({ value: new Date(at).toISOString() })
        .where('name', '=', 'restoredFrom')
        .execute();
    await backupWas(Date.now() + 60_000);
    const old = await restored.release([page]);
    await backupWas(Date.now() - 60_000);
    const newer = await restored.release([page]);
    expect((await restored.row(old, 'portal')).state).toBe('unknown');
    expect((await restored.row(newer, 'portal')).state).toBe('planned');
  });
});

/** Engines may give a byte array another class. */
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member instanceof Uint8Array ? Buffer.from(member).toString('hex') : member,
  );

const untilTrue = async (look: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never became so');
};
