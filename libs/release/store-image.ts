import { createHash } from 'node:crypto';
import { Problem } from '@koujing/kernel';
import { pictureTraces } from './picture-traces.js';
import { readPicture } from './picture.js';
import { releaseRefusal } from './refusal.js';
import type { ImageView } from './upload.api.js';
import type { ReleaseParts } from './release-parts.js';
import type { Attachment } from './attachment-store.sql.js';

/** Takes a picture in, by its bytes and not by its name, and gives back the digest that releases refer to. */
export class StoreImage {
  constructor(private readonly parts: Pick<ReleaseParts, 'database' | 'attachments' | 'clock'>) {}

  async perform(file: Uint8Array): Promise<ImageView> {
    const { database, attachments, clock } = this.parts;
    const { mimeType, bytes } = readPicture(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const traces = pictureTraces(file);
    await attachments.save(database.queries, { sha256, mimeType, bytes, traces, createdAt: clock.now() });
    return { sha256, mimeType, bytes: bytes.length };
  }

  async show(sha256: string): Promise<Attachment> {
    const found = await this.parts.attachments.find(this.parts.database.queries, sha256);
    if (found === null) throw new Problem('notFound', [releaseRefusal.imageNotFound]);
    return found;
  }
}
