import { createHash } from 'node:crypto';
import { refuseIfAny } from '@koujing/access';
import { activeFile } from '@koujing/block';
import { Problem } from '@koujing/kernel';
import type { Attachment } from '@koujing/release';
import { registerRefusal } from './refusal.js';
import type { StoredFile } from './register.api.js';
import type { RegisterParts } from './register-parts.js';

/** An office's document by its first bytes; a name proves nothing. */
const kinds: readonly (readonly [magic: string, endings: Readonly<Record<string, string>>])[] = [
  ['25504446', { pdf: 'application/pdf' }],
  [
    '504b0304',
    {
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ofd: 'application/ofd',
    },
  ],
  ['d0cf11e0', { doc: 'application/msword' }],
];

const mimeTypeOf = (name: string, bytes: Uint8Array): string | null => {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return kinds.find(([known]) => known === magic)?.[1][ending] ?? null;
};

/** Keeps a workflow document (Art.27) as attachments are kept: by its digest, which never changes its bytes. */
export class StoreFile {
  constructor(
    private readonly parts: Pick<RegisterParts, 'database' | 'attachments' | 'entries' | 'clock'>,
  ) {}

  async perform({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<StoredFile> {
    const { database, attachments, clock } = this.parts;
    const mimeType = mimeTypeOf(name, bytes);
    if (mimeType === null) throw new Problem('unsupported', [registerRefusal.fileKind(name)]);
    refuseIfAny(activeFile(bytes, 'file'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await attachments.save(database.queries, { sha256, mimeType, bytes, createdAt: clock.now() });
    return { sha256, fileName: name, mimeType, bytes: bytes.length };
  }

  /** Only what a register speaks of: pictures of drafts are not for everybody. */
  async show(sha256: string): Promise<Attachment & { readonly name: string }> {
    const { database, attachments, entries } = this.parts;
    const name = await entries.nameOfFile(database.queries, sha256);
    const found = name === null ? null : await attachments.find(database.queries, sha256);
    if (name === null || found === null) throw new Problem('notFound', [registerRefusal.entryNotFound]);
    return { ...found, name };
  }
}
