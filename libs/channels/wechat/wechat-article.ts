import {
  cutText,
  lengthIn,
  limitOf,
  slot,
  slotsIn,
  type Publication,
  type Rendition,
} from '@koujing/channel';
import { blocksFromText } from '@koujing/block';
import { wechatArticleHtml, wechatArticleTemplate } from '@koujing/template';
import { wechatManifest } from './manifest.js';
import type { WechatSettings } from './wechat-settings.js';

const limit = (field: string): number => limitOf(wechatManifest.limits, field).max;

/** What is unique about this version wherever WeChat shows it: the mark of CHANNELS A9. */
export const sourceUrl = ({ portalUrl, version }: Publication): string =>
  `${portalUrl}${portalUrl.includes('?') ? '&' : '?'}v=${version}`;

/** The digest under the title: the summary, cut at a sentence. */
const digestText = (summary: string): string =>
  cutText(summary, (text) => lengthIn(text, 'characters') <= limit('digest'));

/** The organ's name may be longer than WeChat's author line; the article's first line still has it in full. */
const authorText = (publication: Publication, settings: WechatSettings): string => {
  const name = settings.author === '' ? publication.organ : settings.author;
  return lengthIn(name, 'characters') <= limit('author') ? name : '';
};

/** A text of the drafter's own for this channel takes the place of the common one. */
export const blocksOf = ({ blocks, override }: Publication): Publication['blocks'] =>
  override === undefined ? blocks : blocksFromText(override);

/** A correction says so in its title where the platform's limit leaves room; its first lines say it in any case. */
const titleOf = ({ title, correctionNote }: Publication): string => {
  const plain = title.trim();
  const marked = `【更正】${plain}`;
  return correctionNote !== undefined && lengthIn(marked, 'characters') <= limit('title') ? marked : plain;
};

/** Pure: everything the readers will see; picture addresses and the cover's id are slots. */
export const articleOf = (publication: Publication, settings: WechatSettings): Rendition => {
  const parts = {
    title: titleOf(publication),
    author: authorText(publication, settings),
    digest: digestText(publication.summary),
    html: wechatArticleHtml({ ...publication, blocks: blocksOf(publication) }),
    contentSourceUrl: sourceUrl(publication),
    thumbMediaId: slot('coverMediaId'),
  };
  const pictures = publication.images.map(({ sha256 }) => sha256);
  return {
    channel: 'wechat',
    template: wechatArticleTemplate,
    parts,
    slots: slotsIn(Object.values(parts)),
    assets: pictures,
  };
};
