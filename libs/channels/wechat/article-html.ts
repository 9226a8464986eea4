import { slot, type Publication } from '@koujing/channel';
import { plainText } from '@koujing/block';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The article's body; foreign links are refused by the platform, so only the text stands. */
export const articleHtml = (publication: Publication): string => {
  const text = publication.override ?? plainText(publication.blocks);
  const organs = [publication.organ, ...publication.jointOrgans].join('　');
  const lines = text.split('\n').map((line) => `<p style="text-indent:2em">${escaped(line)}</p>`);
  const pictures = publication.images.map(
    ({ sha256, alt }) => `<p><img src="${slot(`image:${sha256}`)}" alt="${escaped(alt)}"></p>`,
  );
  return [`<p>${escaped(organs)}</p>`, ...lines, ...pictures].join('');
};
