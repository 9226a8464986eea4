import type { Queries } from '@koujing/database';
import type { Release, ReleaseVersion } from '@koujing/release';
import type { NewsroomParts } from './newsroom-parts.js';
import type { KeptDocument } from './release-document-store.sql.js';

/** A file of a release as a newsroom files it. */
export interface PressFile {
  readonly name: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

const kinds = ['docx', 'pdf'] as const;

/** What a release offers for download: documents made of it, its pictures, its attachments. */
export class PressFiles {
  constructor(
    private readonly parts: Pick<
      NewsroomParts,
      'database' | 'attachments' | 'documents' | 'renditions' | 'clock'
    >,
  ) {}

  /** In the order in which they are shown; each under a name of its own, so that SHA256SUMS speaks of what is saved. */
  async of(release: Release, version: ReleaseVersion): Promise<readonly PressFile[]> {
    const { queries } = this.parts.database;
    const named = [
      ...(await this.#documents(release, version)).map(({ sha256, name }) => ({ sha256, name })),
      ...version.images.map(({ sha256, alt }, index) => ({ sha256, name: `图片${index + 1} ${alt}` })),
      ...version.attachments.map(({ sha256, name }) => ({ sha256, name })),
    ];
    const taken = new Set<string>();
    const files: PressFile[] = [];
    for (const { sha256, name } of named) {
      const stored = await this.parts.attachments.find(queries, sha256);
      // A release goes out with its pictures and annexes or not at all; what is missing here is told, not left out.
      if (stored === null) throw new Error(`the file ${sha256} (${name}) of ${release.id} is not stored`);
      const unique = uniqueName(withEnding(name, stored.mimeType), taken);
      files.push({ name: unique, sha256, mimeType: stored.mimeType, bytes: stored.bytes });
    }
    return files;
  }

  async #documents(release: Release, version: ReleaseVersion): Promise<readonly KeptDocument[]> {
    const { database, documents, renditions, attachments, clock } = this.parts;
    const known = await documents.of(database.queries, release.id, version.version);
    if (known.length === kinds.length) return known;
    const made = await renditions.documentsOf(database.queries, release, version, kinds);
    return database.transaction(async (queries: Queries) => {
      for (const { sha256, mimeType, bytes } of made)
        await attachments.save(queries, { sha256, mimeType, bytes, createdAt: clock.now() });
      const of = { releaseId: release.id, version: version.version, at: clock.now() };
      await documents.keep(queries, of, made);
      // Another process may have been first: its bytes stand.
      return documents.of(queries, release.id, version.version);
    });
  }
}

const endings: Readonly<Record<string, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png' };

/** A line of SHA256SUMS holds one name, and a folder takes no separator. */
const withEnding = (name: string, mimeType: string): string => {
  const ending = endings[mimeType];
  const plain = name
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return ending === undefined ? plain : `${plain.slice(0, 60)}${ending}`;
};

const uniqueName = (name: string, taken: Set<string>): string => {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let unique = name;
  for (let count = 2; taken.has(unique); count += 1) unique = `${stem} (${count})${ending}`;
  taken.add(unique);
  return unique;
};

/** As `sha256sum -c` reads it. */
export const sumsOf = (files: readonly PressFile[]): string =>
  files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
