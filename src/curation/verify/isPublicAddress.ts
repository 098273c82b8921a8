import { BlockList, isIP } from 'node:net'

/** Networks that are nobody's public web site (IANA special-purpose address registries, RFC 6890). */
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3]
] as const) {
  special.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8]
] as const) {
  special.addSubnet(network, prefix, 'ipv6')
}

/** Whether an IP address belongs to the public internet: not this computer, nor a network of an office or a home. */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.replace(/[[\]]/g, '').split('%')
  const family = isIP(bare)
  return family !== 0 && !special.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}
