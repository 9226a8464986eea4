import { blocksFromText, plainText } from '@koujing/block';
import { canonicalJson } from '@koujing/kernel';
import {
  overLimits,
  slot,
  straySlots,
  type ChannelFinding,
  type Publication,
  type Reading,
  type Rendition,
} from '@koujing/channel';
import { webhookManifest } from './manifest.js';

export type WebhookEvent = 'release.published' | 'release.corrected' | 'release.withdrawn' | 'ping';

/**
 * The body of `release.published` and `release.corrected`, byte for byte but for the event's name. Members stand in the
 * order of their names: a database gives blocks back in an order of its own, and what was approved must not change by it.
 */
export const bodyOf = (publication: Publication): Rendition => ({
  channel: 'webhook',
  template: 'webhook@1',
  parts: { body: canonicalJson(contentOf(publication)) },
  slots: ['event'],
  assets: [],
});

const contentOf = (publication: Publication) => {
  const blocks =
    publication.override === undefined ? publication.blocks : blocksFromText(publication.override);
  return {
    event: slot('event'),
    releaseId: publication.releaseId,
    version: publication.version,
    number: publication.documentNumber ?? null,
    title: publication.title,
    summary: publication.summary,
    organ: publication.organ,
    jointOrgans: publication.jointOrgans,
    column: publication.column,
    keywords: publication.keywords,
    url: publication.portalUrl,
    text: plainText(blocks),
    blocks,
    images: publication.images.map(({ sha256, mimeType, alt }) => ({ sha256, mimeType, alt })),
  };
};

/** Title and text of what was sent, as an app that shows them answers (docs/webhook.md). */
export const sentReading = ({ parts }: Rendition): Reading => {
  const sent = JSON.parse(parts['body'] ?? '{}') as { readonly title?: string; readonly text?: string };
  return { text: `${sent.title ?? ''}\n${sent.text ?? ''}` };
};

/** Pure. */
export const validateWebhook = (publication: Publication): ChannelFinding[] => [
  ...overLimits(webhookManifest.limits, {
    body: Buffer.byteLength(bodyOf(publication).parts['body'] ?? '', 'utf8'),
  }),
  ...straySlots(publication),
];
