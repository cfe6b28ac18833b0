import { availableParallelism } from 'node:os';

import { hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

import { passwordForm } from '../people.policy.js';

/** OWASP's first recommendation: Argon2id (algorithm 2), 19 MiB, two passes, parallelism 1. */
const options: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes secrets, at most one per processor at a time, so that a rush of sign-ins does not starve other requests. */
@Injectable()
export class SecretHasher {
  private free = availableParallelism();
  private readonly queue: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  hash(secret: string): Promise<string> {
    return this.inTurn(() => hash(passwordForm(secret), options));
  }

  /**
   * Checks a secret. Without a stored hash it takes the same time and returns false, so that timing does not reveal who
   * has an account.
   */
  async verify(stored: string | null, secret: string): Promise<boolean> {
    this.dummy ??= hash('nobody has this secret', options);
    const against = stored ?? (await this.dummy);
    const matches = await this.inTurn(() => verify(against, passwordForm(secret), options));
    return matches && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
