import ipaddr from 'ipaddr.js';

/**
 * The network that a limit counts: an IPv4 address as it is, of an IPv6 address the first 64 bits, because a subscriber
 * gets all addresses that begin with them. Text that is no address counts as it is.
 */
export function networkOf(address: string): string {
  const plain = address.trim().toLowerCase().replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return plain;
  const parsed = ipaddr.process(plain);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
