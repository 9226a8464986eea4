import { randomBytes } from 'node:crypto';
import { outwardAddressFaults, say, type AddressFault, type OrganId, type Reason } from '@koujing/kernel';
import type { EventKind } from './subscription.api.js';

/** A program elsewhere that is told of what happens here. */
export interface Subscription {
  readonly id: string;
  /** Null: of the whole city. */
  readonly organId: OrganId | null;
  readonly name: string;
  readonly url: string;
  readonly hint: string;
  readonly secret: string;
  readonly kinds: readonly EventKind[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  readonly pauseReason: string;
  readonly endedAt: Date | null;
}

/** Seals what is kept; bound to the row it belongs to. */
export interface Sealer {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}

/** 256 bits of chance, under a name that a scanner of leaked secrets can look for. */
export const newSubscriptionSecret = (): string => `koujing_ev_${randomBytes(32).toString('base64url')}`;

const wrong = (message: string, messageEn: string): Reason =>
  say('subscriptionAddress', message, messageEn, { field: 'url' });

const faults: Readonly<Record<AddressFault, Reason>> = {
  noAddress: wrong('这不是一个完整的网址。', 'This is not a whole address.'),
  carriesUser: wrong('地址里不能带用户名和密码。', 'An address carries no user name.'),
  notHttps: wrong('地址须以 https:// 开头。', 'The address must begin with https://.'),
  innerNetwork: wrong(
    '这是内网地址。确需发往内网的系统，请运维人员把主机列入配置文件的 subscriptions.innerHosts。',
    'This is an address of an inner network; the operator lists such hosts under subscriptions.innerHosts.',
  ),
};

/** Why nothing may be sent there. Pure. */
export const addressReasons = (address: string, innerHosts: readonly string[]): readonly Reason[] =>
  outwardAddressFaults(address, innerHosts).map((fault) => faults[fault]);

export const subscriptionState = ({
  endedAt,
  pausedAt,
}: Pick<Subscription, 'endedAt' | 'pausedAt'>): 'inForce' | 'paused' | 'ended' => {
  if (endedAt !== null) return 'ended';
  return pausedAt === null ? 'inForce' : 'paused';
};

const firstRestMs = 30_000;
/** Six hours: a system that is mended in the morning is heard of before noon. */
const longestRestMs = 6 * 3_600_000;
/** With these rests about a day; whoever keeps it learns of it on the next working day at the latest. */
export const triesBeforePause = 12;

/** How long after so many failed tries. Pure. */
export const restAfter = (tries: number): number =>
  Math.min(longestRestMs, firstRestMs * 2 ** Math.max(0, tries - 1));
