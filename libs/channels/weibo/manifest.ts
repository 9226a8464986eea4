import type { Manifest } from '@koujing/channel';
import { weiboSecrets, weiboSettings, type WeiboSecrets, type WeiboSettings } from './weibo-settings.js';

/** The platform's own limit; an account may be set lower, not higher, without the platform refusing. */
export const pictureLimitBytes = 5 * 1_048_576 - 1;

/** Facts of CHANNELS B2–B4. */
export const weiboManifest: Manifest<WeiboSettings, WeiboSecrets> = {
  channel: 'weibo',
  name: { zh: '新浪微博', en: 'Sina Weibo' },
  settings: weiboSettings,
  secrets: weiboSecrets,
  places: ['apiUrl', 'redirectUri'],
  // CHANNELS B2: share has no visibility and no preview; everything it takes is public at once.
  trial: {
    possible: false,
    zh: '微博的发布接口发出的都是公开微博，没有只给自己看的测试，因此不提供测试发送；请用“现在检查”核对授权和额度。',
    en: 'Everything that Weibo takes is public at once, so there is no test-send; use "Check now" for the authorisation and the quotas.',
  },
  slots: [],
  limits: [
    { field: 'status', max: 140, unit: 'characters', source: 'https://open.weibo.com/wiki/2/statuses/share' },
    {
      field: 'image',
      max: pictureLimitBytes,
      unit: 'bytes',
      source: 'https://open.weibo.com/wiki/2/statuses/share',
    },
  ],
  rates: [
    // Thirty are kept for posting: what became of a post can be asked tomorrow or by a person, a warning cannot wait.
    { name: 'calls', count: 100, per: 'day', reserve: 30 },
    { name: 'posts', count: 30, per: 'hour' },
  ],
  // Each try costs one of the day's hundred calls, and asking about it more.
  retry: {
    transient: { firstMs: 30_000, factor: 2, maxMs: 900_000 },
    rate: { firstMs: 600_000, factor: 2, maxMs: 3_600_000 },
    triesBeforePerson: 8,
  },
  renewal: 'person',
  perRecipient: false,
  whenCorrected: ({ onCorrection }) => onCorrection,
  can: { withdraw: true, correct: false, reconcile: true, recent: true },
  // Lease 30 s + longest call 15 s + the 1–2 minutes for which the timeline may lag (B5, 20032).
  settleMs: 180_000,
  // Well under the 30 s lease: a call must end while the claim is certainly ours.
  callTimeoutMs: 15_000,
  mark: 'portal link in the text',
  refusesDouble: false,
  waitsForPortal: true,
  documentation: 'https://open.weibo.com/wiki/',
};
