import { blocksFromText } from '@koujing/block';
import {
  lengthIn,
  overLimits,
  slot,
  slotsIn,
  straySlots,
  type ChannelFinding,
  type Publication,
  type Rendition,
} from '@koujing/channel';
import { mediaEmail, mediaEmailTemplate, recallEmail, recallEmailTemplate } from '@koujing/template';
import { attachmentParts } from './attachment-part.js';
import type { EmailSettings } from './email-settings.js';
import { emailManifest } from './manifest.js';

/** Pure: what every recipient gets, but for the hour of release and the unsubscribe address. */
export const mailOf = (publication: Publication, settings: EmailSettings): Rendition => {
  const { organ, override, blocks, embargoUntil } = publication;
  const documents = (publication.documents ?? []).filter(({ kind }) => settings.attach.includes(kind));
  const mail = mediaEmail({
    ...publication,
    title: publication.title.trim(),
    blocks: override === undefined ? blocks : blocksFromText(override),
    releasedAt: slot('releasedAt'),
    contact: contactOf(settings),
    unsubscribeUrl: slot('unsubscribe'),
    documents,
    ...(embargoUntil === undefined ? {} : { embargoUntil: embargoUntil.slice(0, 16).replace('T', ' ') }),
  });
  const fromName = settings.fromName === '' ? organ : settings.fromName;
  const parts = {
    fromName,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...attachmentParts(documents),
    ...(embargoUntil === undefined ? {} : { embargo: embargoUntil }),
  };
  return {
    channel: 'email',
    template: mediaEmailTemplate,
    parts,
    slots: slotsIn(Object.values(parts)),
    assets: documents.map(({ sha256 }) => sha256),
  };
};

/** Pure: the notice that recalls a release from everybody who got it; the hour of its sending is a slot. */
export const recallOf = (publication: Publication, settings: EmailSettings): Rendition => {
  const mail = recallEmail({
    ...publication,
    title: publication.title.trim(),
    withdrawnAt: slot('releasedAt'),
    contact: contactOf(settings),
  });
  const fromName = settings.fromName === '' ? publication.organ : settings.fromName;
  const parts = { fromName, subject: mail.subject, html: mail.html, text: mail.text };
  return {
    channel: 'email',
    template: recallEmailTemplate,
    parts,
    slots: slotsIn(Object.values(parts)),
    assets: [],
  };
};

const contactOf = (settings: EmailSettings) => ({
  ...(settings.contactName === '' ? {} : { name: settings.contactName }),
  ...(settings.contactPhone === '' ? {} : { phone: settings.contactPhone }),
  email: settings.replyTo,
});

/** Pure. */
export const validateMail = (publication: Publication, settings: EmailSettings): ChannelFinding[] => {
  const { parts } = mailOf(publication, settings);
  const measured = {
    subject: lengthIn(parts['subject'] ?? '', 'characters'),
    html: lengthIn(parts['html'] ?? '', 'bytes'),
    attachments: (publication.documents ?? [])
      .filter(({ kind }) => settings.attach.includes(kind))
      .reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
  };
  return [...overLimits(emailManifest.limits, measured), ...straySlots(publication)];
};
