import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { ownWordsOf, type OwnWords } from './channel-words.js';
import type { Release, ReleaseVersion } from './release.js';

/** What one channel account would send, and what the channel objects to. */
export interface RenditionPreview {
  readonly accountId: string;
  readonly channel: string;
  readonly accountName: string;
  readonly rendition: {
    readonly template: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly slots: readonly string[];
    readonly assets: readonly string[];
  };
  readonly findings: readonly (Reason & { readonly severity: 'block' | 'warn' })[];
}

/** What keeps the text from being released, each with the account that would refuse it. */
export const blockingFindings = (previews: readonly RenditionPreview[]): readonly Reason[] =>
  previews.flatMap(({ findings, accountName }) =>
    findings
      .filter(({ severity }) => severity === 'block')
      .map((finding) => ({
        code: finding.code,
        message: `${accountName}：${finding.message}`,
        messageEn: `${accountName}: ${finding.messageEn}`,
        ...(finding.field === undefined ? {} : { field: finding.field }),
        ...(finding.allowed === undefined ? {} : { allowed: finding.allowed }),
      })),
  );

/** Port: the renditions of a version, one per chosen account that exists and is enabled. Pure but for reading accounts and pictures. */
export interface RenditionSource {
  previews(queries: Queries, release: Release, version: ReleaseVersion): Promise<readonly RenditionPreview[]>;
}

/** The fake: every account is a channel that takes a title of at most 30 characters and shows the plain text. */
export class PlainRenditions implements RenditionSource {
  async previews(_: Queries, __: Release, version: ReleaseVersion): Promise<readonly RenditionPreview[]> {
    return version.accountIds.map((accountId) => ({
      accountId,
      channel: 'plain',
      accountName: accountId,
      rendition: {
        template: 'plain@1',
        parts: partsOf(version, ownWordsOf(version.overrides[accountId])),
        slots: [],
        assets: version.images.map((image) => image.sha256),
      },
      findings: version.title.length <= 30 ? [] : [titleTooLong],
    }));
  }
}

const partsOf = (version: ReleaseVersion, { title, text }: OwnWords) => ({
  title: title ?? version.title,
  text: text ?? version.plain,
});

const titleTooLong = {
  severity: 'block',
  code: 'titleTooLong',
  message: '标题超过 30 字。',
  messageEn: 'The title is longer than 30 characters.',
  field: 'title',
  allowed: '30',
} as const;
