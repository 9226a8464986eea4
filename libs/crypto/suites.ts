import type { CryptoSuite, SuiteName } from './crypto-suite.js';
import { internationalSuite } from './international-suite.js';
import { nationalSuite } from './national-suite.js';

const suites: readonly CryptoSuite[] = [internationalSuite, nationalSuite];

export const suiteNamed = (name: SuiteName): CryptoSuite =>
  name === 'national' ? nationalSuite : internationalSuite;

/** The suite that a key belongs to, by the scheme before it; null for what is no key. */
export const suiteOfKey = (key: string): CryptoSuite | null =>
  suites.find(({ scheme }) => key.startsWith(`${scheme}:`)) ?? null;

/** Whether this text was signed with the private key of this public one, under whichever suite that is. */
export const verifySignature = (text: string, signature: string, publicKey: string): boolean =>
  suiteOfKey(publicKey)?.verify(text, signature, publicKey) ?? false;

/** A short name of a public key that a person can compare: the first 16 hex digits of its SHA-256. */
export const keyIdOf = (publicKey: string): string => internationalSuite.hash(publicKey).slice(0, 16);
