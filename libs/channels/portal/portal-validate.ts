import { plainText } from '@koujing/block';
import { overLimits, slotsIn, type ChannelFinding, type Publication } from '@koujing/channel';
import { portalManifest } from './manifest.js';
import { pagePath, portalRendition } from './portal-page.js';
import type { PortalSettings } from './portal-settings.js';

/** Pure. */
export const validatePortal = (publication: Publication, settings: PortalSettings): ChannelFinding[] => [
  ...overLimits(portalManifest.limits, {
    title: [...publication.title].length,
    html: Buffer.byteLength(portalRendition(publication, settings).parts.html ?? '', 'utf8'),
  }),
  ...addressFindings(publication, settings),
  ...slotFindings(publication),
  ...pictureFindings(publication),
  ...emptyFindings(publication),
];

/** The address that other channels carry must be the one at which this site will answer. */
const addressFindings = (
  { portalUrl, releaseId }: Publication,
  { baseUrl }: PortalSettings,
): ChannelFinding[] => {
  const expected = `${baseUrl}/${pagePath(releaseId)}`;
  if (portalUrl === expected) return [];
  return [
    {
      code: 'portalUrlElsewhere',
      severity: 'block',
      field: 'portalUrl',
      message: `稿件的门户地址是 ${portalUrl}，而本网站会发布在 ${expected}。请核对门户地址设置。`,
      messageEn: `The release says its page is ${portalUrl}, but this site would publish it at ${expected}.`,
      allowed: expected,
    },
  ];
};

/** A text that looks like one of our slots would be filled in, or would stop the page at the last moment. */
const slotFindings = ({ title, summary, blocks, override }: Publication): ChannelFinding[] =>
  slotsIn([title, summary, override ?? plainText(blocks)]).map((name) => ({
    code: 'slotInText',
    severity: 'block',
    field: 'body',
    message: `稿件中含有系统占位符“{{slot:${name}}}”，请删除。`,
    messageEn: `The text holds "{{slot:${name}}}", which is reserved for the system. Please remove it.`,
  }));

const pictureFindings = ({ blocks, images, override }: Publication): ChannelFinding[] =>
  blocks.flatMap((block) =>
    override !== undefined ||
    block.type !== 'image' ||
    images.some((image) => image.sha256 === block.assetSha256)
      ? []
      : [
          {
            code: 'pictureMissing',
            severity: 'block' as const,
            field: 'body',
            message: `图片“${block.alt || block.assetSha256.slice(0, 8)}”没有上传，请上传或删除。`,
            messageEn: `The picture "${block.alt || block.assetSha256.slice(0, 8)}" has not been uploaded.`,
          },
        ],
  );

const emptyFindings = ({ title, blocks, override }: Publication): ChannelFinding[] =>
  [
    { field: 'title', zh: '标题', en: 'title', text: title },
    { field: 'body', zh: '正文', en: 'body', text: override ?? plainText(blocks) },
  ]
    .filter(({ text }) => text.trim() === '')
    .map(({ field, zh, en }) => ({
      code: 'empty',
      severity: 'block',
      field,
      message: `${zh}为空。`,
      messageEn: `The ${en} is empty.`,
    }));
