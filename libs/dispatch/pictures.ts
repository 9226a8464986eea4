import type { Attempt } from '@koujing/channel';
import type { Queries } from '@koujing/database';

/** Where the bytes of pictures come from; the release's attachments stand behind it. */
export interface PictureSource {
  find(queries: Queries, digests: readonly string[]): Promise<Attempt['images']>;
}
