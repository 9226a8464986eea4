import type { Manifest } from '@koujing/channel';
import { wechatSecrets, wechatSettings, type WechatSecrets, type WechatSettings } from './wechat-settings.js';

const draftPage = 'https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add';

/** Facts of CHANNELS A2–A7. */
export const wechatManifest: Manifest<WechatSettings, WechatSecrets> = {
  channel: 'wechat',
  name: { zh: '微信公众号', en: 'WeChat Official Account' },
  settings: wechatSettings,
  secrets: wechatSecrets,
  places: ['apiUrl'],
  trial: {
    possible: true,
    zh: '用公众号的“预览”接口，把一条测试文字只发给下面这个微信号。粉丝看不到，不新建草稿，不占群发次数（每天可用 100 次）；对方须已关注公众号。',
    en: 'Shows one trial message to the WeChat name below alone, by the preview call (100 a day). No follower sees it, nothing is drafted, and no mass send is used; the person must follow the account.',
    target: { kind: 'name', zh: '收测试消息的微信号', en: 'WeChat name for the trial' },
  },
  slots: ['image', 'coverMediaId'],
  limits: [
    { field: 'title', max: 32, unit: 'characters', source: draftPage },
    { field: 'author', max: 16, unit: 'characters', source: draftPage, cut: true },
    { field: 'digest', max: 128, unit: 'characters', source: draftPage, cut: true },
    // The page says "under 20,000 characters, under 1 MB" and elsewhere 2 KB; the larger pair is what holds.
    { field: 'content', max: 19_999, unit: 'characters', source: draftPage },
    { field: 'contentBytes', max: 1_048_575, unit: 'bytes', source: draftPage },
    { field: 'contentSourceUrl', max: 1_024, unit: 'bytes', source: draftPage },
    { field: 'image', max: 1_048_575, unit: 'bytes', source: 'media/uploadimg: jpg or png, under 1 MB' },
  ],
  // Stated for sendall only (A6); other calls answer 45011 when they come too fast.
  rates: [{ name: 'posts', count: 60, per: 'minute' }],
  // Its frequency limit is by the minute; an hour of refusals is a case for a person.
  retry: {
    transient: { firstMs: 5_000, factor: 2, maxMs: 600_000 },
    rate: { firstMs: 60_000, factor: 2, maxMs: 1_800_000 },
    triesBeforePerson: 12,
  },
  renewal: 'automatic',
  perRecipient: false,
  whenCorrected: ({ onCorrection }) => onCorrection,
  can: { withdraw: true, correct: false, reconcile: true, recent: true },
  // Lease 30 s + longest call 15 s + a minute for the platform to list what it took.
  settleMs: 120_000,
  // Well under the 30 s lease: a call must end while the claim is certainly ours.
  callTimeoutMs: 15_000,
  mark: 'content_source_url; clientmsgid for mass sending',
  // The same draft cannot be published twice, and draft/add is never repeated blindly; see send.
  refusesDouble: true,
  waitsForPortal: true,
  documentation: 'https://developers.weixin.qq.com/doc/subscription/',
};
