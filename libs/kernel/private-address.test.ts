import { expect, test } from '@jest/globals';
import { isPrivateAddress, isPrivateHost } from './private-address.js';

test('addresses of this machine, of inner networks and of cloud metadata are private, in every spelling', () => {
  const all = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fd00::1',
    'fe80::1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
  ];
  expect(all.filter((address) => !isPrivateAddress(address))).toEqual([]);
});

test('public addresses are not', () => {
  expect(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'].filter(isPrivateAddress)).toEqual([]);
});

test('a host is judged by its literal address, or by a name that only an inner network knows', () => {
  // URL parsing turns 0x7f.1, 2130706433 and 127.1 into 127.0.0.1 before this is asked.
  const hosts = [
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://localhost/',
    'http://app.internal/',
    'http://app/',
    'http://app./',
  ];
  expect(hosts.map((url) => new URL(url).hostname).filter((host) => !isPrivateHost(host))).toEqual([]);
  expect(isPrivateHost('app.binhai.gov.example')).toBe(false);
});
