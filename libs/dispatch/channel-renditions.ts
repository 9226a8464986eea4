import { blocksFromText } from '@koujing/block';
import type {
  Channel,
  ChannelFinding,
  Publication,
  PublicationAttachment,
  PublicationDocument,
  Rendition,
} from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { Audience } from '@koujing/media';
import type { OrganStore } from '@koujing/organ';
import {
  ownWordsOf,
  type AttachmentStore,
  type OwnWords,
  type Release,
  type ReleaseVersion,
  type RenditionPreview,
  type RenditionSource,
} from '@koujing/release';
import type { ReleaseDocuments } from '@koujing/template';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import { recipientFindings } from './recipient-findings.js';

/** One account's rendition of a version, with what the channel objects to. */
export interface AccountRendition {
  readonly account: Account;
  readonly channel: Channel;
  readonly rendition: Rendition;
  readonly findings: readonly ChannelFinding[];
  /** What goes along; the rendition holds its digests. */
  readonly documents: readonly PublicationDocument[];
}

export interface RenditionParts {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly accounts: AccountStore;
  readonly organs: OrganStore;
  readonly attachments: AttachmentStore;
  readonly audience: Audience;
  readonly documents: ReleaseDocuments;
  /** The permanent address of a release's page, fixed at draft. */
  readonly portalUrl: (releaseId: string) => string;
}

/** What every channel would send, byte for byte: previews for the digest, and the same bytes for the ledger. */
export class ChannelRenditions implements RenditionSource {
  constructor(private readonly parts: RenditionParts) {}

  async previews(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
  ): Promise<readonly RenditionPreview[]> {
    const renditions = await this.renditions(queries, release, version);
    const mails = renditions.some(({ channel }) => channel.manifest.perRecipient);
    const about = mails ? await recipientFindings(this.parts.audience, queries, version) : [];
    return renditions.map(({ account, channel, rendition, findings }) => ({
      accountId: account.id,
      channel: channel.manifest.channel,
      accountName: account.name,
      rendition,
      findings: [...findings, ...(channel.manifest.perRecipient ? about : [])],
    }));
  }

  /** One per chosen account that exists and is enabled, in the order of the accounts' ids. */
  async renditions(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
    more: Pick<Publication, 'embargoUntil'> = {},
  ): Promise<readonly AccountRendition[]> {
    const accounts = await this.parts.accounts.find(queries, version.accountIds);
    const publication = { ...(await this.#publication(queries, release, version)), ...more };
    const chosen = accounts
      .filter((account) => account.enabled && this.parts.channels.has(account.channel))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const renditions: AccountRendition[] = [];
    for (const account of chosen)
      renditions.push(await this.#render(account, publication, ownWordsOf(version.overrides[account.id])));
    return renditions;
  }

  /** What takes each account's publication's place when this version is withdrawn; null where nothing does. */
  async withdrawalNotices(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
    accounts: readonly Account[],
  ): Promise<ReadonlyMap<string, Rendition | null>> {
    const publication = await this.#publication(queries, release, version);
    const notices = accounts.map((account) => {
      const channel = this.parts.channels.get(account.channel);
      const settings = channel?.manifest.settings.parse(account.settings);
      return [account.id, channel?.withdrawalNotice?.(publication, settings) ?? null] as const;
    });
    return new Map(notices);
  }

  /** A version in its common words, in forms that a newsroom files: the same bytes as a mail attaches that has no own words. */
  async documentsOf(
    queries: Queries,
    release: Release,
    version: ReleaseVersion,
    kinds: readonly PublicationDocument['kind'][],
  ): Promise<readonly PublicationDocument[]> {
    return this.#documents(await this.#publication(queries, release, version), kinds);
  }

  async #render(
    account: Account,
    publication: Publication,
    { text: override, ...instead }: OwnWords,
  ): Promise<AccountRendition> {
    const channel = this.parts.channels.get(account.channel) as Channel;
    const settings = channel.manifest.settings.parse(account.settings);
    const text = { ...publication, ...instead, ...(override === undefined ? {} : { override }) };
    const documents = await this.#documents(text, channel.documents?.(settings) ?? []);
    const own = documents.length === 0 ? text : { ...text, documents };
    return {
      account,
      channel,
      rendition: channel.preview(own, settings),
      findings: channel.validate(own, settings),
      documents,
    };
  }

  /** The same text as the mail's own, in a form that a newsroom files. */
  #documents(
    publication: Publication,
    kinds: readonly PublicationDocument['kind'][],
  ): Promise<readonly PublicationDocument[]> {
    const { title, blocks, override, organ, jointOrgans, documentNumber, portalUrl } = publication;
    const text = override === undefined ? blocks : blocksFromText(override);
    const numbered = documentNumber === undefined ? {} : { documentNumber };
    return this.parts.documents.make(
      { title: title.trim(), blocks: text, organ, jointOrgans, portalUrl, ...numbered },
      kinds,
      `release-${publication.releaseId.slice(0, 8)}-v${publication.version}`,
    );
  }

  async #publication(queries: Queries, release: Release, version: ReleaseVersion): Promise<Publication> {
    const organs = new Map((await this.parts.organs.all(queries)).map((organ) => [organ.id, organ.name]));
    const nameOf = (id: string): string => organs.get(id) ?? id;
    return {
      releaseId: release.id,
      version: version.version,
      title: version.title,
      blocks: version.blocks,
      summary: version.summary,
      organ: nameOf(release.organId),
      jointOrgans: release.jointOrganIds.map(nameOf),
      column: version.column,
      documentNumber: release.number,
      keywords: version.keywords,
      portalUrl: this.parts.portalUrl(release.id),
      images: await this.#images(queries, version),
      ...(version.attachments.length === 0 ? {} : { attachments: await this.#attachments(queries, version) }),
      ...(release.kind === 'warning' || release.kind === 'emergency' ? { isAlert: true } : {}),
      ...(version.correctionNote === '' ? {} : { correctionNote: version.correctionNote }),
    };
  }

  async #attachments(queries: Queries, { attachments }: ReleaseVersion): Promise<PublicationAttachment[]> {
    const digests = attachments.map(({ sha256 }) => sha256);
    const documents = await this.parts.attachments.documents(queries, digests);
    return attachments.map(({ sha256, name }) => {
      const document = documents.get(sha256);
      // Without its annex the public would get another release than the one that was signed.
      if (document === undefined) throw new Error(`the attachment ${sha256} (${name}) is not stored`);
      return { sha256, name, mimeType: document.mimeType, size: document.size };
    });
  }

  async #images(queries: Queries, version: ReleaseVersion): Promise<Publication['images']> {
    const images: Publication['images'][number][] = [];
    for (const { sha256, alt } of version.images) {
      const stored = await this.parts.attachments.find(queries, sha256);
      if (stored === null) continue;
      const mimeType = stored.mimeType === 'image/png' ? 'image/png' : 'image/jpeg';
      images.push({ sha256, mimeType, alt, bytes: stored.bytes });
    }
    return images;
  }
}
