import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Lock, Locker, RequestRelease } from '@tus/server';
import pg from 'pg';
import type { Logger } from 'pino';

import { AppConfig } from '../config/app-config.js';
import { AppLogger } from '../log/nest-log.js';
import { TusRefusal } from './tus-refusal.js';

const channel = 'kizuna_uploads';
const waitMs = 12_000;
const pollMs = 100;

/**
 * Allows one sender at a time per upload, across all processes: PostgreSQL advisory locks, all on one connection of
 * this process, so that a killed process releases them. A process that wants a lock asks its holder to release it: the
 * holder's connection is often dead without the holder having noticed.
 */
@Injectable()
export class UploadLocks implements Locker, BeforeApplicationShutdown {
  private readonly held = new Map<string, RequestRelease>();
  private connection: Promise<pg.Client> | undefined;

  constructor(
    private readonly config: AppConfig,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  newLock(id: string): Lock {
    return {
      lock: (signal, release) => this.take(id, signal, release),
      unlock: () => this.letGo(id),
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    const client = await this.connection?.catch(() => undefined);
    this.connection = undefined;
    await client?.end();
  }

  private async take(id: string, signal: AbortSignal, release: RequestRelease): Promise<void> {
    for (let waited = 0; waited < waitMs && !signal.aborted; waited += pollMs) {
      if (!this.held.has(id)) {
        // claimed here before the database is queried: two requests of this process share its connection
        this.held.set(id, release);
        const taken = await this.ask(id).catch((error: unknown) => {
          this.held.delete(id);
          throw error;
        });
        if (taken) return;
        this.held.delete(id);
      } else if (waited === 0) {
        await this.held.get(id)?.();
      }
      await wait(pollMs);
    }
    throw new TusRefusal(423, 'another client is sending to this upload');
  }

  private async ask(id: string): Promise<boolean> {
    const client = await this.client();
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1::bigint) AS taken',
      [keyOf(id)],
    );
    if (rows[0]?.taken) return true;
    await client.query('SELECT pg_notify($1, $2)', [channel, id]);
    return false;
  }

  private async letGo(id: string): Promise<void> {
    this.held.delete(id);
    const client = await this.connection?.catch(() => undefined);
    await client?.query('SELECT pg_advisory_unlock($1::bigint)', [keyOf(id)]).catch(() => undefined);
  }

  private client(): Promise<pg.Client> {
    this.connection ??= this.connect().catch((error: unknown) => {
      this.connection = undefined;
      throw error;
    });
    return this.connection;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'kizuna-uploads',
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.log.warn({ err: error }, 'the connection holding the upload locks was lost');
      this.connection = undefined;
      // the locks are lost with it: their holders stop, and their senders resume from what has arrived
      for (const release of this.held.values()) void release();
    });
    client.on('notification', ({ payload }) => void this.held.get(payload ?? '')?.());
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    return client;
  }
}

/** A 64-bit key for pg_advisory_lock: with 2^64 values, collisions between uploads are negligible. */
function keyOf(id: string): string {
  return createHash('sha256').update(`upload:${id}`).digest().readBigInt64BE().toString();
}
