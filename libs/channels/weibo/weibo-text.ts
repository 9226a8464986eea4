import { cutText, type Publication, type Reading } from '@koujing/channel';
import { plainText } from '@koujing/block';
import type { WeiboSettings } from './weibo-settings.js';

const links = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gu;

/**
 * Weibo's count, on the safe side: ASCII ½, everything else 1, characters beyond the BMP 2,
 * each link as much as the setting says (CHANNELS B2: 11–20, unverified).
 */
export const weiboLength = (text: string, linkWeight: number): number => {
  const linkCount = text.match(links)?.length ?? 0;
  let halves = 0;
  for (const character of text.replace(links, '')) {
    const point = character.codePointAt(0) ?? 0;
    halves += point < 0x80 ? 1 : point > 0xffff ? 4 : 2;
  }
  return Math.ceil(halves / 2) + linkCount * linkWeight;
};

/** `#…#` would open a topic, which the API refuses: the full-width sign reads the same and opens none. */
const withoutTopicMarks = (text: string): string =>
  text
    .split(new RegExp(`(${links.source})`, 'gu'))
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('#', '＃')))
    .join('');

/** What the drafter wants to say, before the link. */
const wanted = (publication: Publication): string => {
  if (publication.override !== undefined) return publication.override.trim();
  if (publication.correctionNote !== undefined)
    return `【更正】${publication.title.trim()}：${publication.correctionNote}`;
  const summary = publication.summary.trim() || plainText(publication.blocks);
  return `【${publication.title.trim()}】${summary}`;
};

/**
 * The link, by which the post is also recognised on the timeline: a correction's carries its version, or it could not be
 * told from the post that it corrects.
 */
const linkOf = ({ portalUrl, version, correctionNote }: Publication): string =>
  correctionNote === undefined ? portalUrl : `${portalUrl}?v=${version}`;

/** The last link of a text that was sent. */
export const linkIn = (text: string): string | undefined => text.match(links)?.at(-1);

const joined = (text: string, link: string): string =>
  text.includes(link) ? text : text === '' ? link : `${text} ${link}`;

/** The text as wanted, uncut, with the link: what `validate` measures. */
export const fullStatus = (publication: Publication): string =>
  joined(withoutTopicMarks(wanted(publication)), linkOf(publication));

/** The text that is sent: cut at the end of a sentence so that the link always stands. */
export const statusText = (publication: Publication, settings: WeiboSettings): string => {
  const most = settings.maxLength;
  const fits = (text: string): boolean =>
    weiboLength(joined(text, linkOf(publication)), settings.linkWeight) <= most;
  return joined(cutText(withoutTopicMarks(wanted(publication)), fits), linkOf(publication));
};

/** As a reader finds it: without links, which the platform writes anew, and with white space as one blank. */
export const readingOf = (text: string): Reading => {
  const own = (text.match(links) ?? []).filter((link) => !/^https?:\/\/t\.cn\//u.test(link));
  return {
    text: plainCharacters(text.replace(links, ''))
      .replace(/[\s\u200b]+/gu, ' ')
      .trim(),
    ...(own.length === 0 ? {} : { links: own }),
  };
};

const plainCharacters = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** For comparing with the timeline: without links (t.cn takes their place), entities and white space. */
export const comparable = (text: string): string =>
  plainCharacters(text.replace(links, '')).replace(/[\s\u200b]+/gu, '');
