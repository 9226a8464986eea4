import { createHmac, timingSafeEqual } from 'node:crypto';
import { mailboxKey } from '@koujing/kernel';

/** Everything that comes back from outside carries a token: without one, anybody could stop anybody's mail. */
const tag = (key: string, purpose: string, of: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}|${of}`).digest();

const same = (given: string, right: string): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
};

/** For the unsubscribe link of one recipient. */
export const unsubscribeToken = (recipient: string, key: string): string =>
  tag(key, 'unsubscribe', mailboxKey(recipient)).toString('base64url');

/** False without a key: an empty one would be known to everybody. */
export const isUnsubscribeToken = (token: string, recipient: string, key: string): boolean =>
  key !== '' && same(token, unsubscribeToken(recipient, key));

/** 48 bits: forging one takes more mails than any server would take. A local part holds 64 characters (RFC 5321 4.5.3.1.1). */
const tagDigits = 12;

/**
 * The envelope's sender of one delivery (VERP): a bounce comes back to an address that names the delivery,
 * whatever the bouncing server writes into it. `bounce@r.example` → `bounce+<delivery>.<tag>@r.example`.
 */
export const returnPath = (bounceAddress: string, deliveryId: string, key: string): string => {
  const at = bounceAddress.lastIndexOf('@');
  const seal = tag(key, 'return', deliveryId).toString('hex').slice(0, tagDigits);
  return `${bounceAddress.slice(0, at)}+${deliveryId}.${seal}${bounceAddress.slice(at)}`;
};

/** The delivery that this address names, or null if it is not ours or its tag is wrong. */
export const deliveryOfReturnPath = (address: string, bounceAddress: string, key: string): string | null => {
  const at = bounceAddress.lastIndexOf('@');
  const [local = '', domain = ''] = bounceAddress.split('@');
  const given = address.trim().toLowerCase();
  const prefix = `${local.toLowerCase()}+`;
  const suffix = `@${domain.toLowerCase()}`;
  if (at < 1 || key === '' || !given.startsWith(prefix) || !given.endsWith(suffix)) return null;
  const [, deliveryId, seal] =
    /^([0-9a-z-]+)\.([0-9a-f]+)$/u.exec(given.slice(prefix.length, -suffix.length)) ?? [];
  if (deliveryId === undefined || seal === undefined) return null;
  return same(seal, tag(key, 'return', deliveryId).toString('hex').slice(0, tagDigits)) ? deliveryId : null;
};
