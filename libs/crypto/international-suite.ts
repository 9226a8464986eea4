import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { badSigningKey } from './bad-key.js';
import { bodyOf, named, type CryptoSuite, type SigningKey } from './crypto-suite.js';

const scheme = 'ed25519';
const sealedAs = 'aes256gcm';
const ivBytes = 12;
const tagBytes = 16;
/** What stands before the 32 bytes of a key in DER (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256, Ed25519 (RFC 8032), AES-256-GCM. */
export const internationalSuite: CryptoSuite = {
  name: 'international',
  scheme,

  hash: (data) => createHash('sha256').update(data).digest('hex'),

  newSigningKey: () => pairOf(randomBytes(32)),

  signingKeyFrom: (privateKey) => pairOf(seedOf(privateKey)),

  sign: (text, privateKey) => named(scheme, sign(null, Buffer.from(text), privateOf(seedOf(privateKey)))),

  verify: (text, signature, publicKey) => {
    const bytes = bodyOf(signature, scheme);
    const point = bodyOf(publicKey, scheme);
    if (bytes?.length !== 64 || point?.length !== 32) return false;
    try {
      const key = createPublicKey({
        key: Buffer.concat([publicPrefix, point]),
        format: 'der',
        type: 'spki',
      });
      return verify(null, Buffer.from(text), key, bytes);
    } catch {
      // A point that is none: nothing was signed with it.
      return false;
    }
  },

  seal: (plain, key, context) => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return named(sealedAs, Buffer.concat([iv, cipher.getAuthTag(), body]));
  },

  open: (sealed, key, context) => {
    const bytes = bodyOf(sealed, sealedAs);
    if (bytes === null || bytes.length < ivBytes + tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  },
};

const seedOf = (privateKey: string): Buffer => {
  const seed = bodyOf(privateKey, scheme);
  if (seed?.length !== 32) throw badSigningKey(scheme);
  return seed;
};

const privateOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });

const pairOf = (seed: Buffer): SigningKey => {
  const point = createPublicKey(privateOf(seed)).export({ format: 'der', type: 'spki' });
  return {
    publicKey: named(scheme, point.subarray(publicPrefix.length)),
    privateKey: named(scheme, seed),
  };
};
