import { createReadStream } from 'node:fs';
import path from 'node:path';

import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { TranscodeStep } from '@kizuna/shared/vocabulary/video';
import type { Logger } from 'pino';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { GiveUp, Jobs, type JobContext } from '../../platform/jobs/index.js';
import { AppLogger } from '../../platform/log/nest-log.js';
import { BlobStore } from '../../platform/storage/index.js';
import { FilmRefused } from './film-refused.js';
import { TranscodingEndingService } from './transcoding.ending.service.js';
import { makeFilm, type MadeFilm } from './transcoding.pipeline.js';
import {
  heartbeatSeconds,
  longestTranscodeSeconds,
  mostAttempts,
  retrySeconds,
  transcodeJob,
  type TranscodeJob,
} from './transcoding.policy.js';
import { TranscodingRepository, type TranscodeTask } from './transcoding.repository.js';
import { TranscodingWorkFolders } from './transcoding.work-folders.js';
import { WorkInterrupted } from './work-interrupted.js';

const noteEveryMs = 1_000;

/** Processes films, one at a time per process. If the process dies, the job is taken over. */
@Injectable()
export class TranscodingWorker implements OnModuleInit, OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly transcodes: TranscodingRepository,
    private readonly folders: TranscodingWorkFolders,
    private readonly blobs: BlobStore,
    private readonly endings: TranscodingEndingService,
    private readonly clock: Clock,
    @Inject(AppLogger) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.work<TranscodeJob>(transcodeJob, (order, job) => this.transcode(order, job), {
      expireInSeconds: longestTranscodeSeconds,
      heartbeatSeconds,
      retryEverySeconds: retrySeconds,
    });
  }

  /** A process that ends releases its job at once: another worker, or the next start, continues it. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  private async transcode(order: TranscodeJob, job: JobContext): Promise<void> {
    const { transcodeId: id, posterKey = null } = order;
    const now = this.clock.now();
    const task = await this.transactions.run(() => this.transcodes.begin(id, now));
    if (!task) return;
    try {
      if (task.attempts > mostAttempts) throw new FilmRefused('took_too_long', `${task.attempts} attempts`);
      await this.work(task, posterKey, AbortSignal.any([job.signal, this.ending.signal]));
    } catch (error) {
      if (!(error instanceof FilmRefused)) throw error;
      this.log.info({ transcodeId: id, fault: error.fault, why: error.why }, 'film refused');
      await this.endings.refuse(task, error.fault);
      throw new GiveUp(error.fault);
    }
  }

  private async work(task: TranscodeTask, posterKey: string | null, claim: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([claim, lost.signal]);
    const place = await this.folders.open(task, posterKey, signal);
    const note = this.noting(task, () => lost.abort());
    const made = await makeFilm(place.at, place.source, note, place.poster);
    note('storing', 94);
    await this.store(made, signal, note);
    await this.endings.finish(task, made.film);
  }

  /** Stores the progress at most once per second; stops the work if another attempt has taken over. */
  private noting(task: TranscodeTask, onLost: () => void): (step: TranscodeStep, percent: number) => void {
    let written = 0;
    let busy = false;
    let last = '';
    return (step, percent) => {
      const at = performance.now();
      const word = `${step} ${Math.floor(percent)}`;
      if (busy || word === last || at - written < noteEveryMs) return;
      [written, busy, last] = [at, true, word];
      void this.transactions
        .run(() => this.transcodes.note(task, step, Math.floor(percent)))
        .then((mine) => (mine ? undefined : onLost()))
        // the next second writes it again
        .catch(() => undefined)
        .finally(() => (busy = false));
    };
  }

  private async store(
    made: MadeFilm,
    signal: AbortSignal,
    note: (step: TranscodeStep, percent: number) => void,
  ): Promise<void> {
    for (const [index, file] of made.files.entries()) {
      if (signal.aborted) throw new WorkInterrupted('the job was lost or the process is stopping');
      await this.blobs.put(`${made.film.scope}/${file}`, createReadStream(path.join(made.folder, file)));
      note('storing', 94 + (6 * index) / made.files.length);
    }
  }
}
