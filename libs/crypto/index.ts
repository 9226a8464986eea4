export type { CryptoSuite, SigningKey, SuiteName } from './crypto-suite.js';
export { internationalSuite } from './international-suite.js';
export { keyIdOf, suiteNamed, suiteOfKey, verifySignature } from './suites.js';
