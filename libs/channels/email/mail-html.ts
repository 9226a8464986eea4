import { slot, type Publication } from '@koujing/channel';
import { plainText } from '@koujing/block';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const mailHtml = (publication: Publication): string => {
  const text = publication.override ?? plainText(publication.blocks);
  const lines = text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
  const link = escaped(publication.portalUrl);
  return [
    `<h1>${escaped(publication.title)}</h1>`,
    ...lines,
    `<p><a href="${link}">${link}</a></p><p><a href="${slot('unsubscribe')}">退订</a></p>`,
  ].join('');
};
