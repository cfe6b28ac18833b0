import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { AppConfig } from '../../platform/config/app-config.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AppLogger } from '../../platform/log/nest-log.js';
import { BlobStore } from '../../platform/storage/index.js';
import { Uploads } from '../../platform/uploads/index.js';
import { FilmRefused } from './film-refused.js';
import { killStrays } from './transcoding.child.js';
import type { Workplace } from './transcoding.ffmpeg.js';
import { TranscodingRepository, type TranscodeTask } from './transcoding.repository.js';
import { findFilmTools, type FilmTools } from './transcoding.tools.js';

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The folders in which films are processed: DATA_DIR/work/<id of the transcode>. They survive a worker, but not their
 * transcode.
 */
@Injectable()
export class TranscodingWorkFolders implements OnModuleInit, OnApplicationBootstrap {
  private readonly root: string;
  private tools: FilmTools | undefined;

  constructor(
    config: AppConfig,
    private readonly uploads: Uploads,
    private readonly blobs: BlobStore,
    private readonly transactions: Transactions,
    private readonly transcodes: TranscodingRepository,
    private readonly jobs: Jobs,
    @Inject(AppLogger) private readonly log: Logger,
  ) {
    this.root = path.resolve(config.dataDir, 'work');
  }

  onModuleInit(): void {
    this.jobs.every('transcoding.sweepWorkFolders', '41 * * * *', () => this.sweep());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep().catch((error: unknown) =>
      this.log.warn({ err: error }, 'sweeping the work folders failed; it is tried again later'),
    );
  }

  /**
   * The folder of a transcode, new or as an earlier attempt left it, with the source and the chosen poster (null where
   * there is none) in reach.
   * @throws FilmRefused where ffmpeg is missing or the source is gone
   */
  async open(
    task: TranscodeTask,
    posterKey: string | null,
    signal: AbortSignal,
  ): Promise<{ at: Workplace; source: string; poster: string | null }> {
    const folder = path.join(this.root, task.id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const strays = killStrays(folder);
    if (strays > 0) this.log.warn({ transcodeId: task.id, strays }, 'killed processes left by a dead worker');
    this.tools ??= findFilmTools(process.env, this.root);
    const source = await this.source(task, folder);
    if (!(await stat(source).catch(() => null))) throw new FilmRefused('unreadable', 'the upload is gone');
    const poster = await this.poster(posterKey, folder);
    return { at: { tools: this.tools, folder, signal }, source, poster };
  }

  remove(id: string): Promise<void> {
    return rm(path.join(this.root, id), { recursive: true, force: true });
  }

  /** Deletes folders of finished or unknown transcodes. */
  async sweep(): Promise<void> {
    const found = (await readdir(this.root).catch(() => [] as string[])).filter((name) => idShape.test(name));
    if (found.length === 0) return;
    const kept = new Set(await this.transactions.run(() => this.transcodes.unfinishedOf(found)));
    for (const id of found.filter((name) => !kept.has(name))) await this.remove(id);
  }

  private async source(task: TranscodeTask, folder: string): Promise<string> {
    if (task.uploadId !== null) return this.uploads.pathOf(task.uploadId);
    return this.fetch(task.blobKey ?? '', path.join(folder, 'source'));
  }

  private async poster(posterKey: string | null, folder: string): Promise<string | null> {
    if (posterKey === null || !(await this.blobs.exists(posterKey))) return null;
    return this.fetch(posterKey, path.join(folder, `poster${path.extname(posterKey)}`));
  }

  private async fetch(blobKey: string, file: string): Promise<string> {
    if ((await stat(file).catch(() => null)) === null) {
      await pipeline(await this.blobs.stream(blobKey), createWriteStream(`${file}.part`));
      await rename(`${file}.part`, file);
    }
    return file;
  }
}
