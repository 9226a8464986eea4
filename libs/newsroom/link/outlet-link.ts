import { createHmac, timingSafeEqual } from 'node:crypto';

/** A way in for one outlet. */
export interface OutletLink {
  readonly id: string;
  readonly outletId: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly openedAt: Date | null;
  readonly revokedAt: Date | null;
}

const signatureOf = (id: string, expires: string, key: string): string =>
  createHmac('sha256', key).update(`outletLink|${id}|${expires}`).digest('base64url');

/** `<id>.<end in seconds, base 36>.<signature>`: 87 characters; the server's router takes 100 in one part of a path. */
export const tokenOf = ({ id, expiresAt }: Pick<OutletLink, 'id' | 'expiresAt'>, key: string): string => {
  const expires = Math.floor(expiresAt.getTime() / 1_000).toString(36);
  return `${id}.${expires}.${signatureOf(id, expires, key)}`;
};

/** The link that a token names, or null if we did not sign it: nothing is looked up for who made one up. */
export const signedLink = (token: string, key: string): string | null => {
  const [id, expires, signature, ...more] = token.split('.');
  if (id === undefined || expires === undefined || signature === undefined || more.length > 0) return null;
  const right = Buffer.from(signatureOf(id, expires, key));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
};

/** Whether it opens anything now. */
export const linkState = (
  { revokedAt, expiresAt }: Pick<OutletLink, 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'inForce' | 'expired' | 'revoked' => {
  if (revokedAt !== null) return 'revoked';
  return now >= expiresAt ? 'expired' : 'inForce';
};
