import { blocksFromText } from '@koujing/block';
import { json, type Queries } from '@koujing/database';
import { digestOf } from '@koujing/kernel';

interface HouseVersion {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  readonly draftedBy: string;
  readonly accountIds: readonly string[];
}

/** The current version of a release, as drafting leaves it. */
export const insertVersion = async (queries: Queries, version: HouseVersion): Promise<void> => {
  const { id, title, text, at, draftedBy, accountIds } = version;
  await queries
    .insertInto('release_version')
    .values({
      release_id: id,
      version: 1,
      title,
      summary: '',
      blocks: json<unknown>(blocksFromText(text)),
      plain: text,
      column_name: '通知公告',
      keywords: json([]),
      account_ids: json(accountIds),
      recipients: json(['desk@news.example']),
      overrides: json({}),
      digest: digestOf(id),
      drafted_by: draftedBy,
      created_at: at,
    })
    .execute();
};
