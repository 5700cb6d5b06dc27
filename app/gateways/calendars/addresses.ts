import { BlockList, isIP } from "node:net";

const notPublic = new BlockList();
// Every range of IPv4 that is not one machine on the public internet (IANA's special-purpose registry).
for (const [network, bits] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 3]] as const)
  notPublic.addSubnet(network, bits, "ipv4");
// Of IPv6 only global unicast is public; inside it these lead elsewhere: Teredo and protocols, documentation, 6to4.
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const) notPublic.addSubnet(network, bits, "ipv6");

/**
 * Whether an address of IP is one on the public internet. Private, loopback, link-local, metadata, multicast and reserved ones are not,
 * nor is any IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4): no public host needs them.
 */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !notPublic.check(address, "ipv4");
  if (kind !== 6 || address.includes("%")) return false;
  return globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}
