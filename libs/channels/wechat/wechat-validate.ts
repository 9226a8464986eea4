import { lengthIn, overLimits, type ChannelFinding, type Publication } from '@koujing/channel';
import { wechatManifest } from './manifest.js';
import { articleOf } from './wechat-article.js';
import type { WechatSettings } from './wechat-settings.js';

/** Pure. Everything that `draft/add` would refuse, found before anybody approves it. */
export const validateWechat = (publication: Publication, settings: WechatSettings): ChannelFinding[] => {
  const { parts } = articleOf(publication, settings);
  const html = parts['html'] ?? '';
  const author = settings.author === '' ? publication.organ : settings.author;
  return [
    ...overLimits(wechatManifest.limits, {
      title: lengthIn(publication.title.trim(), 'characters'),
      author: lengthIn(author, 'characters'),
      digest: lengthIn(publication.summary, 'characters'),
      content: lengthIn(html, 'characters'),
      contentBytes: lengthIn(html, 'bytes'),
      contentSourceUrl: lengthIn(parts['contentSourceUrl'] ?? '', 'bytes'),
    }),
    ...publication.images.flatMap(({ bytes }) => overLimits(wechatManifest.limits, { image: bytes.length })),
    ...(publication.title.trim() === '' ? [emptyTitle] : []),
    ...linkFindings(publication),
  ];
};

const emptyTitle: ChannelFinding = {
  code: 'titleMissing',
  severity: 'block',
  field: 'title',
  message: '公众号文章必须有标题。',
  messageEn: 'An article needs a title.',
};

const linkFindings = ({ blocks }: Publication): ChannelFinding[] => {
  const hasLink = JSON.stringify(blocks).includes('"href":');
  if (!hasLink) return [];
  return [
    {
      code: 'linksDropped',
      severity: 'warn',
      field: 'content',
      message: '公众号正文不允许站外链接，链接将只保留文字。',
      messageEn: 'Articles may not link outside WeChat; links will stand as text only.',
    },
  ];
};
