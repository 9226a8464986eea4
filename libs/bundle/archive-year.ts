import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Signer } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { civilTime, civilYear, flush, systemDisk, type Clock, type Disk } from '@koujing/kernel';
import {
  catalogueOf,
  recordFolder,
  recordXml,
  signManifest,
  type ArchivedFile,
  type ArchiveManifest,
  type Retention,
} from './archive.js';
import { archiveRefusal, refused } from './archive-refusal.js';
import { releasesOf, type ArchivedYear } from './archive-rows.sql.js';
import type { Bundle } from './bundle.js';
import type { ExportBundle } from './export-bundle.js';

export interface ArchiveOrder extends ArchivedYear {
  readonly organName: string | null;
  readonly folder: string;
  readonly retention: Retention;
  /** Who takes it, for the record of each release. */
  readonly by: string;
}

/**
 * A year of releases for the archive: of each the public's text, its attachments, its metadata and its evidence, with a catalogue and a signed
 * list of every file. One release is in memory at a time. A run that was cut off leaves `<folder>.partial` and no archive.
 */
export class ArchiveYear {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly bundles: ExportBundle;
      readonly clock: Clock;
      readonly signer: Signer;
      readonly disk?: Disk;
    },
  ) {}

  /** @throws Problem `badInput` */
  async perform(order: ArchiveOrder): Promise<ArchiveManifest> {
    const { database, clock, signer, disk = systemDisk } = this.parts;
    const { year, folder, retention, organName } = order;
    if (year >= civilYear(clock.now())) throw refused(archiveRefusal.yearNotOver(year));
    if (existsSync(folder)) throw refused(archiveRefusal.folderTaken(folder));
    const releases = await releasesOf(database.queries, order);
    if (releases.length === 0) throw refused(archiveRefusal.nothing(year));
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    const madeAt = civilTime(clock.now());
    let isOurs = false;
    try {
      const into = new Folder(partial, disk);
      for (const [index, release] of releases.entries()) {
        const bundle = await this.parts.bundles.take(release.id, order.by);
        if (bundle === null) throw new Error(`the release ${release.id} is gone`);
        const at = recordFolder(index + 1);
        const files = [
          into.write(`${at}/${fileName(release.title)}.txt`, `${release.title}\n\n${release.plain}\n`),
          into.write(`${at}/evidence.bundle.json`, JSON.stringify(bundle)),
          ...attachmentsOf(bundle).map(({ name, bytes }) => into.write(`${at}/${name}`, bytes)),
        ];
        into.write(`${at}/metadata.xml`, recordXml(release, { retention, files, madeAt }));
        flush(join(partial, at), disk);
      }
      into.write('catalogue.csv', catalogueOf(releases, retention));
      const unsigned = { format: 'koujing-archive', version: 1, organ: organName, madeAt } as const;
      const counted = { year, retention, records: releases.length, files: [...into.files] };
      const manifest = signManifest({ ...unsigned, ...counted }, signer);
      into.close(`${JSON.stringify(manifest, null, 1)}\n`);
      disk.renameSync(partial, folder);
      isOurs = true;
      flush(dirname(folder), disk);
      return manifest;
    } catch (error) {
      // Only what was put there by us: another that was whole meanwhile is worth more than a name that is free.
      for (const left of [partial, ...(isOurs ? [folder] : [])])
        rmSync(left, { recursive: true, force: true });
      throw error;
    }
  }
}

/** What was written, in the order of writing, each file on the disk before it is listed. */
class Folder {
  readonly files: ArchivedFile[] = [];

  constructor(
    private readonly root: string,
    private readonly disk: Disk,
  ) {
    disk.mkdirSync(root, { recursive: true, mode: 0o700 });
  }

  write(path: string, content: string | Uint8Array): ArchivedFile {
    const bytes = Buffer.from(content);
    const full = join(this.root, path);
    this.disk.mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
    this.disk.writeFileSync(full, bytes, { mode: 0o600, flag: 'wx', flush: true });
    const file = { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    this.files.push(file);
    return file;
  }

  close(manifest: string): void {
    this.disk.writeFileSync(join(this.root, 'manifest.json'), manifest, { mode: 0o600, flush: true });
    flush(join(this.root, 'records'), this.disk);
    flush(this.root, this.disk);
  }
}

/** A title as a file name on every system that an archive may have. */
const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 60) || '发布稿';

const endings: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'text/plain': '.txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

const attachmentsOf = ({ parts }: Bundle): readonly { readonly name: string; readonly bytes: Uint8Array }[] =>
  parts.attachments.map(({ sha256, mimeType, base64 }) => ({
    name: `${sha256}${endings[mimeType] ?? ''}`,
    bytes: Buffer.from(base64, 'base64'),
  }));
