import type { Attempt } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { AttachmentStore } from '@koujing/release';
import type { PictureSource } from './pictures.js';

/** The release's attachments as the channels take them. */
export class ReleasePictures implements PictureSource {
  constructor(private readonly attachments: AttachmentStore) {}

  async find(queries: Queries, digests: readonly string[]): Promise<Attempt['images']> {
    const pictures: Attempt['images'][number][] = [];
    for (const sha256 of digests) {
      const stored = await this.attachments.find(queries, sha256);
      if (stored === null) throw new Error(`the picture ${sha256} of a rendition is not stored`);
      pictures.push({ sha256, mimeType: stored.mimeType, bytes: stored.bytes });
    }
    return pictures;
  }
}
