import type {
  CaptionCue,
  CaptionTrackBody,
  CaptionTrackView,
  ChaptersBody,
  OfficeVideoView,
} from '@kizuna/shared/contracts/video';
import { faultsOf } from '@kizuna/shared/rules/caption-faults';
import { orderedCues } from '@kizuna/shared/rules/captions';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { VideoBlobsService } from '../video.blobs.service.js';
import type { VideoEntity } from '../video.entity.js';
import { VideoFilmsService } from '../video.films.service.js';
import { VideoRepository } from '../video.repository.js';
import { VideoOfficeReader } from './video-office.reader.js';

/** Captions and chapters, edited by the office. Saving an outdated revision is refused, so that no edit is lost. */
@Injectable()
export class VideoTextsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: VideoRepository,
    private readonly reader: VideoOfficeReader,
    private readonly films: VideoFilmsService,
    private readonly blobs: VideoBlobsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError platform.not_found, video.changed_meanwhile, video.caption_times_invalid, video.not_publishable */
  async saveCaptions(
    actor: Actor,
    videoId: string,
    language: CaptionLanguage,
    body: CaptionTrackBody,
  ): Promise<CaptionTrackView> {
    await this.transactions.run(async () => {
      const video = await this.getForChange(videoId);
      const before = await this.repository.findTrackForChange(videoId, language);
      if (isRepeated(before, { revision: body.revision, cues: body.cues })) return;
      if ((before?.revision ?? 0) !== body.revision) throw new DomainError('video.changed_meanwhile');
      needGoodTimes(body.cues, video.durationMs, 'cues');
      if (body.cues.length === 0) needDispensable(video, language);
      const revision = await this.films.saveCues(videoId, language, orderedCues(body.cues));
      await this.record(actor, 'video.captions_saved', videoId, {
        language,
        revision,
        captions: body.cues.length,
      });
    });
    return this.reader.getCaptions(videoId, language);
  }

  /** Deletes the captions of a language. @throws DomainError platform.not_found, video.not_publishable */
  async deleteCaptions(actor: Actor, videoId: string, language: CaptionLanguage): Promise<OfficeVideoView> {
    await this.transactions.run(async () => {
      const video = await this.getForChange(videoId);
      needDispensable(video, language);
      const before = await this.repository.findTrackForChange(videoId, language);
      if (!before) return;
      await this.repository.deleteTrack(videoId, language);
      await this.films.retireKey(before.blobKey, null);
      await this.record(actor, 'video.captions_deleted', videoId, { language });
    });
    return this.reader.getVideo(videoId);
  }

  /** @throws DomainError platform.not_found, video.changed_meanwhile, video.caption_times_invalid */
  async saveChapters(actor: Actor, videoId: string, body: ChaptersBody): Promise<OfficeVideoView> {
    await this.transactions.run(async () => {
      const video = await this.getForChange(videoId);
      const stored = { revision: video.revision, cues: video.chapters };
      if (isRepeated(stored, { revision: body.revision, cues: body.chapters })) return;
      if (video.revision !== body.revision) throw new DomainError('video.changed_meanwhile');
      needGoodTimes(body.chapters, video.durationMs, 'chapters');
      const chapters = orderedCues(body.chapters);
      const chaptersKey = chapters.length === 0 ? null : await this.blobs.storeCues(chapters, 'chapters.vtt');
      const revision = video.revision + 1;
      const updatedAt = this.clock.now();
      await this.repository.update(videoId, { chapters, chaptersKey, revision, updatedAt });
      await this.films.retireKey(video.chaptersKey, chaptersKey);
      await this.record(actor, 'video.chapters_saved', videoId, { chapters: chapters.length });
    });
    return this.reader.getVideo(videoId);
  }

  private async getForChange(videoId: string): Promise<VideoEntity> {
    const video = await this.repository.findForChange(videoId);
    if (!video) throw new DomainError('platform.not_found');
    return video;
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'video', subjectId, after });
  }
}

/** A published film must keep its Japanese captions. */
function needDispensable({ state }: VideoEntity, language: CaptionLanguage): void {
  if (state === 'published' && language === 'ja') throw new DomainError('video.not_publishable');
}

interface Revised {
  revision: number;
  cues: readonly CaptionCue[];
}

/** Whether this same change was saved already and only the response was lost. */
function isRepeated(stored: Revised | null, sent: Revised): boolean {
  if (stored?.revision !== sent.revision + 1) return false;
  const cues = orderedCues(sent.cues);
  return (
    cues.length === stored.cues.length &&
    cues.every(({ fromMs, toMs, text }, index) => {
      const other = stored.cues[index]!;
      return fromMs === other.fromMs && toMs === other.toMs && text === other.text;
    })
  );
}

function needGoodTimes(cues: readonly CaptionCue[], durationMs: number | null, field: string): void {
  const wrong = faultsOf(cues, durationMs).find(({ severity }) => severity === 'error');
  if (wrong) {
    throw new DomainError('video.caption_times_invalid', { field: `${field}.${wrong.index}.fromMs` });
  }
}
