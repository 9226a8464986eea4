import type { RecipientReport } from './delivery-report.js';

/**
 * What a report means for the address.
 * `hard`: the address is bad and is stopped. `refused`: this mail was refused, the address is good.
 * `soft`: it failed for a passing reason. `delayed`: still being tried. `arrived`: it got there.
 */
export type Bounce = 'hard' | 'refused' | 'soft' | 'delayed' | 'arrived';

/**
 * RFC 3463: x.2.2 mailbox full and x.4.7 too long underway pass by; x.2.3, x.3.*, x.5.*, x.6.* speak of the message or the
 * systems, x.7.* of policy (a bad reputation is ours, not the reader's). Stopping a good address would silence a medium
 * without anybody noticing, so what is not surely about the address does not stop it.
 */
const passing = new Set(['2.2', '4.5', '4.6', '4.7', '3.1', '3.2']);
const aboutTheMail = /^(?:2\.3|3\.\d+|5\.\d+|6\.\d+|7\.\d+)$/u;

export const bounceOf = ({ action, status }: Pick<RecipientReport, 'action' | 'status'>): Bounce => {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'arrived';
  if (action === 'delayed') return 'delayed';
  const [digit = '', ...rest] = status.split('.');
  const detail = rest.join('.');
  if (digit === '4' || passing.has(detail)) return 'soft';
  return aboutTheMail.test(detail) ? 'refused' : 'hard';
};
