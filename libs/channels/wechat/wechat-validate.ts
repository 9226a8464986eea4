import { lengthIn, overLimits, straySlots, type ChannelFinding, type Publication } from '@koujing/channel';
import { wechatManifest } from './manifest.js';
import { articleOf, blocksOf } from './wechat-article.js';
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
    ...missingPictures(publication),
    ...linkFindings(publication),
    ...straySlots(publication),
  ];
};

/** A picture in the text whose bytes are not there could not be brought to the platform. */
const missingPictures = (publication: Publication): ChannelFinding[] =>
  blocksOf(publication).flatMap((block) =>
    block.type === 'image' && !publication.images.some(({ sha256 }) => sha256 === block.assetSha256)
      ? [
          {
            code: 'pictureMissing',
            severity: 'block' as const,
            field: 'image',
            message: `正文引用的图片“${block.alt}”不在稿件的图片之中。`,
            messageEn: `The picture "${block.alt}" in the text is not among the release's pictures.`,
          },
        ]
      : [],
  );

const emptyTitle: ChannelFinding = {
  code: 'titleMissing',
  severity: 'block',
  field: 'title',
  message: '公众号文章必须有标题。',
  messageEn: 'An article needs a title.',
};

const linkFindings = (publication: Publication): ChannelFinding[] => {
  const hasLink = JSON.stringify(blocksOf(publication)).includes('"href":');
  if (!hasLink) return [];
  return [
    {
      code: 'linksDropped',
      severity: 'warn',
      field: 'content',
      message: '公众号正文不允许站外链接，链接将只保留文字和网址。',
      messageEn: 'Articles may not link outside WeChat; the address will stand as text.',
    },
  ];
};
