import type { SuppressionCause } from './media.js';

const words: Readonly<Record<SuppressionCause, string>> = {
  hardBounce: '该地址在停发名单：曾被退信 (the address is stopped: it bounced)',
  unsubscribed: '该地址在停发名单：收件人已退订 (the address is stopped: its owner unsubscribed)',
  byHand: '该地址在停发名单：由工作人员停发 (the address is stopped: by hand)',
};

/** What a skipped delivery says of itself. */
export const causeWords = (cause: SuppressionCause): string => words[cause];
