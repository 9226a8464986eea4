import { expect, test } from '@jest/globals';
import { outwardAddressFaults } from './outward-address.js';

test.each([
  ['https://hooks.example.org/a', []],
  ['http://hooks.example.org/a', ['notHttps']],
  ['https://10.0.0.8/a', ['innerNetwork']],
  ['http://localhost:3000', ['notHttps', 'innerNetwork']],
  ['https://someone@hooks.example.org', ['carriesUser']],
  ['https://:word@hooks.example.org', ['carriesUser']],
  ['http://inner.binhai.lan/a', []],
  ['ftp://inner.binhai.lan/a', ['notHttps', 'innerNetwork']],
  ['hooks.example.org', ['noAddress']],
])('%s: %j', (address, faults) => {
  expect(outwardAddressFaults(address, ['inner.binhai.lan'])).toEqual(faults);
});
