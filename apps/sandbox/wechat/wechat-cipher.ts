import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const block = 32;

/** sha1 over the sorted parts, as every signature of the callback is made (CHANNELS A5). */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** AES-256-CBC over 16 random bytes + length + message + appid, padded to 32-byte blocks. */
export const encrypted = (message: string, appId: string, encodingAesKey: string): string => {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const missing = block - (plain.length % block);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64');
};
