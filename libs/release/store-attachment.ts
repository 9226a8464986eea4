import { createHash } from 'node:crypto';
import { Problem } from '@koujing/kernel';
import type { Attachment } from './attachment-store.sql.js';
import { readAttachment } from './read-attachment.js';
import { releaseRefusal } from './refusal.js';
import type { AttachmentView } from './upload.api.js';
import type { ReleaseParts } from './release-parts.js';
import type { UploadedFile } from './upload.js';

/** Takes in a document that is to go out with a release, and keeps what it says beside it for the gate. */
export class StoreAttachment {
  constructor(private readonly parts: Pick<ReleaseParts, 'database' | 'attachments' | 'clock'>) {}

  /** @throws Problem `refused` with what is wrong */
  async perform(file: UploadedFile): Promise<AttachmentView> {
    const { database, attachments, clock } = this.parts;
    const read = await readAttachment(file);
    if (!read.ok) {
      const [first = releaseRefusal.attachment.unsupported(file.name), ...rest] = read.error;
      throw new Problem('refused', [first, ...rest]);
    }
    const { bytes, text, mimeType } = read.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await attachments.save(database.queries, { sha256, mimeType, bytes, text, createdAt: clock.now() });
    return { sha256, name: file.name, mimeType, bytes: bytes.length };
  }

  async show(sha256: string): Promise<Attachment> {
    const { database, attachments } = this.parts;
    const document = (await attachments.documents(database.queries, [sha256])).get(sha256);
    // A file of a register has no text, and is not for everybody.
    const found = (document?.text ?? '') === '' ? null : await attachments.find(database.queries, sha256);
    if (found === null) throw new Problem('notFound', [releaseRefusal.attachment.notFound]);
    return found;
  }
}
