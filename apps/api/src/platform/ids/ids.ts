import { randomBytes, randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';

/** Makes identifiers and secrets. Ids are uuid v7: they sort by the moment of their making. */
@Injectable()
export class Ids {
  private lastMilliseconds = 0;
  private sequence = 0;

  /**
   * A new uuid v7 (RFC 9562). Within one process the ids of one millisecond keep their order (12-bit counter).
   * The machine's time is read on purpose: an id must stay unique when a test holds the Clock still.
   */
  next(): string {
    const bytes = randomBytes(16);
    const now = Math.max(Date.now(), this.lastMilliseconds);
    this.sequence = now === this.lastMilliseconds ? this.sequence + 1 : randomInt(0, 0x400);
    this.lastMilliseconds = this.sequence > 0xfff ? now + 1 : now;
    if (this.sequence > 0xfff) this.sequence = 0;
    bytes.writeUIntBE(this.lastMilliseconds, 0, 6);
    bytes.writeUInt16BE(0x7000 | this.sequence, 6);
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** An unguessable word of base64url letters, `bytes` bytes strong. */
  token(bytes = 24): string {
    return randomBytes(bytes).toString('base64url');
  }

  /** `n` random decimal digits, leading zeros kept. */
  digits(n: number): string {
    return Array.from({ length: n }, () => randomInt(0, 10)).join('');
  }
}
