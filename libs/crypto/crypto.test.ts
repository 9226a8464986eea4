import { expect, test } from '@jest/globals';
import { keepsTheCryptoContract } from './crypto-suite.contract.js';
import { internationalSuite } from './international-suite.js';
import { nationalSuite } from './national-suite.js';
import { keyIdOf, suiteOfKey, verifySignature } from './suites.js';

keepsTheCryptoContract(internationalSuite, nationalSuite, {
  text: 'abc',
  hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
});
// GB/T 32905, appendix A.1.
keepsTheCryptoContract(nationalSuite, internationalSuite, {
  text: 'abc',
  hash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
});

test('Ed25519 signs as RFC 8032 does (7.1, test 1)', () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
  const pair = internationalSuite.signingKeyFrom(`ed25519:${seed.toString('base64url')}`);
  expect(Buffer.from(pair.publicKey.slice(8), 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(
    Buffer.from(internationalSuite.sign('', pair.privateKey).slice(8), 'base64url').toString('hex'),
  ).toMatch(/^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155/u);
});

test('a signature is verified by the suite of its key', () => {
  for (const suite of [internationalSuite, nationalSuite]) {
    const { publicKey, privateKey } = suite.newSigningKey();
    expect(suiteOfKey(publicKey)).toBe(suite);
    expect(verifySignature('a', suite.sign('a', privateKey), publicKey)).toBe(true);
    expect(keyIdOf(publicKey)).toMatch(/^[0-9a-f]{16}$/u);
  }
  expect(verifySignature('a', 'b', 'c')).toBe(false);
});
