import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request older than this is not from us any more: a recorded one cannot be played again tomorrow. */
export const signatureLifeMs = 5 * 60_000;

/**
 * `t=<Unix seconds>,v1=<hex HMAC-SHA256 of "t.payload">`, one v1 for each key. The payload is the body of a POST, and
 * `GET <path and query>` of a question. The version stands in the header, so that another algorithm (SM3) can come beside it.
 */
export const signatureOf = (payload: string, at: Date, keys: readonly string[]): string => {
  const seconds = Math.floor(at.getTime() / 1_000);
  const signatures = keys
    .filter((key) => key !== '')
    .map((key) => `v1=${hmac(`${seconds}.${payload}`, key)}`);
  return [`t=${seconds}`, ...signatures].join(',');
};

/** What a receiver does: any of the signatures is enough, and the time must be near. */
export const isSigned = (header: string, payload: string, now: Date, key: string): boolean => {
  const parts = header.split(',').map((part) => part.split('=', 2));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isInteger(seconds) || Math.abs(now.getTime() - seconds * 1_000) > signatureLifeMs) return false;
  const expected = Buffer.from(hmac(`${seconds}.${payload}`, key));
  return parts
    .filter(([name]) => name === 'v1')
    .map(([, hex = '']) => Buffer.from(hex))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
};

const hmac = (text: string, key: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex');
