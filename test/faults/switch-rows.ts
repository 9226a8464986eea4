import { faultPresets } from '../../apps/sandbox/fault-presets.js';
import { endings, type Expected, type FaultRow, type PlatformAccount } from './fault-row.js';

const { content, credential, handOver, nextDay, operator, person, sent, stops, waited } = endings;

/** CHANNELS.md H: every switch of the sandbox, by its English words, and what must come of it. */
const expected: Readonly<Record<string, Expected>> = {
  'Posted, answered 20032': waited(2),
  'Posted, connection reset': sent,
  'Posted, no answer': sent,
  'Reset before posting': waited(3),
  'App has no domain': content('status'),
  'Text has no domain': content('status'),
  'Day quota used up (Weibo)': waited(60),
  'Token expired': credential,
  'Authorisation ends for good': credential,
  'rip missing': operator,
  'error_code as string': sent,
  'Timeline lags 2 min': sent,
  'Links rewritten to t.cn': sent,
  'Token expires mid-run': sent,
  'Token refused for good': credential,
  'IP not allowed': credential,
  'Busy, not done': waited(2),
  'Busy, yet done': sent,
  'Draft stored, connection reset': waited(2),
  'Submitted, connection reset': sent,
  'Published after 3 polls': sent,
  'Ends with 2': content(),
  'Ends with 3': operator,
  'Ends with 4': content(),
  'Published, banned later': sent,
  'Draft already consumed': sent,
  'Failed publish check': content('content'),
  'Publish by hand': handOver,
  'Save by hand': handOver,
  'publish_id as string': sent,
  'List unordered': sent,
  'Event lost': sent,
  'Event doubled': sent,
  'Event as MASSSENDJOBFINISH': sent,
  'Day quota used up (WeChat)': nextDay,
  'Too fast': waited(1),
  'No mass-send quota': nextDay,
  '45065 on the first call': sent,
  'Admin does not confirm in 30 min': { ...operator, waitsMs: 30 * 60_000 },
  'Admin confirms after 29 min': waited(29),
  'Taken, connection reset': sent,
  'Taken, gateway answers 502': sent,
  'Too many requests': waited(0.5),
  'Key refused': credential,
  'Content refused': content('body'),
  'Address gone': stops,
  'Drop at connect': waited(0.7),
  'Drop at MAIL': waited(0.7),
  'Drop at RCPT': waited(0.7),
  'Drop at DATA': waited(0.7),
  'Drop after the dot, not kept': person(0),
  'Drop after the dot, kept': person(1),
  'Silence after the dot, kept': person(1),
  Greylisted: waited(5),
  'No such recipient': content('recipient'),
  '250, then a bounce': sent,
  '250, then a delay notice': sent,
  'Accepted twice': { ...sent, posted: 2, doubled: true },
};

const accountOf = ({ channel, call = '*' }: FaultRow['faults'][number]): PlatformAccount => {
  if (channel === 'smtp') return 'email';
  if (channel === 'webhook') return 'app';
  return call.startsWith('message/mass') ? 'wechat-mass' : channel;
};

/** Two platforms have a switch of the same words. */
const nameOf = (english: string, account: PlatformAccount): string =>
  english === 'Day quota used up' ? `${english} (${account === 'weibo' ? 'Weibo' : 'WeChat'})` : english;

export const switchRows: readonly FaultRow[] = faultPresets.map(({ chinese, english, order }) => {
  const account = accountOf(order);
  const name = nameOf(english, account);
  const known = expected[name];
  if (known === undefined) throw new Error(`no row says what must come of the switch “${name}”`);
  return { of: 'H', name, says: chinese, account, faults: [order], expected: known };
});
