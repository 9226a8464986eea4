import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'node:fs';
import { openAuditKey } from '@koujing/audit';
import type { Database } from '@koujing/database';
import {
  AccountStore,
  HouseKey,
  KeyReaders,
  RotateKey,
  sealedColumns,
  secretBoxFrom,
  type SecretBox,
} from '@koujing/dispatch';
import { keyFromFile } from '../../apps/dispatcher/key-file.js';
import { giveOrder } from '../../apps/dispatcher/orders.js';
import { rotateKey, takeKeyOrders } from '../../apps/dispatcher/key-rotation.js';
import { proveKey } from '../../apps/dispatcher/secret-key.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';
import { House } from './dispatch-house.js';

const [former, next] = ['11'.repeat(32), '22'.repeat(32)];
const both = `${former},${next}`;
const secretOf = (n: number) => ({ appSecret: `secret-${n}` });
const log = { info: () => undefined, warn: () => undefined };
/** More than are sealed anew in one transaction. */
const accounts = 130;

onEachEngine('the key that credentials are sealed with is replaced', (open) => {
  let opened: TestDatabase;
  let house: House;
  let database: Database;
  const folder = mkdtempSync(join(tmpdir(), 'koujing-key-'));
  const readers = new KeyReaders();

  beforeAll(async () => {
    opened = await open();
    house = await House.open(opened);
    database = opened.database;
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { queries } = database;
    for (const table of ['account', 'audit_key', 'audit_entry', 'house'] as const)
      await queries.deleteFrom(table).execute();
    await readers.leave(queries, 'web:1');
  });

  const save = (box: SecretBox, n: number) =>
    new AccountStore(box).save(database.queries, {
      ...{ id: `a-${String(n).padStart(4, '0')}`, organId: house.organ, channel: 'weibo', name: `账号${n}` },
      ...{ settings: {}, secrets: secretOf(n), enabled: true },
    });

  const sealedWith = async (key: string): Promise<SecretBox> => {
    const box = secretBoxFrom(key);
    await proveKey(database, box);
    for (let n = 0; n < accounts; n += 1) await save(box, n);
    await openAuditKey({
      ...{ database, audit: house.audit, clock: house.clock, box },
      ...{ given: null, suite: 'international' },
    });
    return box;
  };

  const readWith = async (key: string): Promise<readonly unknown[]> =>
    (await new AccountStore(secretBoxFrom(key)).all(database.queries)).map(({ secrets }) => secrets);
  const whole = Array.from({ length: accounts }, (_, n) => secretOf(n));

  const rotation = (box: SecretBox, over: Partial<ConstructorParameters<typeof RotateKey>[0]> = {}) =>
    new RotateKey({ database, audit: house.audit, box, waitMs: 0, pause: async () => undefined, ...over });

  test('everything opens with the new key alone, the former one opens nothing, and the record tells both steps', async () => {
    const old = await sealedWith(former);
    const link = old.derive('outletLink', '');
    const box = secretBoxFrom(both);
    await proveKey(database, box);
    expect(await rotation(box).perform()).toMatchObject({ resealed: accounts + 1, anew: true });
    expect(await readWith(next)).toEqual(whole);
    await expect(readWith(former)).rejects.toThrow('KOUJING_SECRET_KEY');
    await expect(proveKey(database, secretBoxFrom(former))).rejects.toMatchObject({ code: 'unavailable' });
    const after = secretBoxFrom(next);
    await proveKey(database, after);
    // Links that newsrooms were sent before still open.
    expect(after.derive('outletLink', '')).toBe(link);
    const acts = await database.queries.selectFrom('audit_entry').select(['action', 'detail']).execute();
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['secretKey.replace', 'secretKey.replaced']),
    );
    expect(JSON.stringify(acts)).not.toContain(former);
    // Given again, it finds nothing to do.
    expect(await rotation(secretBoxFrom(both)).perform()).toMatchObject({ resealed: 0, anew: false });
  });

  test('whoever is killed half-way leaves what both keys open, a start with one of them is refused, and the next run finishes', async () => {
    await sealedWith(former);
    for (const steps of [1, 2, 4]) {
      const box = secretBoxFrom(both);
      await proveKey(database, box);
      await expect(rotation(box, { database: dyingAfter(database, steps) }).perform()).rejects.toThrow(
        'killed',
      );
      expect(await readWith(both)).toEqual(whole);
      for (const one of [former, next])
        await expect(proveKey(database, secretBoxFrom(one))).rejects.toMatchObject({ code: 'unavailable' });
    }
    const again = secretBoxFrom(both);
    await proveKey(database, again);
    await rotation(again).perform();
    expect(await new HouseKey().isUnderway(database.queries)).toBe(false);
    expect(await readWith(next)).toEqual(whole);
  });

  test('a process that does not know the new key is waited for and named, and what it seals meanwhile is sealed anew', async () => {
    const other = await sealedWith(former);
    await readers.say(database.queries, 'web:1', other);
    const box = secretBoxFrom(both);
    await proveKey(database, box);
    await expect(rotation(box).perform()).rejects.toThrow('web:1');
    expect(await readWith(former)).toEqual(whole);
    // It is restarted with both keys, goes on sealing with the former until it looks again.
    other.learn(secretBoxFrom(both));
    await readers.say(database.queries, 'web:1', other);
    const pause = async (): Promise<void> => {
      await save(other, 3);
      await new HouseKey().follow(database.queries, other);
      await readers.say(database.queries, 'web:1', other);
    };
    await rotation(box, { waitMs: 60_000, pause }).perform();
    expect(await readWith(next)).toEqual(whole);
  });

  test('a running server makes the key of its directory anew on an order; the former one is set aside for older backups', async () => {
    const box = keyFromFile(folder);
    const before = readFileSync(join(folder, 'secret.key'), 'utf8');
    await proveKey(database, box);
    await save(box, 1);
    const source = { box, directory: folder };
    const stop = takeKeyOrders(database, folder, { source, clock: house.clock, log });
    const answer = await giveOrder<{ resealed: number }>(folder, { name: 'rotate-key', asked: null }, 20_000);
    await stop();
    expect(answer).toMatchObject({ done: { resealed: 1, anew: true } });
    const after = readFileSync(join(folder, 'secret.key'), 'utf8');
    expect(after).not.toContain(before);
    expect(readFileSync(join(folder, 'secret.key.former'), 'utf8')).toBe(before);
    expect(await readWith(after)).toEqual([secretOf(1)]);
    // Killed after the database was done and before the file was: the next run only tidies it up.
    writeFileSync(join(folder, 'secret.key'), `${before}\n${after}`);
    expect(await rotateKey(database, source, { clock: house.clock, wait: 0 })).toMatchObject({ anew: false });
    expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(after);
    expect(existsSync(join(folder, 'secret.key.new'))).toBe(false);
  });
});

