import { gzipSync } from 'node:zlib';

/** Bits of a list: the least that Bitstring Status List 1.0 allows, so that a credential hides among many. */
export const statusListLength = 131_072;

/**
 * The `encodedList` of a list in which these places are revoked: the leftmost bit is the first place; gzip, multibase.
 * @throws RangeError for a place that no list has: it would go unsaid
 */
export function encodeStatusList(revoked: readonly number[]): string {
  const bits = Buffer.alloc(statusListLength / 8);
  for (const place of revoked) {
    if (!Number.isInteger(place) || place < 0 || place >= statusListLength)
      throw new RangeError(`no place ${place} in a list of ${statusListLength}`);
    bits[place >> 3]! |= 0x80 >> (place & 7);
  }
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`;
}
