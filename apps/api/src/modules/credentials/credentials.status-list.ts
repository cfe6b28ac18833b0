import { gzipSync } from 'node:zlib';

/** Bits per list: the minimum that Bitstring Status List 1.0 allows, so that a credential is hidden among many. */
export const statusListLength = 131_072;

/**
 * The `encodedList` of a list in which these positions are revoked: the leftmost bit is the first; gzip, multibase.
 * @throws RangeError for a position outside the list: its revocation would be lost
 */
export function encodeStatusList(revoked: readonly number[]): string {
  const bits = Buffer.alloc(statusListLength / 8);
  for (const place of revoked) {
    if (!Number.isInteger(place) || place < 0 || place >= statusListLength)
      throw new RangeError(`index ${place} is outside the list of ${statusListLength} bits`);
    bits[place >> 3]! |= 0x80 >> (place & 7);
  }
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`;
}
