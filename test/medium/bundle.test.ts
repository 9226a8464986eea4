import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAuditKey, SealEntries, type Signer } from '@koujing/audit';
import {
  ArchiveYear,
  bundleFrom,
  ExportBundle,
  verifyArchive,
  verifyBundle,
  type BundleProof,
} from '@koujing/bundle';
import { internationalSuite } from '@koujing/crypto';
import { json } from '@koujing/database';
import { civilYear, digestOf, newId, SystemClock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import type { Actor, Role } from '@koujing/access';
import { onEachEngine } from '../support/engines.js';
import { House } from './dispatch-house.js';
import { Platform } from './dispatch-platform.js';

onEachEngine('the evidence of a release', (open) => {
  let house: House;
  let bundles: ExportBundle;
  let signer: Signer;
  let releaseId: string;
  let text: string;
  const who = (role: Role, organId: string, office = false): Actor => ({
    ...{ personId: house.person, name: '周文' },
    grants: [{ role, organId, office }],
  });

  beforeAll(async () => {
    house = await House.open(await open());
    const { database, audit, clock, box } = house;
    await house.connect(new Platform('portal', { waitsForPortal: false }), new Platform('weibo'));
    signer = await openAuditKey({ database, audit, clock, box, given: null, suite: 'international' });
    const seal = new SealEntries(database, { signer, clock });
    bundles = new ExportBundle({ database, audit, clock, signer, releases: new ReleaseStore() });
    releaseId = await house.release();
    const { queries } = database;
    const bytes = Buffer.from('图片');
    const sha256 = internationalSuite.hash(bytes);
    await queries
      .insertInto('attachment')
      .values({ sha256, mime_type: 'image/png', bytes, traces: json([]), created_at: clock.now() })
      .execute();
    await queries
      .insertInto('release_image')
      .values({ release_id: releaseId, version: 1, sha256, alt: '', position: 0 })
      .execute();
    await queries
      .insertInto('signature')
      .values({
        ...{ id: newId(), release_id: releaseId, version: 1, digest: digestOf(releaseId) },
        ...{ step: 'contentApproval', organ_id: house.organ, person_id: house.person, decision: 'approve' },
        ...{ note: '', items: json({}), signed_at: clock.now() },
      })
      .execute();
    const worker = house.worker();
    worker.start();
    await house.untilState(releaseId, 'weibo', 'delivered');
    await worker.stop();
    await seal.perform();
    text = JSON.stringify(await bundles.perform(releaseId, who('auditor', 'office', true)));
  });
  afterAll(() => house.close());

  const proofOf = (changed: string, publicKey: string | null = null): BundleProof => {
    const bundle = bundleFrom(changed);
    if (bundle === null) throw new Error('no bundle');
    return verifyBundle(bundle, publicKey);
  };
  /** The parts at fault when this was done to the file. */
  const tampered = (change: (bundle: Record<string, never>) => void): readonly string[] => {
    const bundle = JSON.parse(text) as Record<string, never>;
    change(bundle);
    return proofOf(JSON.stringify(bundle)).faults.map(({ part }) => part);
  };

  test('verifies without a database, with everything that stands behind it', () => {
    const proof = proofOf(text, signer.key.publicKey);
    expect(proof).toMatchObject({ releaseId, faults: [] });
    expect(proof.counts).toMatchObject({ versions: 1, attachments: 1, signatures: 1, deliveries: 2 });
    expect(proof.counts['entries']).toBeGreaterThan(3);
    expect(proofOf(text, 'ed25519:other').faults[0]?.part).toBe('seal');
  });

  test('whatever part is altered is named', () => {
    const { parts } = JSON.parse(text) as { parts: Record<string, unknown> };
    for (const part of Object.keys(parts))
      expect(
        tampered((bundle) => {
          const all: Record<string, unknown> = at(bundle, 'parts');
          const found = all[part];
          all[part] = Array.isArray(found)
            ? [...found, ...(found.length === 0 ? [newRow(part)] : [found[0]])]
            : { ...(found as object), ...(part === 'names' ? { x: 'y' } : { state: 'x', unsealed: 9 }) };
        }),
      ).toContain(part);
    expect(
      tampered((bundle) => void (at(bundle, 'seal')['madeAt'] = '2020-01-01T00:00:00.000Z' as never)),
    ).toEqual(['seal']);
  });

  test('an altered entry no longer has its hash, and a signature that stands on no version is named with its signer', () => {
    expect(
      tampered((bundle) => {
        const [entry] = at(at(bundle, 'parts'), 'chain')['entries'] as unknown as {
          content: { actor: string };
        }[];
        if (entry !== undefined) entry.content.actor = 'somebody';
      }).filter((part) => part === 'chain').length,
    ).toBeGreaterThan(1);
    expect(
      tampered((bundle) => {
        const [signature] = at(bundle, 'parts')['signatures'] as unknown as { digest: string }[];
        if (signature !== undefined) signature.digest = 'f'.repeat(64);
      }),
    ).toEqual(['signatures', 'signatures']);
    expect(bundleFrom('{}')).toBeNull();
    expect(bundleFrom(text.slice(0, -5))).toBeNull();
  });

  test('it is for whoever may read the record of the organ, and that it was taken is recorded', async () => {
    await expect(bundles.perform(releaseId, who('drafter', house.organ))).rejects.toMatchObject({
      reasons: [{ code: 'lacksRole' }],
    });
    await expect(bundles.perform(newId(), who('auditor', house.organ))).rejects.toMatchObject({
      code: 'notFound',
    });
    const own = await bundles.perform(releaseId, who('administrator', house.organ));
    expect(own.parts.chain.entries.length + own.parts.chain.unsealed).toBeGreaterThan(3);
    expect(JSON.stringify(own)).not.toContain('secret');
    const taken = await house.database.queries
      .selectFrom('audit_entry')
      .select('actor')
      .where('action', '=', 'release.exportBundle')
      .execute();
    expect(taken).toHaveLength(2);
  });

  test('a year that is over goes to the archive, which tells every file that is altered, missing or strange', async () => {
    const { database, clock } = house;
    const folder = mkdtempSync(join(tmpdir(), 'koujing-archive-'));
    try {
      const year = civilYear(clock.now());
      await database.queries
        .updateTable('release')
        .set({ state: 'released', released_version: 1, released_at: clock.now() })
        .where('id', '=', releaseId)
        .execute();
      const order = {
        ...{ year, organId: house.organ, organName: '教育局', folder: join(folder, 'of-a-year') },
        ...({ retention: '30 years', by: 'system:cli' } as const),
      };
      const early = new ArchiveYear({ database, bundles, clock, signer });
      await expect(early.perform(order)).rejects.toMatchObject({ reasons: [{ code: 'yearNotOver' }] });
      const later = new SystemClock();
      const archive = new ArchiveYear({
        ...{ database, bundles, signer },
        clock: { now: () => new Date(`${year + 1}-03-01T00:00:00Z`), monotonic: () => later.monotonic() },
      });
      await expect(archive.perform({ ...order, year: year - 3 })).rejects.toMatchObject({
        reasons: [{ code: 'nothingToArchive' }],
      });
      const manifest = await archive.perform(order);
      expect(manifest).toMatchObject({ records: 1, organ: '教育局' });
      await expect(archive.perform(order)).rejects.toMatchObject({ reasons: [{ code: 'folderTaken' }] });
      expect(verifyArchive(order.folder, signer.key.publicKey).faults).toEqual([]);
      expect(verifyArchive(order.folder, 'ed25519:other').faults[0]?.part).toBe('manifest');

      const named = (ending: string): string =>
        manifest.files.find(({ path }) => path.endsWith(ending))?.path ?? '';
      const faultsAfter = (path: string, content: string | null): readonly string[] => {
        const file = join(order.folder, path);
        const before = readFileSync(file);
        if (content === null) rmSync(file);
        else writeFileSync(file, content);
        const { faults } = verifyArchive(order.folder, null);
        writeFileSync(file, before);
        return faults.map(({ part }) => part);
      };
      const xml = readFileSync(join(order.folder, named('metadata.xml')), 'utf8');
      expect(xml).toContain('<保管期限>30年</保管期限>');
      expect(xml).toContain(`<电子文件号>${releaseId}</电子文件号>`);
      expect(readFileSync(join(order.folder, 'catalogue.csv'), 'utf8')).toContain('已发布');
      for (const file of manifest.files) {
        expect(faultsAfter(file.path, 'altered')).toEqual([file.path]);
        expect(faultsAfter(file.path, null)).toEqual([file.path]);
      }
      expect(faultsAfter('manifest.json', JSON.stringify({ ...manifest, retention: 'permanent' }))).toEqual([
        'manifest',
      ]);
      writeFileSync(join(order.folder, 'records', 'strange.txt'), '');
      expect(verifyArchive(order.folder, null).faults.map(({ part }) => part)).toEqual([
        'records/strange.txt',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const at = (of: Record<string, never>, name: string): Record<string, never> => of[name] as never;
const newRow = (part: string): object =>
  part === 'attachments' ? { sha256: '', mimeType: '', base64: '' } : { id: 'x' };
