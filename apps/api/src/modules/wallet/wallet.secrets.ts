import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';

/** The lifetime of a code, and then of its token, in seconds. */
export const walletSeconds = 600;

/** Generates secrets that are shown once and stored as hashes. */
@Injectable()
export class WalletSecrets {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** A secret of 256 bits, its hash, and its expiry. */
  next(): { word: string; hash: string; expiresAt: Date } {
    const word = this.ids.token(32);
    const expiresAt = new Date(this.clock.now().getTime() + walletSeconds * 1000);
    return { word, hash: hashOf(word), expiresAt };
  }
}

/** The stored hash of a secret. */
export function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('base64url');
}
