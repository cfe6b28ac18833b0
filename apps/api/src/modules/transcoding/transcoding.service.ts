import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { TranscodeRequest } from './transcode-request.js';
import { transcodeJob, type TranscodeJob } from './transcoding.policy.js';
import { TranscodingRepository } from './transcoding.repository.js';

/** Requests films from the worker. */
@Injectable()
export class TranscodingService {
  constructor(
    private readonly transcodes: TranscodingRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Requests a film in the caller's transaction. The result is published as `transcoding.finished` or
   * `transcoding.failed`.
   * @returns the id of the transcode
   */
  async request(request: TranscodeRequest): Promise<string> {
    const id = this.ids.next();
    await this.transcodes.add(id, request, this.clock.now());
    const { posterKey } = request;
    const job: TranscodeJob = { transcodeId: id, ...(posterKey === undefined ? {} : { posterKey }) };
    await this.jobs.enqueue(transcodeJob, job);
    return id;
  }

  /** Like `request`, but does nothing where a transcode of the same subject waits or runs. */
  async requestUnlessUnderWay(request: TranscodeRequest): Promise<void> {
    if (!(await this.transcodes.isUnderWay(request.subjectId))) await this.request(request);
  }
}
