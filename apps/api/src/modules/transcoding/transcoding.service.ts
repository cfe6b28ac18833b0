import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { Jobs } from '../../platform/jobs/index.js';
import { transcodeJob } from './transcoding.policy.js';
import { TranscodingRepository } from './transcoding.repository.js';

/** A film to be made ready: an upload that the caller has taken, or a blob. */
export interface TranscodeRequest {
  uploadId?: string;
  blobKey?: string;
  /** For what it is; stands in the events. */
  subjectId: string;
  fileName: string;
  sizeBytes: number;
}

/** Asks the worker for films. */
@Injectable()
export class TranscodingService {
  constructor(
    private readonly transcodes: TranscodingRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Asks for a film in the caller's transaction. The end is told as `transcoding.finished` or `transcoding.failed`.
   * @returns the id of the transcode
   */
  async request(m: EntityManager, request: TranscodeRequest): Promise<string> {
    const id = this.ids.next();
    await this.transcodes.add(m, id, request, this.clock.now());
    await this.jobs.enqueue(m, transcodeJob, { transcodeId: id });
    return id;
  }
}
