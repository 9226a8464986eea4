import { referenceText, type CapAlert, type CapInfo, type NamedValue } from './cap.js';

/** The document, elements in the order that the schema fixes; the same alert gives the same bytes. */
export const capXml = (alert: CapAlert): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    ...element('identifier', alert.identifier),
    ...element('sender', alert.sender),
    ...element('sent', alert.sent),
    ...element('status', alert.status),
    ...element('msgType', alert.msgType),
    ...element('scope', 'Public'),
    ...element('note', alert.note),
    ...element('references', alert.references.map(referenceText).join(' ')),
    ...element('incidents', alert.incident),
    ...infoLines(alert.info),
    '</alert>',
    '',
  ].join('\n');

const infoLines = (info: CapInfo): readonly string[] => [
  '<info>',
  // The default is en-US: a Chinese text that does not say so is read out by the wrong voice.
  ...element('language', 'zh-CN'),
  ...element('category', info.category),
  ...element('event', info.event),
  ...element('responseType', info.responseType),
  ...element('urgency', info.urgency),
  ...element('severity', info.severity),
  ...element('certainty', info.certainty),
  ...element('effective', info.effective),
  ...element('expires', info.expires),
  ...element('senderName', info.senderName),
  ...element('headline', info.headline),
  ...element('description', info.description),
  ...element('instruction', info.instruction),
  ...element('web', info.web),
  ...info.parameters.flatMap((parameter) => named('parameter', parameter)),
  '<area>',
  ...element('areaDesc', info.area.areaDesc),
  ...info.area.geocodes.flatMap((geocode) => named('geocode', geocode)),
  '</area>',
  '</info>',
];

const named = (name: string, { valueName, value }: NamedValue): readonly string[] => [
  `<${name}>`,
  ...element('valueName', valueName),
  ...element('value', value),
  `</${name}>`,
];

const element = (name: string, text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`<${name}>${xmlText(text)}</${name}>`];

/** Characters that XML 1.0 cannot hold are left out: pasted texts bring them along. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
