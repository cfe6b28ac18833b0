import { randomBytes, randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** Generates identifiers and secrets. */
@Injectable()
export class Ids {
  /**
   * A new UUID of version 7 (RFC 9562): ids sort by creation time, and those of one process within a millisecond
   * keep their order (Node's own randomUUIDv7 does not guarantee that). It uses the system time on purpose: an id must
   * stay unique when a test stops the Clock.
   */
  next(): string {
    return v7();
  }

  /** A random token in base64url with `bytes` bytes of entropy. */
  token(bytes = 24): string {
    return randomBytes(bytes).toString('base64url');
  }

  /** `n` random decimal digits, including leading zeros. */
  digits(n: number): string {
    return Array.from({ length: n }, () => randomInt(0, 10)).join('');
  }
}
