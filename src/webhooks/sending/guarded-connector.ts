import type { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';

import { buildConnector } from 'undici';

import { isPublicAddress } from './public-address.js';

/** Nothing was sent: the host has no address that may be called. Whether it has another one is not told. */
export class NoPublicAddressError extends Error {
  override readonly name = 'NoPublicAddressError';
}

/**
 * Connects to public addresses only. The addresses that are checked are those that are connected to, so that a name
 * that changes its answer gains nothing by it.
 */
export function guardedConnector(
  resolver: Pick<Resolver, 'resolve4' | 'resolve6'>,
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const connect = buildConnector({ ...options, lookup: publicLookup(resolver) });
  return (target, callback) => {
    // A literal address is connected to without a lookup.
    const isRefused = isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname);
    if (isRefused) callback(new NoPublicAddressError(), null);
    else connect(target, callback);
  };
}

/**
 * Hands over the public ones of a host's addresses, and fails when there are none.
 * Asks the name server itself: the system's getaddrinfo holds one of Node's four threads while it waits, which whoever
 * names a host could use up; and it reads files in which only names of our own stand.
 */
export function publicLookup(resolver: Pick<Resolver, 'resolve4' | 'resolve6'>): LookupFunction {
  return (hostname, { all }, callback) => {
    void resolvePublic(resolver, hostname).then((addresses) => {
      const [first] = addresses;
      if (!first) callback(new NoPublicAddressError(), '');
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

async function resolvePublic(
  resolver: Pick<Resolver, 'resolve4' | 'resolve6'>,
  hostname: string,
): Promise<{ address: string; family: number }[]> {
  const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  return answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    .filter(isPublicAddress)
    .map((address) => ({ address, family: isIP(address) }));
}
