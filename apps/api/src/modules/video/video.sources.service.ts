import type { OfficeVideoView } from '@kizuna/shared/contracts/video';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, systemActor, type Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Uploads } from '../../platform/uploads/index.js';
import { TranscodingService, transcodingFinished, type TranscodingFinished } from '../transcoding/index.js';
import { VideoOfficeReader } from './office/video-office.reader.js';
import { VideoFilmsService } from './video.films.service.js';
import { VideoRepository } from './video.repository.js';

/** Uploaded films: passed to the worker, and published in place once prepared. A refused film changes nothing. */
@Injectable()
export class VideoSourcesService implements OnModuleInit {
  constructor(
    private readonly commands: Commands,
    private readonly uploads: Uploads,
    private readonly transcoding: TranscodingService,
    private readonly repository: VideoRepository,
    private readonly films: VideoFilmsService,
    private readonly reader: VideoOfficeReader,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<TranscodingFinished>(transcodingFinished, 'video.putFilm', ({ payload }) =>
      this.putFilm(payload),
    );
  }

  /**
   * Uses an upload as the film of a video. The old film is shown until the worker is done.
   * @throws DomainError platform.not_found, video.upload_unusable
   */
  async giveSource(
    actor: Actor,
    videoId: string,
    uploadId: string,
    key: string | undefined,
  ): Promise<OfficeVideoView> {
    const { personId } = personOf(actor);
    await this.commands.once(`video.source:${personId}`, key, { videoId, uploadId }, async () => {
      if (!(await this.repository.findForChange(videoId))) throw new DomainError('platform.not_found');
      const { purpose, state } = await this.uploads.getUpload(actor, uploadId);
      if (purpose !== 'film' || state !== 'complete') throw new DomainError('video.upload_unusable');
      const { fileName, sizeBytes } = await this.uploads.take(actor, uploadId, 'film');
      await this.transcoding.request({ uploadId, subjectId: videoId, fileName, sizeBytes });
      const after = { fileName, sizeBytes };
      await this.audit.record({ actor, action: 'video.source_given', ...subject(videoId), after });
      return { videoId };
    });
    return this.reader.getVideo(videoId);
  }

  private async putFilm({ subjectId, film }: TranscodingFinished): Promise<void> {
    const video = await this.repository.findForChange(subjectId);
    if (!video) return;
    await this.films.replace(video, film);
    const actor = systemActor('video.putFilm');
    const [before, after] = [
      { durationMs: video.durationMs },
      { durationMs: film.durationMs, scope: film.scope },
    ];
    await this.audit.record({ actor, action: 'video.film_put', ...subject(subjectId), before, after });
  }
}

function subject(subjectId: string) {
  return { subjectType: 'video', subjectId };
}