/** A process that is killed after so many commits. */
const dyingAfter = (database: Database, commits: number): Database => {
  let left = commits;
  return Object.assign(Object.create(database) as Database, {
    transaction: async (work: Parameters<Database['transaction']>[0]) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return database.transaction(work);
    },
  });
};

test('every place that seals something is known to the rotation', () => {
  const sources = globSync('{libs,apps}/**/*.ts').filter(
    (path) => !/\.test\.ts$|\.contract\.ts$/u.test(path),
  );
  const sealing = sources.filter((path) => /(?:box|sealer|Box)\.seal\(/u.test(readFileSync(path, 'utf8')));
  expect(sealing.toSorted()).toEqual([
    'libs/access/factor/factor-store.sql.ts',
    // In a cookie for ten minutes, and nowhere else: whoever is on the way meanwhile begins once more.
    'libs/access/organ-account/carried.ts',
    'libs/audit/audit-key.sql.ts',
    'libs/chat/chat-destination-store.sql.ts',
    'libs/dispatch/account-store.sql.ts',
    'libs/dispatch/keys/house-key.sql.ts',
    'libs/dispatch/keys/sealed-columns.sql.ts',
    'libs/dispatch/token-store.sql.ts',
    'libs/subscription/subscription-store.sql.ts',
  ]);
  expect(new Set(sealedColumns.map(({ table }) => table)).size).toBe(6);
});
