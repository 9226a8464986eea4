import { blocksFromText } from '@koujing/block';
import {
  fillSlots,
  slot,
  type Publication,
  type PublicationAttachment,
  type Rendition,
} from '@koujing/channel';
import { civilTime } from '@koujing/kernel';
import {
  portalArticlePage,
  portalArticleTemplate,
  portalCorrectionNote,
  portalDress,
} from '@koujing/template';
import { portalSlots } from './manifest.js';
import { columnOf, siteOf, type PortalSettings } from './portal-settings.js';

/** Fixed at draft, so that every rendition can carry the address. */
export const pagePath = (releaseId: string): string => `r/${releaseId}.html`;
/** Whose page this is. */
export const releaseAt = (path: string): string => path.slice('r/'.length, -'.html'.length);
/** The portal's server answers 410 with it. */
export const tombstonePath = (releaseId: string): string => `r/${releaseId}.gone.html`;
/** The newest CAP message of a release, beside those by their own identifiers; written by `alert`. */
export const capPath = (releaseId: string): string => `cap/${releaseId}.cap.xml`;
/** Pictures are named by what they hold: they never change and are never written twice. */
export const picturePath = (sha256: string, mimeType: string): string =>
  `a/${sha256}.${mimeType === 'image/png' ? 'png' : 'jpg'}`;

/** Where a picture of this digest may lie. */
export const picturePaths = (sha256: string): readonly string[] =>
  ['image/png', 'image/jpeg'].map((mimeType) => picturePath(sha256, mimeType));

/** Documents lie under their release, so that they go when its page goes. */
const documentPath = (releaseId: string, { sha256, mimeType }: PublicationAttachment): string =>
  `f/${releaseId}/${sha256}.${mimeType.startsWith('text/') ? 'txt' : 'docx'}`;

/** The documents that a page offers, as the page itself names them. */
export const documentsOnPage = (page: string): readonly string[] =>
  [...page.matchAll(/href="\.\.\/(f\/[\w-]+\/[0-9a-f]{64}\.(?:docx|txt))"/gu)].map(
    (match) => match[1] as string,
  );

/** Pictures and documents that a page shows or offers, each named by the digest of what it must hold. */
export const filesOnPage = (page: string): readonly { readonly path: string; readonly sha256: string }[] => {
  const named = /(?:src|href)="\.\.\/((?:a|f\/[\w-]+)\/([0-9a-f]{64})\.(?:png|jpg|docx|txt))"/gu;
  const found = [...page.matchAll(named)].map(([, path = '', sha256 = '']) => [path, sha256] as const);
  return [...new Map(found)].map(([path, sha256]) => ({ path, sha256 }));
};

/** `2026-11-23 08:40`: the form that the official tags demand (CHANNELS.md D2). */
export const minuteOf = (instant: Date): string => civilTime(instant).slice(0, 16).replace('T', ' ');

/** Pure: the page with its slots, and what the lists and feeds will say of it. */
export const portalRendition = (publication: Publication, settings: PortalSettings): Rendition => ({
  channel: 'portal',
  template: portalArticleTemplate,
  parts: {
    path: pagePath(publication.releaseId),
    title: publication.title,
    summary: publication.summary,
    organ: publication.organ,
    organs: [publication.organ, ...publication.jointOrgans].join('\n'),
    column: publication.column,
    html: pageOf(publication, settings),
    ...(publication.correctionNote === undefined ? {} : { correctionNote: publication.correctionNote }),
  },
  slots: portalSlots,
  assets: [...picturesOf(publication), ...(publication.attachments ?? [])].map(({ sha256 }) => sha256),
});

const pageOf = (publication: Publication, settings: PortalSettings): string => {
  const { releaseId, version, title, summary, organ, jointOrgans, keywords, portalUrl } = publication;
  return portalArticlePage({
    ...{ releaseId, version, title, summary, organ, jointOrgans, keywords, portalUrl },
    ...(publication.isAlert === true ? { cap: `../${capPath(releaseId)}` } : {}),
    ...(publication.documentNumber ? { documentNumber: publication.documentNumber } : {}),
    site: siteOf(settings),
    column: columnOf(settings, publication.column),
    blocks: publication.override === undefined ? publication.blocks : blocksFromText(publication.override),
    pubDate: slot('pubDate'),
    publishedAt: slot('publishedAt'),
    updatedAt: slot('updatedAt'),
    correction: slot('correction'),
    attachments: (publication.attachments ?? []).map((attachment) => ({
      name: attachment.name,
      size: attachment.size,
      address: `../${documentPath(releaseId, attachment)}`,
    })),
    image: (sha256) => `../${addressOf(sha256, publication)}`,
  });
};

const addressOf = (sha256: string, { images }: Publication): string =>
  picturePath(sha256, images.find((image) => image.sha256 === sha256)?.mimeType ?? 'image/jpeg');

/** The pictures that the page shows. */
export const picturesOf = ({ blocks, images, override }: Publication) =>
  override === undefined
    ? images.filter((image) =>
        blocks.some((block) => block.type === 'image' && block.assetSha256 === image.sha256),
      )
    : [];

export interface PageTimes {
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** The article as it was approved, its slots filled. A page that was published before in another version says so above its text, also when it was withdrawn in between. */
const filledArticle = (rendition: Rendition, version: number, times: PageTimes): string => {
  const { correctionNote = '' } = rendition.parts;
  const isCorrected = correctionNote !== '' || times.updatedAt > times.publishedAt;
  return fillSlots(rendition.parts.html ?? '', {
    pubDate: minuteOf(times.publishedAt),
    publishedAt: civilTime(times.publishedAt),
    updatedAt: civilTime(times.updatedAt),
    correction: isCorrected
      ? portalCorrectionNote({
          version,
          at: minuteOf(times.updatedAt),
          note: correctionNote,
        })
      : '',
  });
};

/** The bytes that go out: the article, in the head and foot that the site has now. */
export const filledPage = (
  rendition: Rendition,
  version: number,
  times: PageTimes,
  settings: PortalSettings,
): string => dressOf(settings, rendition.parts.column ?? '')(filledArticle(rendition, version, times));

const dressOf = (settings: PortalSettings, column: string): ReturnType<typeof portalDress> => {
  const known = dresses.get(settings) ?? new Map<string, ReturnType<typeof portalDress>>();
  dresses.set(settings, known);
  const dress = known.get(column) ?? portalDress(siteOf(settings), columnOf(settings, column));
  known.set(column, dress);
  return dress;
};

/** A rebuild asks for the same few a hundred thousand times. */
const dresses = new WeakMap<PortalSettings, Map<string, ReturnType<typeof portalDress>>>();
