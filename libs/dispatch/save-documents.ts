import type { PublicationDocument } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { AttachmentStore } from '@koujing/release';

interface WithDocuments {
  readonly rendition: { readonly assets: readonly string[] };
  readonly documents: readonly PublicationDocument[];
}

/** The documents that go along are kept with the pictures: the workers send the bytes that were approved. */
export const saveDocuments = async (
  queries: Queries,
  attachments: AttachmentStore,
  shares: readonly WithDocuments[],
): Promise<void> => {
  for (const { rendition, documents } of shares)
    for (const { sha256, mimeType, bytes } of documents)
      if (rendition.assets.includes(sha256))
        await attachments.save(queries, { sha256, mimeType, bytes, createdAt: new Date(0) });
};
