import { overLimits, straySlots, type ChannelFinding, type Publication } from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import type { WeiboSettings } from './weibo-settings.js';
import { fullStatus, weiboLength } from './weibo-text.js';

/** Pure. A text of the drafter's own must fit; a text made from title and summary is cut, with a warning. */
export const validateWeibo = (publication: Publication, settings: WeiboSettings): ChannelFinding[] => [
  ...lengthFindings(publication, settings),
  ...pictureFindings(publication, settings),
  ...linkFindings(publication, settings),
  ...topicFindings(publication),
  ...straySlots(publication),
];

const lengthFindings = (publication: Publication, settings: WeiboSettings): ChannelFinding[] => {
  const isOwnText = publication.override !== undefined;
  const limits = weiboManifest.limits
    .filter(({ field }) => field === 'status')
    .map((limit) => ({
      ...limit,
      max: Math.min(limit.max, settings.maxLength),
      ...(isOwnText ? {} : { cut: true as const }),
    }));
  return overLimits(limits, { status: weiboLength(fullStatus(publication), settings.linkWeight) });
};

const pictureFindings = (publication: Publication, settings: WeiboSettings): ChannelFinding[] => {
  const picture = publication.images[0];
  return picture && settings.attachPicture
    ? overLimits(weiboManifest.limits, { image: picture.bytes.length })
    : [];
};

/** The API takes only texts with a link inside the app's safe domains (CHANNELS B2, 10017). */
const linkFindings = ({ portalUrl }: Publication, { safeDomains }: WeiboSettings): ChannelFinding[] => {
  const host = URL.canParse(portalUrl) ? new URL(portalUrl).hostname : '';
  const isSafe = safeDomains.some((domain) =>
    domain.startsWith('*.') ? host.endsWith(domain.slice(1)) : host === domain,
  );
  if (host !== '' && (safeDomains.length === 0 || isSafe)) return [];
  return [
    {
      code: 'linkOutsideSafeDomains',
      severity: 'block',
      field: 'portalUrl',
      message: `链接 ${portalUrl} 不在微博应用的安全域名之内，平台会拒绝。`,
      messageEn: `The link ${portalUrl} is outside the app's safe domains; the platform would refuse it.`,
      allowed: safeDomains.join(', '),
    },
  ];
};

const topicFindings = ({ title, summary, override }: Publication): ChannelFinding[] =>
  (override ?? title + summary).includes('#')
    ? [
        {
          code: 'topicMarkReplaced',
          severity: 'warn',
          field: 'status',
          message: '接口不接受“#话题#”，发布时“#”将换成全角“＃”。',
          messageEn: 'The API refuses #topics#; "#" will be replaced by its full-width form.',
        },
      ]
    : [];
