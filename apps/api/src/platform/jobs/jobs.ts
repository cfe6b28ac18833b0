import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

import { Clock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { Sql } from '../database/sql.js';
import { AppLogger } from '../log/nest-log.js';
import { openBoss, queueOptions, type JobRow } from './boss.js';
import { GiveUp } from './give-up.js';

export interface JobContext {
  id: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when another worker may take the job over, or the process ends: stop without a trace. */
  signal: AbortSignal;
}

export type JobHandler<P> = (payload: P, job: JobContext) => Promise<void>;

export interface JobOptions {
  /** How many run at once in one process; 1 unless told. */
  concurrency?: number;
  /** How long one try may take, in seconds, before another worker takes it over; 900 unless told. */
  expireInSeconds?: number;
  /**
   * For work of minutes and hours: a worker that gives no sign of life for so long (10 s at least) has died, and another
   * one takes the job up. At most ten seconds more pass until that is seen.
   */
  heartbeatSeconds?: number;
  /** Tries again at this even distance instead of ever longer ones. */
  retryEverySeconds?: number;
}

interface Registered {
  handler: JobHandler<unknown>;
  options: JobOptions;
}

/** Work that happens after the commit: mail, PDF, transcoding. At least once, with retries that back off. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown, OnApplicationBootstrap {
  private readonly registered = new Map<string, Registered>();
  private readonly schedules = new Map<string, string>();
  private readonly queues = new Set<string>();
  private sender: Promise<PgBoss> | undefined;
  private worker: PgBoss | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  /** Opened here and not in the first transaction that enqueues: that one would ask for a second connection. */
  async onApplicationBootstrap(): Promise<void> {
    await this.boss().catch((error: unknown) =>
      this.log.warn({ err: error }, 'the job queue opens with the first job'),
    );
  }

  /** Declares who does a job; call it in `onModuleInit`. Names are imperative: `notifications.sendMail`. */
  work<P>(name: string, handler: JobHandler<P>, options: JobOptions = {}): void {
    if (this.registered.has(name)) throw new Error(`the job ${name} has two handlers`);
    this.registered.set(name, { handler: handler as JobHandler<unknown>, options });
  }

  /** Like `work`, begun by the clock on a wall: `cron` has five fields and means Asia/Tokyo. */
  every(name: string, cron: string, handler: () => Promise<void>): void {
    this.work(name, handler);
    this.schedules.set(name, cron);
  }

  /**
   * Asks for a job in the caller's transaction: it exists exactly when that commits.
   * @returns false where the effect key was asked for before and nothing was enqueued
   */
  async enqueue<P extends object>(
    name: string,
    payload: P,
    options: { effectKey?: string; startAfter?: Date } = {},
  ): Promise<boolean> {
    if (options.effectKey !== undefined) {
      const { affected } = await this.sql.execute(
        `INSERT INTO job_effects (key, job_name, enqueued_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [options.effectKey, name, this.clock.now()],
      );
      if (affected === 0) return false;
    }
    const boss = await this.boss();
    // pg-boss compares with the database's time: pass the distance, not the moment
    const wait = options.startAfter ? options.startAfter.getTime() - this.clock.now().getTime() : 0;
    await boss.send(name, payload, {
      db: { executeSql: async (text, values) => ({ rows: await this.sql.query(text, values) }) },
      ...(wait > 0 ? { startAfter: Math.ceil(wait / 1000) } : {}),
    });
    return true;
  }

  /** Starts taking jobs in this process. */
  async start(): Promise<void> {
    if (this.worker) return;
    const boss = await openBoss(this.config.databaseUrl, this.log, 'worker');
    this.worker = boss;
    for (const [name, { options }] of this.registered) await this.takeJobs(boss, name, options);
    for (const [name, cron] of this.schedules) await boss.schedule(name, cron, {}, { tz: 'Asia/Tokyo' });
  }

  /**
   * Runs the jobs that are due, one after another, and answers how many; for tests and seeds. A failed one is put back.
   */
  async runWaiting(): Promise<number> {
    const boss = await this.boss();
    let done = 0;
    for (const name of this.registered.keys()) {
      const jobs = await boss.fetch<object>(name, { batchSize: 100, includeMetadata: true });
      for (const job of jobs) {
        const result = await this.perform(name, job);
        if (result.status === 'completed') await boss.complete(name, job.id);
        else await boss.fail(name, job.id, result.output);
        done += 1;
      }
    }
    return done;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.stop({ graceful: true, timeout: 10_000 });
    const sender = await this.sender?.catch(() => undefined);
    await sender?.stop({ graceful: false });
  }

  /** The sender, with a queue for every job that was declared by now. */
  private async boss(): Promise<PgBoss> {
    this.sender ??= this.openSender().catch((error: unknown) => {
      this.sender = undefined;
      throw error;
    });
    const boss = await this.sender;
    for (const [name, { options }] of this.registered) {
      if (this.queues.has(name)) continue;
      await boss.createQueue(name, queueOptions(options));
      this.queues.add(name);
    }
    return boss;
  }

  private openSender(): Promise<PgBoss> {
    return openBoss({ executeSql: (text, values) => this.sql.onPool(text, values) }, this.log, 'sender');
  }

  private async takeJobs(boss: PgBoss, name: string, options: JobOptions): Promise<void> {
    await boss.createQueue(name, queueOptions(options));
    for (let at = 0; at < (options.concurrency ?? 1); at += 1) await this.takeOneByOne(boss, name);
  }

  /**
   * A worker looks for the next job as soon as it has done one: of a hundred that are asked for in one transaction the queue
   * tells once, and it would otherwise rest for five seconds after each.
   */
  private async takeOneByOne(boss: PgBoss, name: string): Promise<void> {
    const how = {
      perJobResults: true,
      includeMetadata: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 5,
    } as const;
    let worker = '';
    worker = await boss.work<object, unknown, typeof how>(name, how, async (jobs) => {
      const results = await Promise.all(jobs.map((job) => this.perform(name, job)));
      boss.notifyWorker(worker);
      return results;
    });
  }

  private async perform(name: string, job: JobRow) {
    const handler = this.registered.get(name)!.handler;
    const context = {
      id: job.id,
      attempt: job.retryCount + 1,
      signal: job.signal ?? new AbortController().signal,
    };
    try {
      await handler(job.data, context);
      return { id: job.id, status: 'completed' as const };
    } catch (error) {
      this.log.warn({ err: error, job: name, jobId: job.id, attempt: context.attempt }, 'job failed');
      const reason = { error: error instanceof Error ? error.name : 'unknown' };
      return {
        id: job.id,
        status: error instanceof GiveUp ? ('deadletter' as const) : ('failed' as const),
        output: reason,
      };
    }
  }
}
