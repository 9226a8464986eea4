import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the public network (IANA special-purpose registries), IPv4 first. */
const ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const nonPublic = new BlockList();
for (const [address, bits, family] of ranges) nonPublic.addSubnet(address, bits, family);

/** Of an address as text; IPv6 that carries an IPv4 address counts as that. What is no address is private: refuse what is not understood. */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return true;
  return nonPublic.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** Of the host of a URL, as far as the name alone tells: literal addresses, and names that only this machine or network knows. */
export const isPrivateHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$|\.$/gu, '');
  if (isIP(bare) !== 0) return isPrivateAddress(bare);
  return /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/iu.test(bare) || !bare.includes('.');
};

/** This machine itself: what goes there meets no cable. */
export const isLoopbackHost = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/gu, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
};
