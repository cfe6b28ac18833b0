import type { PlaybackView, WatchReportBody, WatchView } from '@kizuna/shared/contracts/learning';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { VideoReader, WatchReader, WatchService } from '../video/index.js';
import { LearningAccessService } from './learning.access.service.js';
import { LearningRepository } from './learning.repository.js';
import { LessonCompletionService } from './lesson-completion.service.js';

/** Watching the film of a lesson, or its digest. */
@Injectable()
export class LessonWatchingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: LearningAccessService,
    private readonly progress: LearningRepository,
    private readonly completion: LessonCompletionService,
    private readonly videos: VideoReader,
    private readonly watched: WatchReader,
    private readonly watching: WatchService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the player of a video lesson. A film already watched enough for another course counts at once.
   * @param videoId the lesson's film or its digest; undefined for the lesson's film
   * @throws DomainError platform.not_found for another film, and while the film is not published
   */
  async startPlayback(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    videoId?: string,
  ): Promise<PlaybackView> {
    const { enrolment, lesson, outline } = await this.access.openLesson(
      actor,
      enrolmentId,
      lessonId,
      'video',
    );
    const { personId } = enrolment;
    const film = videoId ?? lesson.videoId!;
    const { isDigest } = await this.videos.getPlayable(lesson.videoId!, film);
    return this.transactions.run(async () => {
      await this.progress.touch(enrolmentId, lessonId, this.clock.now());
      const context = { personId, enrolmentId, lessonId };
      const threshold = lesson.thresholdPercent ?? undefined;
      const playback = await this.watching.startPlayback(context, film, threshold);
      if (playback.watch.done && (!isDigest || outline.digestCounts)) {
        await this.completion.complete(personId, enrolmentId, lessonId);
      }
      return playback;
    });
  }

  /**
   * Processes a player's report. The enrolment was checked when the playback was opened, and a playback only accepts
   * reports of its own person, enrolment and lesson, so every report costs one statement.
   * @throws DomainError learning.playback_unknown; platform.not_found for another person's enrolment
   */
  async reportWatching(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    body: WatchReportBody,
  ): Promise<WatchView> {
    const { personId } = personOf(actor);
    const watch = await this.watching.report({ personId, enrolmentId, lessonId }, body);
    if (!watch) {
      await this.access.openLesson(actor, enrolmentId, lessonId, 'video');
      throw new DomainError('learning.playback_unknown');
    }
    if (watch.done && !(await this.progress.isDone(enrolmentId, lessonId))) {
      await this.completeByReport(actor, enrolmentId, lessonId, body.playbackId);
    }
    return watch;
  }

  /** A film was watched far enough: the lesson is done if it is its own, or a digest that counts. */
  private async completeByReport(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    playbackId: string,
  ): Promise<void> {
    const [{ enrolment, lesson, outline }, videoId] = await Promise.all([
      this.access.openLesson(actor, enrolmentId, lessonId, 'video'),
      this.watched.findVideoOfPlayback(playbackId),
    ]);
    if (videoId !== lesson.videoId && !outline.digestCounts) return;
    await this.transactions.run(() => this.completion.complete(enrolment.personId, enrolmentId, lessonId));
  }
}
