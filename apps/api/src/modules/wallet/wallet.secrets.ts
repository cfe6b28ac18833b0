import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';

/** How long a code waits for a wallet, and after that a token for its use, in seconds. */
export const walletSeconds = 600;

/** Makes the words that are shown once and kept as hashes. */
@Injectable()
export class WalletSecrets {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** A word of 256 bits, its hash, and when it ends. */
  next(): { word: string; hash: string; expiresAt: Date } {
    const word = this.ids.token(32);
    const expiresAt = new Date(this.clock.now().getTime() + walletSeconds * 1000);
    return { word, hash: hashOf(word), expiresAt };
  }
}

/** What is kept of a word. */
export function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('base64url');
}
