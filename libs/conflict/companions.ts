import type { Queries } from '@koujing/database';
import { ownWordsOf, type AttachmentStore, type ReleaseVersion } from '@koujing/release';
import type { CompanionText } from './within/within-release.js';

/** What goes out beside the text: the title, summary and text that a person set for one channel, and what the attached documents say. */
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
    ...Object.entries(overrides).map(([name, words]) => {
      const { title, summary = '', text = '' } = ownWordsOf(words);
      return { name, ...(title === undefined ? {} : { title }), text: `${summary}\n${text}`.trim() };
    }),
    ...attachments.map(({ sha256, name }) => ({
      name: `附件《${name}》`,
      text: documents.get(sha256)?.text ?? '',
    })),
  ];
};
