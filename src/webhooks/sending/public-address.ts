import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries: whatever is not globally reachable, and tunnels that lead to such addresses. */
const SPECIAL_IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Azure's metadata service, on an address that looks like any other.
  ['168.63.129.16', 32],
];
const SPECIAL_IPV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const global = new BlockList();
// Everything else, such as ::1, fc00::/7, fe80::/10, ff00::/8, ::ffff:0:0/96 and 64:ff9b::/96, is not out there.
global.addSubnet('2000::', 3, 'ipv6');

const special = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IPV6) special.addSubnet(network, prefix, 'ipv6');

/** Whether anybody on the Internet could have this address: nothing of ours is behind it. */
export function isPublicAddress(address: string): boolean {
  // With the name of an interface of ours.
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}
