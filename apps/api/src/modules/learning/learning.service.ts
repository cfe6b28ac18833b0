import type { AttemptView, SubmissionBody } from '@kizuna/shared/contracts/assessment';
import type {
  LessonProgressView,
  PlaybackView,
  WatchReportBody,
  WatchView,
} from '@kizuna/shared/contracts/learning';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Attempts } from '../assessment/index.js';
import { Watching } from '../video/index.js';
import { LearningAccess } from './learning.access.service.js';
import { lessonCompleted, type LessonCompleted } from './learning.events.js';
import { toLessonProgress } from './learning.mapper.js';
import { ProgressRepository } from './learning.repository.js';

/** What a learner does with a lesson. Every command may be repeated: the second time changes nothing. */
@Injectable()
export class LearningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: LearningAccess,
    private readonly progress: ProgressRepository,
    private readonly watching: Watching,
    private readonly attempts: Attempts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Opens the player of a video lesson. A film that was watched enough before, for another course, counts at once. */
  async startPlayback(actor: Actor, enrolmentId: string, lessonId: string): Promise<PlaybackView> {
    const { enrolment, lesson } = await this.access.openLesson(actor, enrolmentId, lessonId, 'video');
    const { personId } = enrolment;
    return this.transactions.run(async (m) => {
      await this.progress.touch(m, enrolmentId, lessonId, this.clock.now());
      const context = { personId, enrolmentId, lessonId };
      const playback = await this.watching.startPlayback(m, context, lesson.videoId!);
      if (playback.watch.done) await this.complete(m, personId, enrolmentId, lessonId);
      return playback;
    });
  }

  /**
   * Takes a player's report. The enrolment was checked when the playback was opened, and a playback only takes reports
   * of the person, enrolment and lesson it was opened for, so the way of every report is one statement.
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
      await this.transactions.run((m) => this.complete(m, personId, enrolmentId, lessonId));
    }
    return watch;
  }

  /** The learner says that a material was read. */
  async readMaterial(actor: Actor, enrolmentId: string, lessonId: string): Promise<LessonProgressView> {
    const { enrolment, lesson } = await this.access.openLesson(actor, enrolmentId, lessonId, 'material');
    await this.transactions.run((m) => this.complete(m, enrolment.personId, enrolmentId, lessonId));
    const rows = await this.progress.listOf([enrolmentId]);
    return toLessonProgress(
      lesson,
      rows.find((row) => row.lessonId === lessonId),
      undefined,
    );
  }

  /** The open attempt of a quiz lesson, or a new one. @throws as LearningAccess.openLesson and Attempts.start */
  async startAttempt(actor: Actor, enrolmentId: string, lessonId: string): Promise<AttemptView> {
    const { enrolment, lesson } = await this.access.openLesson(actor, enrolmentId, lessonId, 'quiz');
    const { personId } = enrolment;
    return this.transactions.run(async (m) => {
      await this.progress.touch(m, enrolmentId, lessonId, this.clock.now());
      return this.attempts.start(m, { personId, enrolmentId, lessonId }, lesson.quizId!);
    });
  }

  /** Grades an attempt and carries the result to the lesson, in one transaction. @throws as Attempts.submit */
  async submitAttempt(actor: Actor, attemptId: string, body: SubmissionBody): Promise<AttemptView> {
    return this.transactions.run(async (m) => {
      const attempt = await this.attempts.submit(m, actor, attemptId, body);
      const { enrolmentId, lessonId, scorePercent, passed } = attempt;
      await this.progress.recordScore(m, enrolmentId, lessonId, scorePercent ?? 0, this.clock.now());
      if (passed) await this.complete(m, personOf(actor).personId, enrolmentId, lessonId);
      return attempt;
    });
  }

  private async complete(
    m: EntityManager,
    personId: string,
    enrolmentId: string,
    lessonId: string,
  ): Promise<void> {
    if (!(await this.progress.complete(m, enrolmentId, lessonId, this.clock.now()))) return;
    const payload: LessonCompleted = { enrolmentId, lessonId, personId };
    await this.outbox.add(m, { type: lessonCompleted, payload, subjectId: enrolmentId });
  }
}
