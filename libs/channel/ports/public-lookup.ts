import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from '@koujing/kernel';

export const privateCode = 'EPRIVATEADDRESS';

export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
  readonly code = privateCode;
}

/**
 * Resolves a name and refuses it if any of its addresses is private. The addresses that are checked are those that
 * are connected to: a name that answers differently a moment later gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return callback(error, '', 4);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new PrivateAddress(`${hostname} is not public`), '', 4);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
