import { availableParallelism } from 'node:os';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { ThreadPool, threadFile } from '../../../platform/threads/index.js';
import { passwordForm } from '../people.policy.js';
import type { HashingTask } from './secret-hashing.thread.js';

/**
 * Hashes secrets in threads of their own, at most one per processor and below the priority of the thread that answers
 * requests: a rush of sign-ins takes the processors that nobody else needs.
 */
@Injectable()
export class SecretHasher implements OnApplicationShutdown {
  private readonly threads = new ThreadPool<HashingTask, string | boolean>(
    threadFile(import.meta.url, 'secret-hashing.thread.js'),
    { most: availableParallelism() },
  );
  private dummy: Promise<string> | undefined;

  async hash(secret: string): Promise<string> {
    return (await this.threads.run({ secret: passwordForm(secret) })) as string;
  }

  /**
   * Checks a secret. Without a stored hash it takes the same time and returns false, so that timing does not reveal who
   * has an account.
   */
  async verify(stored: string | null, secret: string): Promise<boolean> {
    this.dummy ??= this.hash('nobody has this secret');
    const against = stored ?? (await this.dummy);
    const matches = await this.threads.run({ secret: passwordForm(secret), stored: against });
    return matches === true && stored !== null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
