import { isLoopbackHost } from '@koujing/kernel';

/**
 * How what goes to a server is guarded: it never leaves this machine; by TLS, with the certificate looked at; by TLS with whoever
 * answers; in clear.
 */
export type Line = 'local' | 'verified' | 'unverified' | 'plain';

const hostOf = (url: URL): string => url.searchParams.get('host') ?? decodeURIComponent(url.hostname);

/** A socket is a path, and no name at all is one or this machine. */
const isLocal = (host: string): boolean => host === '' || host.startsWith('/') || isLoopbackHost(host);

const settled = ['sslmode', 'ssl', 'sslnegotiation'] as const;

/**
 * TLS with a looked-at certificate wherever the address does not say how (ASVS V12.3.1): the driver's own default is to go in
 * clear. `sslmode=disable` says that it may, where the network between is trusted.
 */
export const securedUrl = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (isLocal(hostOf(url)) || settled.some((name) => url.searchParams.has(name))) return address;
  return `${address}${url.search === '' ? '?' : '&'}sslmode=verify-full`;
};

/** Of an address as it was given. */
export const lineOf = (address: string): Line => {
  if (!URL.canParse(address)) return 'local';
  const url = new URL(securedUrl(address));
  const { searchParams: named } = url;
  if (isLocal(hostOf(url))) return 'local';
  const mode = named.get('sslmode');
  if (mode === 'disable' || (mode === null && ['0', 'false'].includes(named.get('ssl') ?? '')))
    return 'plain';
  const isLax = named.get('uselibpqcompat') === 'true' && ['prefer', 'require'].includes(mode ?? '');
  return mode === 'no-verify' || isLax ? 'unverified' : 'verified';
};
