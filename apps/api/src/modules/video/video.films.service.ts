import type { CaptionCue } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { VideoBlobsService } from './video.blobs.service.js';
import type { VideoEntity } from './video.entity.js';
import type { StoredFilm } from './video.film.policy.js';
import { VideoRepository } from './video.repository.js';

/** Replaces films and captions. The old files stay in the store until no page can play them. */
@Injectable()
export class VideoFilmsService {
  constructor(
    private readonly repository: VideoRepository,
    private readonly blobs: VideoBlobsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets or replaces the film of a video. Watch records are kept, cut to the new length: they count milliseconds of the
   * film, and nobody can watch what lies beyond its end.
   */
  async replace(video: Pick<VideoEntity, 'id' | 'film'>, film: StoredFilm): Promise<void> {
    await this.repository.update(video.id, { film, durationMs: film.durationMs });
    if (video.film === null || video.film.scope === film.scope) return;
    await this.repository.retire(video.film.scope, this.clock.now());
    await this.repository.cutRecords(video.id, film.durationMs);
  }

  /** Saves the captions of a language, replacing existing ones. @returns the new revision of the track */
  async saveCues(videoId: string, language: CaptionLanguage, cues: CaptionCue[]): Promise<number> {
    const before = await this.repository.findTrackForChange(videoId, language);
    const blobKey = await this.blobs.storeCues(cues, `${language}.vtt`);
    const revision = (before?.revision ?? 0) + 1;
    const updatedAt = this.clock.now();
    await this.repository.saveTrack({ videoId, language, cues, blobKey, revision, updatedAt });
    if (before) await this.retireKey(before.blobKey, blobKey);
    return revision;
  }

  /** Marks a caption file as replaced, unless the new one is the same. */
  async retireKey(before: string | null, after: string | null): Promise<void> {
    if (before === null || before === after) return;
    await this.repository.retire(before.slice(0, before.lastIndexOf('/')), this.clock.now());
  }
}
