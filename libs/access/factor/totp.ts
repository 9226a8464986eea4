import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 with what every authenticator application understands: SHA-1, six digits, half a minute. */
const digits = 6;
const stepSeconds = 30;

/** A step either way: phones are some seconds off, and a code takes some to type. More would double what a guess hits. */
const slack = 1;

/** 160 bits, as long as the hash (RFC 4226, 4). */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** RFC 4226, 5.3. */
export const hotp = (secret: Buffer, counter: number, length = digits): string => {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(moving).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** length;
  return String(number).padStart(length, '0');
};

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1_000 / stepSeconds);

/** The step that this code belongs to, looked for around now; null if to none. Every step is compared, so that the time tells nothing. */
export const stepOf = (secret: Buffer, code: string, now: Date): number | null => {
  if (!/^\d{6}$/u.test(code)) return null;
  const given = Buffer.from(code);
  let found: number | null = null;
  for (let step = stepAt(now) - slack; step <= stepAt(now) + slack; step += 1)
    if (timingSafeEqual(Buffer.from(hotp(secret, step)), given)) found = step;
  return found;
};

const base32Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, as authenticators read keys. */
export const base32Of = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => base32Signs[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};

/** What the QR code says: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export const keyUri = (secret: Buffer, issuer: string, account: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({
    secret: base32Of(secret),
    issuer,
    algorithm: 'SHA1',
    digits: `${digits}`,
  });
  query.set('period', `${stepSeconds}`);
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
};
