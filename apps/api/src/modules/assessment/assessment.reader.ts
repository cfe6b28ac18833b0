import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import type { LearningLessonView } from '@kizuna/shared/contracts/learning';
import type { AttemptId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { attemptsLeft } from './assessment.grading.policy.js';
import { toAttemptView } from './assessment.mapper.js';
import { AttemptRepository, type AttemptContext } from './attempt.repository.js';

type LessonQuiz = NonNullable<LearningLessonView['quiz']>;

interface LessonQuizRow {
  questionCount: number;
  passPercent: number;
  maxAttempts: number | null;
  attempts: LessonQuiz['attempts'];
}

/** Quizzes and attempts for the learner's pages. */
@Injectable()
export class AssessmentReader {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly sql: Sql,
  ) {}

  /** @throws DomainError platform.not_found, also for another person's attempt */
  async getAttempt(actor: Actor, attemptId: AttemptId): Promise<AttemptView> {
    const row = await this.attempts.findOwn(attemptId, personOf(actor).personId);
    if (!row) throw new DomainError('platform.not_found');
    return toAttemptView(row);
  }

  /**
   * The quiz of a lesson and the person's attempts so far, in one query. An open attempt can always be continued.
   * @throws DomainError platform.not_found
   */
  async getLessonQuiz(quizId: string, context: AttemptContext): Promise<LessonQuiz> {
    const [row] = await this.sql.prepared<LessonQuizRow>(
      'assessment.lesson-quiz',
      `SELECT jsonb_array_length(v.questions) AS "questionCount", v.pass_percent AS "passPercent",
         v.max_attempts AS "maxAttempts",
         coalesce((SELECT jsonb_agg(jsonb_build_object('attemptId', a.id, 'number', a.number, 'state', a.state,
             'scorePercent', a.score_percent, 'passed', a.passed, 'startedAt', a.started_at) ORDER BY a.number)
           FROM attempts a WHERE a.enrolment_id = $2 AND a.lesson_id = $3 AND a.person_id = $4), '[]') AS attempts
       FROM quiz_versions v WHERE v.quiz_id = $1 ORDER BY v.number DESC LIMIT 1`,
      [quizId, context.enrolmentId, context.lessonId, context.personId],
    );
    if (!row) throw new DomainError('platform.not_found');
    const left = attemptsLeft(row.attempts.length, row.maxAttempts);
    return {
      questionCount: row.questionCount,
      passPercent: row.passPercent,
      attempts: row.attempts.map((one) => ({ ...one, startedAt: new Date(one.startedAt).toISOString() })),
      attemptsLeft: left,
      can: { start: left !== 0 || row.attempts.some(({ state }) => state === 'open') },
    };
  }
}
