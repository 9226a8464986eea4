import type { Manifest } from '@koujing/channel';
import { portalSecrets, portalSettings, type PortalSecrets, type PortalSettings } from './portal-settings.js';

/** Times and the correction note exist only when the page is written. */
export const portalSlots = ['pubDate', 'publishedAt', 'updatedAt', 'correction'] as const;

/** Facts of CHANNELS.md D; the site is ours, so the limits are ours too. */
export const portalManifest: Manifest<PortalSettings, PortalSecrets> = {
  channel: 'portal',
  name: { zh: '门户网站', en: 'Portal' },
  settings: portalSettings,
  secrets: portalSecrets,
  keptInFile: true,
  trial: {
    possible: false,
    zh: '门户上写出的页面公众立即可见，因此不提供测试发送；请用“现在检查”。',
    en: 'Whatever is written to the portal is public at once, so there is no test-send; use "Check now".',
  },
  slots: portalSlots,
  limits: [
    // Three lines of a heading on a phone; longer titles are a mistake of pasting.
    { field: 'title', max: 100, unit: 'characters', source: 'libs/template/portal/style.ts' },
    // A page must load in one round trip on a phone; far below what a browser would take.
    { field: 'html', max: 500_000, unit: 'bytes', source: 'libs/template/portal/article.tsx' },
  ],
  rates: [],
  // Everything else waits for the page, and asking our own site costs nothing.
  retry: { transient: { firstMs: 1_000, factor: 2, maxMs: 60_000 }, triesBeforePerson: 60 },
  perRecipient: false,
  can: { withdraw: true, correct: true, reconcile: true, recent: true },
  // A file is seen at once, and a worker that wakes up late can neither double a path nor replace a newer version.
  settleMs: 0,
  // Well under the 30 s lease: some ten small files and one read-back.
  callTimeoutMs: 10_000,
  mark: 'path',
  refusesDouble: true,
  waitsForPortal: false,
  documentation: 'https://www.gov.cn/zhengce/content/2017-06/08/content_5200760.htm',
};
