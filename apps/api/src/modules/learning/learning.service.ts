import type { AttemptView, SubmissionBody } from '@kizuna/shared/contracts/assessment';
import type { LessonProgressView } from '@kizuna/shared/contracts/learning';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { AttemptService } from '../assessment/index.js';
import { LearningAccessService } from './learning.access.service.js';
import { toLessonProgress } from './learning.mapper.js';
import { LearningRepository } from './learning.repository.js';
import { LessonCompletionService } from './lesson-completion.service.js';

/** Learner commands on lessons. Every command is idempotent. */
@Injectable()
export class LearningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: LearningAccessService,
    private readonly progress: LearningRepository,
    private readonly completion: LessonCompletionService,
    private readonly attempts: AttemptService,
    private readonly clock: Clock,
  ) {}

  /** Marks a material as read by the learner. */
  async readMaterial(actor: Actor, enrolmentId: string, lessonId: string): Promise<LessonProgressView> {
    const { enrolment, lesson } = await this.access.openLesson(actor, enrolmentId, lessonId, 'material');
    await this.transactions.run(() => this.completion.complete(enrolment.personId, enrolmentId, lessonId));
    const rows = await this.progress.listOf([enrolmentId]);
    return toLessonProgress(
      lesson,
      rows.find((row) => row.lessonId === lessonId),
      undefined,
    );
  }

  /**
   * The open attempt of a quiz lesson, or a new one; begun first and noted as the last activity then: a repeated request
   * does what a lost one left. @throws as LearningAccessService.openLesson and AttemptService.start
   */
  async startAttempt(actor: Actor, enrolmentId: string, lessonId: string): Promise<AttemptView> {
    const { enrolment, lesson } = await this.access.openLesson(actor, enrolmentId, lessonId, 'quiz');
    const { personId } = enrolment;
    const attempt = await this.attempts.start({ personId, enrolmentId, lessonId }, lesson.quizId!);
    await this.progress.touchAlone(enrolmentId, lessonId, this.clock.now());
    return attempt;
  }

  /** Grades an attempt and applies the result to the lesson, in one transaction. @throws as Attempts.submit */
  async submitAttempt(actor: Actor, attemptId: string, body: SubmissionBody): Promise<AttemptView> {
    return this.transactions.run(async () => {
      const attempt = await this.attempts.submit(actor, attemptId, body);
      const { enrolmentId, lessonId, scorePercent, passed } = attempt;
      await this.progress.recordScore(enrolmentId, lessonId, scorePercent ?? 0, this.clock.now());
      if (passed) await this.completion.complete(personOf(actor).personId, enrolmentId, lessonId);
      return attempt;
    });
  }
}
