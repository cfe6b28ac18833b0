import ipaddr from 'ipaddr.js';

/**
 * The network a limit applies to: an IPv4 address as it is; for IPv6 the first 64 bits, because a subscriber owns all
 * addresses with that prefix. A string that is not an address is used as it is.
 */
export function networkOf(address: string): string {
  const plain = address.trim().toLowerCase().replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return plain;
  const parsed = ipaddr.process(plain);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
