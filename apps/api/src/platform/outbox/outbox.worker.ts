import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { Logger } from 'pino';

import { AppConfig } from '../config/app-config.js';
import { AppLogger } from '../log/nest-log.js';
import { OutboxDispatcher } from './outbox.dispatcher.js';
import { outboxChannel } from './outbox.js';

const pollMs = 2_000;
const reconnectMs = 1_000;
const loops = 2;

/** Runs the dispatcher continuously: woken by NOTIFY, and by a slow poll in case a notification was missed. */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private running = false;
  private readonly ended: Promise<void>[] = [];
  private readonly sleepers = new Set<() => void>();
  private listener: Client | undefined;
  private reconnect: NodeJS.Timeout | undefined;

  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly config: AppConfig,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    for (let i = 0; i < loops; i += 1) this.ended.push(this.loop());
    void this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.running = false;
    clearTimeout(this.reconnect);
    this.wake();
    await Promise.all(this.ended);
    await this.listener?.end().catch(() => undefined);
  }

  private wake(): void {
    for (const sleeper of this.sleepers) sleeper();
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.sleepers.add(done);
    });
  }

  private async loop(): Promise<void> {
    while (this.running) {
      try {
        if (await this.dispatcher.dispatchNext()) continue;
      } catch (error) {
        this.log.warn({ err: error }, 'the outbox is waiting for the database');
      }
      if (this.running) await this.sleep(pollMs);
    }
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    const again = () => {
      if (!this.running || this.listener !== client) return;
      this.listener = undefined;
      this.reconnect = setTimeout(() => void this.listen(), reconnectMs);
    };
    this.listener = client;
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => this.wake());
    try {
      await client.connect();
      await client.query(`LISTEN ${outboxChannel}`);
      this.wake();
    } catch {
      // Polling continues; the listener reconnects when the database is back
      again();
      await client.end().catch(() => undefined);
    }
  }
}
