import { randomBytes } from 'node:crypto';
import { sm2, sm3, sm4 } from 'sm-crypto-v2';
import { badSigningKey } from './bad-key.js';
import { bodyOf, named, type CryptoSuite, type SigningKey } from './crypto-suite.js';

const scheme = 'sm2';
const sealedAs = 'sm4gcm';
const ivBytes = 12;
const tagBytes = 16;
/** SM4 keys have 128 bits: the first half of the house's key, which is random throughout. */
const keyBytes = 16;

/** With Z of the signer's identity, as GB/T 32918.2 demands; the default identity of GB/T 35276. */
const signing = { hash: true, der: true } as const;

/** SM3 (GB/T 32905), SM2 (GB/T 32918), SM4-GCM (GB/T 32907). */
export const nationalSuite: CryptoSuite = {
  name: 'national',
  scheme,

  hash: (data) => sm3(typeof data === 'string' ? Buffer.from(data) : data),

  newSigningKey: () => pairOf(sm2.generateKeyPairHex().privateKey),

  signingKeyFrom: (privateKey) => pairOf(scalarOf(privateKey)),

  sign: (text, privateKey) => {
    const scalar = scalarOf(privateKey);
    const publicKey = sm2.getPublicKeyFromPrivateKey(scalar);
    const signature = sm2.doSignature(Buffer.from(text), scalar, { ...signing, publicKey });
    return named(scheme, Buffer.from(signature, 'hex'));
  },

  verify: (text, signature, publicKey) => {
    const bytes = bodyOf(signature, scheme);
    const point = bodyOf(publicKey, scheme);
    if (bytes === null || point === null || point.length !== 65) return false;
    try {
      return sm2.doVerifySignature(Buffer.from(text), bytes.toString('hex'), point.toString('hex'), signing);
    } catch {
      // A point off the curve or a signature that is no DER: nothing was signed with it.
      return false;
    }
  },

  seal: (plain, key, context) => {
    const iv = randomBytes(ivBytes);
    const { output, tag } = sm4.encrypt(Buffer.from(plain), key.subarray(0, keyBytes), {
      ...{ mode: 'gcm', iv, associatedData: Buffer.from(context) },
      ...{ output: 'array', outputTag: true },
    });
    return named(sealedAs, Buffer.concat([iv, bytesOf(tag ?? ''), bytesOf(output)]));
  },

  open: (sealed, key, context) => {
    const bytes = bodyOf(sealed, sealedAs);
    if (bytes === null || bytes.length < ivBytes + tagBytes) return null;
    try {
      const plain = sm4.decrypt(bytes.subarray(ivBytes + tagBytes), key.subarray(0, keyBytes), {
        ...{ mode: 'gcm', iv: bytes.subarray(0, ivBytes), associatedData: Buffer.from(context) },
        ...{ tag: bytes.subarray(ivBytes, ivBytes + tagBytes), output: 'array' },
      });
      return bytesOf(plain).toString('utf8');
    } catch {
      return null;
    }
  },
};

const bytesOf = (value: string | Uint8Array): Buffer =>
  typeof value === 'string' ? Buffer.from(value, 'hex') : Buffer.from(value);

const scalarOf = (privateKey: string): string => {
  const scalar = bodyOf(privateKey, scheme);
  if (scalar?.length !== 32) throw badSigningKey(scheme);
  return scalar.toString('hex');
};

const pairOf = (scalar: string): SigningKey => ({
  publicKey: named(scheme, Buffer.from(sm2.getPublicKeyFromPrivateKey(scalar), 'hex')),
  privateKey: named(scheme, Buffer.from(scalar.padStart(64, '0'), 'hex')),
});
