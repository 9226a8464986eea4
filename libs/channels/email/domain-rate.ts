import type { Rate } from '@koujing/channel';
import type { EmailSettings } from './email-settings.js';

/**
 * What one receiving domain takes a minute from this address: its own figure, else that of `*`, else no limit. Large
 * mailbox providers refuse a sender for hours who brings a thousand mails at once (CHANNELS C).
 */
export const domainRate = (
  { domainRates }: Pick<EmailSettings, 'domainRates'>,
  domain: string,
): Rate | null => {
  const count = domainRates[domain] ?? domainRates['*'];
  return count === undefined ? null : { name: `messages@${domain}`, count, per: 'minute' };
};
