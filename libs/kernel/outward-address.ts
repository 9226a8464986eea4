import { isPrivateHost } from './private-address.js';

/** What is wrong with an address that this house is asked to send to. */
export type AddressFault = 'noAddress' | 'carriesUser' | 'notHttps' | 'innerNetwork';

/**
 * The one rule on addresses that people set and the house sends to: https to a public host, or http too to a host that the
 * operator has listed. By the name alone; one that leads to a private address is refused when it is connected to.
 */
export const outwardAddressFaults = (
  address: string,
  innerHosts: readonly string[],
): readonly AddressFault[] => {
  if (!URL.canParse(address)) return ['noAddress'];
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return ['carriesUser'];
  if (innerHosts.includes(hostname) && (protocol === 'http:' || protocol === 'https:')) return [];
  return [
    ...(protocol === 'https:' ? [] : (['notHttps'] as const)),
    ...(isPrivateHost(hostname) ? (['innerNetwork'] as const) : []),
  ];
};
