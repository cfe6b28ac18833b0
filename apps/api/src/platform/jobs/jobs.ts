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
  /** 1 for the first attempt. */
  attempt: number;
  /** Aborted when another worker may take over the job, or the process ends: stop without side effects. */
  signal: AbortSignal;
}

export type JobHandler<P> = (payload: P, job: JobContext) => Promise<void>;

export interface JobOptions {
  /** Maximum concurrency in one process; default 1. */
  concurrency?: number;
  /** Time limit of one attempt, in seconds, before another worker takes it over; default 900. */
  expireInSeconds?: number;
  /**
   * For jobs of minutes and hours: a worker without a heartbeat for this long (at least 10 s) counts as dead, and
   * another one takes over the job. Detecting that takes at most ten seconds more.
   */
  heartbeatSeconds?: number;
  /** Retries at this fixed interval instead of an exponential backoff. */
  retryEverySeconds?: number;
}

interface Registered {
  handler: JobHandler<unknown>;
  options: JobOptions;
}

/** Work done after the commit: mail, PDF, transcoding. At least once, with retries and backoff. */
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

  /** Opened here and not in the first transaction that enqueues, which would need a second connection. */
  async onApplicationBootstrap(): Promise<void> {
    await this.boss().catch((error: unknown) =>
      this.log.warn({ err: error }, 'opening the job queue failed; it is retried with the first job'),
    );
  }

  /** Registers the handler of a job; call it in `onModuleInit`. Names are imperative: `notifications.sendMail`. */
  work<P>(name: string, handler: JobHandler<P>, options: JobOptions = {}): void {
    if (this.registered.has(name)) throw new Error(`the job ${name} has two handlers`);
    this.registered.set(name, { handler: handler as JobHandler<unknown>, options });
  }

  /** Like `work`, but scheduled: `cron` has five fields in the time zone Asia/Tokyo. */
  every(name: string, cron: string, handler: () => Promise<void>): void {
    this.work(name, handler);
    this.schedules.set(name, cron);
  }

  /**
   * Enqueues a job in the caller's transaction: it exists exactly if that commits.
   * @returns false if the effect key was used before and nothing was enqueued
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
    // pg-boss uses the database's time: pass the delay, not the time
    const wait = options.startAfter ? options.startAfter.getTime() - this.clock.now().getTime() : 0;
    await boss.send(name, payload, {
      db: { executeSql: async (text, values) => ({ rows: await this.sql.query(text, values) }) },
      ...(wait > 0 ? { startAfter: Math.ceil(wait / 1000) } : {}),
    });
    return true;
  }

  /** Starts processing jobs in this process. */
  async start(): Promise<void> {
    if (this.worker) return;
    const boss = await openBoss(this.config.databaseUrl, this.log, 'worker');
    this.worker = boss;
    for (const [name, { options }] of this.registered) await this.takeJobs(boss, name, options);
    for (const [name, cron] of this.schedules) await boss.schedule(name, cron, {}, { tz: 'Asia/Tokyo' });
  }

  /** Runs the due jobs one after another and returns their number; for tests and seeds. A failed one is put back. */
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

  /** The sender, with a queue for every job registered so far. */
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
   * A worker fetches the next job as soon as it has finished one: for a hundred jobs enqueued in one transaction the
   * queue notifies once, and the worker would otherwise pause for five seconds after each.
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
