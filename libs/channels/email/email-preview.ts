import {
  overLimits,
  lengthIn,
  slot,
  slotsIn,
  type ChannelFinding,
  type Publication,
  type Rendition,
} from '@koujing/channel';
import { plainText } from '@koujing/block';
import { emailManifest } from './manifest.js';
import { mailHtml } from './mail-html.js';
import type { EmailSettings } from './email-settings.js';

/** Pure: what every recipient gets, but for the unsubscribe address. */
export const mailOf = (publication: Publication, settings: EmailSettings): Rendition => {
  const parts = {
    fromName: settings.fromName === '' ? publication.organ : settings.fromName,
    subject: `【新闻发布】${publication.title.trim()}`,
    html: mailHtml(publication),
    text: mailText(publication),
  };
  return {
    channel: 'email',
    template: 'media-email@1',
    parts,
    slots: slotsIn(Object.values(parts)),
    assets: [],
  };
};

const mailText = (publication: Publication): string =>
  [
    publication.title.trim(),
    [publication.organ, ...publication.jointOrgans].join('、'),
    publication.documentNumber ?? '',
    '',
    publication.override ?? plainText(publication.blocks),
    '',
    `权威版本：${publication.portalUrl}`,
    `退订：${slot('unsubscribe')}`,
  ]
    .filter((line, index, lines) => line !== '' || lines[index - 1] !== '')
    .join('\n');

export const validateMail = (publication: Publication, settings: EmailSettings): ChannelFinding[] => {
  const { parts } = mailOf(publication, settings);
  return overLimits(emailManifest.limits, {
    subject: lengthIn(parts['subject'] ?? '', 'characters'),
    html: lengthIn(parts['html'] ?? '', 'bytes'),
  });
};
