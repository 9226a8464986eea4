import type { Queries } from '@koujing/database';
import type { AttachmentStore, ReleaseVersion } from '@koujing/release';
import type { CompanionText } from './within/within-release.js';

/** What goes out beside the text: the words that a person set for one channel, and what the attached documents say. */
export const companionsOf = async (
  queries: Queries,
  { overrides, attachments }: Pick<ReleaseVersion, 'overrides' | 'attachments'>,
  store: Pick<AttachmentStore, 'documents'>,
): Promise<readonly CompanionText[]> => {
  const documents = await store.documents(
    queries,
    attachments.map(({ sha256 }) => sha256),
  );
  return [
    ...Object.entries(overrides).map(([name, words]) => ({ name, text: words })),
    ...attachments.map(({ sha256, name }) => ({
      name: `附件《${name}》`,
      text: documents.get(sha256)?.text ?? '',
    })),
  ];
};
